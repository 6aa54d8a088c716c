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
import org.gongkai.form.Scope;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Preconditions;
import org.gongkai.platform.Write;
import org.gongkai.report.Admissions;
import org.gongkai.report.Filing;
import org.gongkai.report.FilingContext;
import org.gongkai.report.FilingState;
import org.gongkai.report.ReportAnswers;
import org.gongkai.report.ReportProblems;
import org.gongkai.report.ReportView;
import org.gongkai.report.Submission;

/** Reports filed by organ, year and scope, for systems that keep no ids of ours. */
@Path("/api/v1/organs/{code}/reports/{year}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
class OrganReportResource {

  private final Submission.Reader reader;
  private final Filing filing;
  private final NilReports nilReports;
  private final ReportAnswers answers;

  OrganReportResource(
      Submission.Reader reader, Filing filing, NilReports nilReports, ReportAnswers answers) {
    this.reader = reader;
    this.filing = filing;
    this.nilReports = nilReports;
    this.answers = answers;
  }

  @PUT
  @Write(shared = true)
  @RolesAllowed({"organ", "office", "admin"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "putReport",
      summary = "File or correct by organ and year / 按行政机关和年度提交或更正",
      description =
          "Files the report where there is none, corrects it where there is one; the same content"
              + " again changes nothing. Organ, year and scope of the body must be those of the"
              + " address. With `If-Match` a correction is made only from that revision, with"
              + " `If-None-Match: *` none is made.")
  @APIResponse(
      responseCode = "200",
      description = "Corrected, or the same already",
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  @APIResponse(
      responseCode = "201",
      description = "Filed",
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  @APIResponse(
      responseCode = "409",
      description =
          "`report-exists`: with `If-None-Match: *`, see `Location`; `state-conflict`: accepted or"
              + " published, so that the office must reopen it; or submitted, and to become a"
              + " draft")
  @APIResponse(
      responseCode = "422",
      description =
          "`figures-inconsistent` with `findings`: a hard rule is broken and nothing was kept;"
              + " `unknown-organ`: not registered, or not in that year; `year-not-over`: only as a"
              + " draft yet, or of a later year than this one; `scope-not-open`: of a scope that is"
              + " not the organ's")
  public Response put(
      @BeanParam OrganReportPath path,
      @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Report")))
          byte[] body,
      @Parameter(
              description = "The scope; `organ` unless said",
              schema = @Schema(implementation = Scope.class))
          @QueryParam("scope")
          String scope,
      @Parameter(
              description = "The state to be in afterwards; submitted, or as it is",
              schema = @Schema(implementation = FilingState.class))
          @QueryParam("state")
          String state,
      @Parameter(description = "What a correction is for", example = "更正行政许可数量")
          @QueryParam("reason")
          String reason,
      @BeanParam Preconditions conditions,
      @Context HttpHeaders headers) {
    Scope whose = Parameters.choice("scope", scope, Scope.class).orElse(Scope.ORGAN);
    FilingState wanted = Parameters.choice("state", state, FilingState.class).orElse(null);
    String why = Parameters.reason("reason", reason).orElse(null);
    FilingContext.Key report = path.in(whose);
    Admissions.Permit permit = filing.requireFiling(report, wanted);
    Submission submission = reader.read(body);
    ReportProblems.requireSame(report, submission.content());
    return filing.put(permit, submission, wanted, conditions, why, answers.to(headers));
  }

  @POST
  @Path("/nil")
  @Write(shared = true)
  @RolesAllowed({"organ", "office", "admin"})
  @Operation(
      operationId = "fileNilReport",
      summary = "File a nil report / 提交零报告",
      description =
          "Files and submits a report of scope `organ` that states 0 in every cell of every"
              + " section, by the edition of the year. It is a report like every other: it is"
              + " refused where there is one already, and corrected like any other.")
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
          "`figures-inconsistent` with `findings`: the text breaks a hard rule and nothing was"
              + " kept; `unknown-organ`: not registered, or not in that year; `year-not-over`: only"
              + " as a draft yet, or of a later year than this one; `scope-not-open`: of a scope"
              + " that is not the organ's")
  public Response fileNil(
      @BeanParam OrganReportPath path,
      @RequestBody(
              description = "Nothing, or the text of the report",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = NilText.class)))
          byte[] body,
      @Context HttpHeaders headers) {
    FilingContext.Key report = path.in(Scope.ORGAN);
    Admissions.Permit permit = filing.requireFiling(report, FilingState.SUBMITTED);
    Submission submission = nilReports.of(report.organ(), report.year(), body);
    return filing.create(permit, submission, FilingState.SUBMITTED, answers.to(headers));
  }

  @Schema(name = "NilReport", description = "The text of a nil report. / 零报告的文字部分。")
  record NilText(
      @Schema(
              description = "The text, as in a report",
              ref = "Narrative",
              examples = "{\"overview\":\"2021年，本单位未收到政府信息公开申请。\"}")
          Object narrative) {}
}
