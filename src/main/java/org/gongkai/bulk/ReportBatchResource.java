package org.gongkai.bulk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.access.Access;
import org.gongkai.access.AuditedPart;
import org.gongkai.platform.Write;
import org.gongkai.problem.Language;
import org.gongkai.problem.LineProblems;
import org.gongkai.problem.ProblemView;
import org.gongkai.report.ReportProblems;
import org.gongkai.report.Transition;

/** Steps of the lives of many reports in one request. */
@Path("/api/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
class ReportBatchResource {

  private static final String EACH =
      " Each on its own, as if it were alone: one that is refused stays as it is and keeps no other"
          + " from its step. At most 1,000.";
  private static final String WHOLE = "What became of each; 200 also where some were refused";

  private final ReportBatches batches;
  private final Access access;
  private final LineProblems problems;

  ReportBatchResource(ReportBatches batches, Access access, LineProblems problems) {
    this.batches = batches;
    this.access = access;
    this.problems = problems;
  }

  @POST
  @Path("/acceptance")
  @Write
  @RolesAllowed({"office", "admin"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "acceptReports",
      summary = "Accept many / 批量审核通过",
      description = "Accepts submitted reports." + EACH)
  @APIResponse(
      responseCode = "200",
      description = WHOLE,
      content = @Content(schema = @Schema(implementation = BatchView.class)))
  public Response accept(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = BatchForm.class)))
          BatchForm batch,
      @Context HttpHeaders headers) {
    return decide(batch, Transition.ACCEPTANCE, "acceptance", headers);
  }

  @POST
  @Path("/publication")
  @Write
  @RolesAllowed({"office", "admin"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "publishReports",
      summary = "Publish many / 批量发布",
      description = "Makes accepted reports public." + EACH)
  @APIResponse(
      responseCode = "200",
      description = WHOLE,
      content = @Content(schema = @Schema(implementation = BatchView.class)))
  public Response publish(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = BatchForm.class)))
          BatchForm batch,
      @Context HttpHeaders headers) {
    return decide(batch, Transition.PUBLICATION, "publication", headers);
  }

  @POST
  @Path("/hand-in-days")
  @Write
  @RolesAllowed({"office", "admin"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "stateHandInDays",
      summary = "State when many were handed in / 批量载明当年提交日期",
      description =
          "States on which days reports were handed in before there was this service, as `PUT"
              + " /reports/{id}/hand-in-day` does. A report is named by its id, or by organ and"
              + " year, as a table on paper has it."
              + EACH)
  @APIResponse(
      responseCode = "200",
      description = WHOLE,
      content = @Content(schema = @Schema(implementation = BatchView.class)))
  public Response date(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = HandInBatchForm.class)))
          HandInBatchForm days,
      @Context HttpHeaders headers) {
    return answer(batches.date(HandInBatchForm.required(days)), "hand-in-day", headers);
  }

  private Response decide(BatchForm batch, Transition step, String name, HttpHeaders headers) {
    return answer(batches.decide(BatchForm.required(batch), step), name, headers);
  }

  private Response answer(
      List<ReportBatches.Decision> decisions, String name, HttpHeaders headers) {
    Language language = Language.of(headers);
    List<BatchView.Decided> items = new ArrayList<>();
    List<AuditedPart> parts = new ArrayList<>();
    for (ReportBatches.Decision decision : decisions) {
      ProblemView problem =
          decision.refusal() == null
              ? null
              : problems.of(decision.refusal(), language, address(decision, name));
      items.add(
          problem == null
              ? BatchView.Decided.of(decision.taken(), decision.changed(), language)
              : BatchView.Decided.refused(
                  decision.id(), decision.item().organ(), decision.item().year(), problem));
      parts.add(
          new AuditedPart(
              items.size(),
              items.getLast().status(),
              problem == null ? null : problem.code(),
              decision.report() == null ? null : decision.report().organ(),
              decision.region(),
              decision.id()));
    }
    access.noteParts(parts);
    return Response.ok(BatchView.of(items)).header("Vary", "Accept-Language").build();
  }

  /**
   * Where the same would be asked of this report alone; of one that is not there the batch's own.
   */
  private static String address(ReportBatches.Decision decision, String name) {
    return decision.id() == null
        ? ReportProblems.ADDRESS + name + "s"
        : ReportProblems.ADDRESS + decision.id() + "/" + name;
  }
}
