package org.gongkai.explanation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.access.Access;
import org.gongkai.platform.AnswerSpace;
import org.gongkai.problem.Language;
import org.gongkai.table.ListFormat;
import org.gongkai.table.Representation;
import org.gongkai.table.TableFormat;

/** What the rules say of many reports. */
@Path("/api/v1/findings")
@Produces({MediaType.APPLICATION_JSON, TableFormat.CSV_TYPE})
@Tag(name = "reports")
class FindingListResource {

  private final FindingList list;
  private final Access access;
  private final AnswerSpace space;

  FindingListResource(FindingList list, Access access, AnswerSpace space) {
    this.list = list;
    this.access = access;
    this.space = space;
  }

  @GET
  @RolesAllowed({"organ", "office", "admin"})
  @Operation(
      operationId = "listFindingsOfReports",
      summary = "Findings of many reports / 校验结果列表",
      description =
          "What the rules say of the newest revisions, by year and the ids of the reports. An organ"
              + " sees those of its own reports, an office those of its region and below. With"
              + " `severity=warning&explained=false`, those that nobody has explained yet. JSON"
              + " comes in pages, CSV as a whole.")
  @APIResponse(
      responseCode = "200",
      description = "The findings",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ReportFindingView.Page.class)),
        @Content(mediaType = TableFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(
      responseCode = "422",
      description = "`answer-too-large`: ask for fewer regions, or for pages of JSON")
  public Response list(
      @BeanParam FindingListParameters asked,
      @BeanParam ListFormat format,
      @Context HttpHeaders headers) {
    Optional<FindingQuery.Filter> filter = asked.filter().seenBy(access.visibleReports());
    Language language = Language.of(headers);
    Representation wanted = format.of(headers);
    FindingListParameters.Cursor after = asked.after();
    list.requireKnownRule(asked.rule());
    int size = asked.size();
    asked.requireNoPages(wanted);
    return wanted.list(
        "findings",
        () ->
            space.make(
                () -> space.written(out -> list.write(filter, language, wanted.mark(), out))),
        () -> list.page(filter, after, size, language));
  }
}
