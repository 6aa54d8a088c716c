package org.gongkai.rehearsal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.finding.FindingView;
import org.gongkai.form.Forms;
import org.gongkai.platform.Paging;
import org.gongkai.problem.Language;

/** What a rehearsal has found, report by report. */
@Path("/api/v1/rehearsals/{id}/findings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rehearsals")
class RehearsalFindingResource {

  private final Rehearsals rehearsals;

  RehearsalFindingResource(Rehearsals rehearsals) {
    this.rehearsals = rehearsals;
  }

  @GET
  @RolesAllowed({"office", "admin"})
  @Operation(
      operationId = "listRehearsalFindings",
      summary = "What would change / 试运行结果",
      description =
          "Findings that appear or disappear with the file, each with its report, in the order of"
              + " the reports' ids; also while it runs. Of each rule the first 1,000 of either kind"
              + " are kept (`complete` says whether these are all); the counts of the rehearsal are"
              + " of all.")
  @APIResponse(responseCode = "200", description = "A page of findings")
  public RehearsalFindingView.Page findings(
      @Parameter(description = "Id of the rehearsal", example = "7") @PathParam("id") String id,
      @BeanParam RehearsalFindingParameters asked,
      @Context HttpHeaders headers) {
    Rehearsal rehearsal = rehearsals.get(RehearsalResource.id(id));
    ResultStore.Filter filter = asked.filter();
    rehearsals.requireKnownRule(rehearsal, filter.rule());
    int size = asked.size();
    Paging.Page<ResultStore.Found> page =
        Paging.Page.of(rehearsals.findings(rehearsal, filter, asked.after(), size + 1), size);
    Language language = Language.of(headers);
    Map<FindingShift.FindingChange, Forms> words = new EnumMap<>(FindingShift.FindingChange.class);
    return new RehearsalFindingView.Page(
        page.items().stream().map(f -> view(f, rehearsal, words, language)).toList(),
        rehearsals.isComplete(rehearsal, filter),
        page.next(ResultStore.Found::id));
  }

  private RehearsalFindingView view(
      ResultStore.Found found,
      Rehearsal rehearsal,
      Map<FindingShift.FindingChange, Forms> words,
      Language language) {
    Forms forms =
        words.computeIfAbsent(
            found.kept().change(), change -> rehearsals.formsOf(rehearsal, change));
    return RehearsalFindingView.of(found, FindingView.of(found.kept().finding(), forms, language));
  }
}
