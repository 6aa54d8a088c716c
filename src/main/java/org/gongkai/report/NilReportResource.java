package org.gongkai.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.form.Scope;
import org.gongkai.platform.Write;

/** Nil reports, filed in one call. */
@Path("/api/v1/organs/{code}/reports/{year}/nil")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
public class NilReportResource {

  private final NilReports nilReports;
  private final Filing filing;
  private final ReportAnswers answers;

  NilReportResource(NilReports nilReports, Filing filing, ReportAnswers answers) {
    this.nilReports = nilReports;
    this.filing = filing;
    this.answers = answers;
  }

  @POST
  @Write
  @RolesAllowed({"organ", "office", "admin"})
  @Operation(
      operationId = "fileNilReport",
      summary = "File a nil report / 提交零报告",
      description =
          "Files and submits a report of scope `organ` that states 0 in every cell of every"
              + " section, by the edition of the year. It is a report like every other: it is refused"
              + " where there is one already, and corrected like any other.")
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
          "`figures-inconsistent` with `findings`: the text breaks a hard rule and nothing was kept;"
              + " `unknown-organ`: not registered, or not in that year; `year-not-over`: only as a"
              + " draft yet, or of a later year than this one; `scope-not-open`: of a scope that is"
              + " not the organ's")
  public Response file(
      @Parameter(description = "Code of the organ", example = "113710020043609788")
          @PathParam("code")
          String code,
      @Parameter(description = "The report year", example = "2021") @PathParam("year") String year,
      @RequestBody(
              description = "Nothing, or the text of the report",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = Text.class)))
          byte[] body,
      @Context HttpHeaders headers) {
    FilingContext.Key report = new FilingContext.Key(code, ReportAnswers.number(year), Scope.ORGAN);
    filing.requireFiling(report, FilingState.SUBMITTED);
    Submission submission = nilReports.of(report.organ(), report.year(), body);
    return answers.of(filing.create(submission, FilingState.SUBMITTED), headers);
  }

  @Schema(name = "NilReport", description = "The text of a nil report. / 零报告的文字部分。")
  record Text(
      @Schema(
              description = "Texts by part of the form",
              examples = "{\"overview\":\"2021年，本单位未收到政府信息公开申请。\"}")
          Map<String, String> narrative) {}
}
