package org.gongkai.lifecycle;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.platform.Preconditions;
import org.gongkai.platform.Write;
import org.gongkai.report.Filing;
import org.gongkai.report.Reason;
import org.gongkai.report.ReportAnswers;
import org.gongkai.report.ReportPath;
import org.gongkai.report.ReportView;
import org.gongkai.report.ReturnReasons;
import org.gongkai.report.Transition;

/**
 * The steps of a report's life. Each takes an {@code If-Match}, so that nobody decides on what they
 * have not seen, and answers {@code state-conflict} where the state does not allow it.
 */
@Path("/api/v1/reports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
class ReportLifeResource {

  private static final String REPORT = "Where the report stands now";
  private static final String CONFLICT =
      "`state-conflict`: not possible in this state, see `state`";

  private final Filing filing;
  private final ReportLifecycle reportLifecycle;
  private final ReportAnswers answers;
  private final Reason.Reader reasons;
  private final Clock clock;

  ReportLifeResource(
      Filing filing,
      ReportLifecycle reportLifecycle,
      ReportAnswers answers,
      Reason.Reader reasons,
      Clock clock) {
    this.filing = filing;
    this.reportLifecycle = reportLifecycle;
    this.answers = answers;
    this.reasons = reasons;
    this.clock = clock;
  }

  @POST
  @Path("/submission")
  @Write(shared = true)
  @RolesAllowed({"organ", "office", "admin"})
  @Operation(
      operationId = "submitReport",
      summary = "Submit / 提交",
      description =
          "Hands in the newest revision of a report that is a draft, returned, withdrawn or"
              + " reopened, as it stands. Refused where a hard rule is broken and not waived.")
  @APIResponse(
      responseCode = "200",
      description = "Submitted, with its receipt",
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  @APIResponse(responseCode = "409", description = CONFLICT)
  @APIResponse(
      responseCode = "422",
      description =
          "`figures-inconsistent` with `findings`: a hard rule is broken; `year-not-over`: only as a"
              + " draft yet; `unknown-organ`, `scope-not-open`: by what the registry says today")
  public Response submit(
      @BeanParam ReportPath path,
      @BeanParam Preconditions conditions,
      @Context HttpHeaders headers) {
    return filing.submit(path.id(), conditions, answers.to(headers));
  }

  @POST
  @Path("/withdrawal")
  @Write(shared = true)
  @RolesAllowed({"organ", "office", "admin"})
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "withdrawReport",
      summary = "Take back / 撤回",
      description =
          "Takes a submitted report back before it is accepted; rollups no longer count it until it"
              + " is submitted again. A reason may be given.")
  @APIResponse(
      responseCode = "200",
      description = REPORT,
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  @APIResponse(responseCode = "409", description = CONFLICT)
  public Response withdraw(
      @BeanParam ReportPath path,
      @BeanParam Preconditions conditions,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = Reason.class)))
          InputStream reason,
      @Context HttpHeaders headers) {
    return reportLifecycle.withdraw(
        path.id(), conditions, reasons.optional(reason), answers.to(headers));
  }

  @POST
  @Path("/return")
  @Write(shared = true)
  @RolesAllowed({"office", "admin"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "returnReport",
      summary = "Send back / 退回",
      description =
          "Sends a submitted report back to its organ, with reasons pinned to cells; rollups no"
              + " longer count it until it is submitted again. `due` is the last day for that, by"
              + " which coverage and reminders count.")
  @APIResponse(
      responseCode = "200",
      description = REPORT,
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  @APIResponse(responseCode = "409", description = CONFLICT)
  public Response giveBack(
      @BeanParam ReportPath path,
      @BeanParam Preconditions conditions,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = ReturnReasons.class)))
          ReturnReasons reasons,
      @Context HttpHeaders headers) {
    long report = path.id();
    ReturnReasons wellFormed = reasons == null ? new ReturnReasons(null, null, null) : reasons;
    wellFormed.requireWellFormed(LocalDate.now(clock));
    return reportLifecycle.giveBack(report, conditions, wellFormed, answers.to(headers));
  }

  @POST
  @Path("/acceptance")
  @Write(shared = true)
  @RolesAllowed({"office", "admin"})
  @Operation(
      operationId = "acceptReport",
      summary = "Accept / 审核通过",
      description = "Accepts a submitted report; it can then be corrected only after a reopening.")
  @APIResponse(
      responseCode = "200",
      description = REPORT,
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  @APIResponse(responseCode = "409", description = CONFLICT)
  public Response accept(
      @BeanParam ReportPath path,
      @BeanParam Preconditions conditions,
      @Context HttpHeaders headers) {
    return reportLifecycle.decide(
        path.id(), Transition.ACCEPTANCE, conditions, null, answers.to(headers));
  }

  @POST
  @Path("/publication")
  @Write(shared = true)
  @RolesAllowed({"office", "admin"})
  @Operation(
      operationId = "publishReport",
      summary = "Publish / 发布",
      description = "Makes an accepted report public: readers see this revision from now on.")
  @APIResponse(
      responseCode = "200",
      description = REPORT,
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  @APIResponse(responseCode = "409", description = CONFLICT)
  public Response publish(
      @BeanParam ReportPath path,
      @BeanParam Preconditions conditions,
      @Context HttpHeaders headers) {
    return reportLifecycle.decide(
        path.id(), Transition.PUBLICATION, conditions, null, answers.to(headers));
  }

  @POST
  @Path("/reopening")
  @Write(shared = true)
  @RolesAllowed({"office", "admin"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "reopenReport",
      summary = "Reopen / 重新开放",
      description =
          "Opens an accepted or published report for correction, with a reason. The public goes on"
              + " seeing what was published until another revision is.")
  @APIResponse(
      responseCode = "200",
      description = REPORT,
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  @APIResponse(responseCode = "409", description = CONFLICT)
  public Response reopen(
      @BeanParam ReportPath path,
      @BeanParam Preconditions conditions,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Reason.class)))
          Reason reason,
      @Context HttpHeaders headers) {
    long report = path.id();
    return reportLifecycle.decide(
        report, Transition.REOPENING, conditions, Reason.required(reason), answers.to(headers));
  }
}
