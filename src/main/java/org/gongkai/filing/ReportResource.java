package org.gongkai.filing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Preconditions;
import org.gongkai.platform.Write;
import org.gongkai.report.Admissions;
import org.gongkai.report.Filing;
import org.gongkai.report.FilingContext;
import org.gongkai.report.FilingState;
import org.gongkai.report.ReportAnswers;
import org.gongkai.report.ReportPath;
import org.gongkai.report.ReportView;
import org.gongkai.report.Submission;

/** Reports: filed and corrected. */
@Path("/api/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
class ReportResource {

  private final Submission.Reader reader;
  private final Filing filing;
  private final ReportAnswers answers;

  ReportResource(Submission.Reader reader, Filing filing, ReportAnswers answers) {
    this.reader = reader;
    this.filing = filing;
    this.answers = answers;
  }

  @POST
  @Write(shared = true)
  @RolesAllowed({"organ", "office", "admin"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "fileReport",
      summary = "File a report / 提交年度报告",
      description =
          "Files the first revision of a report and submits it, or with `state=draft` keeps it as a"
              + " draft whatever the rules say.")
  @APIResponse(
      responseCode = "201",
      description = "Filed; `Location` and `ETag` name it",
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  @APIResponse(
      responseCode = "409",
      description = "`report-exists`: the organ has filed for this year and scope; see `Location`")
  @APIResponse(
      responseCode = "422",
      description =
          "`figures-inconsistent` with `findings`: a hard rule is broken and nothing was kept;"
              + " `unknown-organ`: not registered, or not in that year; `year-not-over`: only as a"
              + " draft yet, or of a later year than this one; `scope-not-open`: of a scope that is"
              + " not the organ's")
  public Response file(
      @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Report")))
          byte[] body,
      @Parameter(
              description = "`draft` to keep it without submitting it",
              schema = @Schema(implementation = FilingState.class, defaultValue = "submitted"))
          @QueryParam("state")
          String state,
      @Context HttpHeaders headers) {
    FilingState wanted =
        Parameters.choice("state", state, FilingState.class).orElse(FilingState.SUBMITTED);
    Submission submission = reader.read(body);
    Admissions.Permit permit =
        filing.requireFiling(FilingContext.Key.of(submission.content()), wanted);
    return filing.create(permit, submission, wanted, answers.to(headers));
  }

  @PUT
  @Path("/{id}")
  @Write(shared = true)
  @RolesAllowed({"organ", "office", "admin"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "correctReport",
      summary = "Correct a report / 更正年度报告",
      description =
          "Writes a new revision. `If-Match` names the one that the correction is made from; the"
              + " same content again makes no revision. A submitted report stays submitted, so that"
              + " hard rules hold; a draft stays a draft unless `state=submitted`.")
  @APIResponse(
      responseCode = "200",
      description = "Corrected, or the same already",
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  @APIResponse(
      responseCode = "409",
      description =
          "`state-conflict`: accepted or published, so that the office must reopen it; or submitted,"
              + " and to become a draft")
  @APIResponse(
      responseCode = "422",
      description =
          "`figures-inconsistent` with `findings`: a hard rule is broken, nothing was kept;"
              + " `year-not-over`: only as a draft yet; `unknown-organ`, `scope-not-open`: by what"
              + " the registry says today")
  @APIResponse(
      responseCode = "428",
      description = "`precondition-required`: there is no `If-Match`")
  public Response correct(
      @BeanParam ReportPath path,
      @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Report")))
          byte[] body,
      @Parameter(
              description = "The state to be in afterwards; as it is, unless said",
              schema = @Schema(implementation = FilingState.class))
          @QueryParam("state")
          String state,
      @Parameter(description = "What the correction is for", example = "更正行政许可数量")
          @QueryParam("reason")
          String reason,
      @BeanParam Preconditions conditions,
      @Context HttpHeaders headers) {
    long report = path.id();
    FilingState wanted = Parameters.choice("state", state, FilingState.class).orElse(null);
    String why = Parameters.reason("reason", reason).orElse(null);
    Admissions.Permit permit = filing.requireCorrecting(report);
    conditions.requireMatchGiven();
    Submission submission = reader.read(body);
    return filing.correct(permit, report, submission, wanted, conditions, why, answers.to(headers));
  }
}
