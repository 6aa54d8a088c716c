package org.gongkai.explanation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.finding.FindingView;
import org.gongkai.lifecycle.ReportLifecycle;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Write;
import org.gongkai.problem.Language;
import org.gongkai.report.Reason;
import org.gongkai.report.ReportAnswers;
import org.gongkai.report.ReportPath;
import org.gongkai.report.ReportView;
import org.gongkai.rule.Severity;

/** What the rules say of a report, and what people say of that. */
@Path("/api/v1/reports/{id}/findings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
class FindingResource {

  private static final String REPORT = "The report with its findings";

  private final FindingList findings;
  private final ReportLifecycle lifecycle;
  private final ReportAnswers answers;

  FindingResource(FindingList findings, ReportLifecycle lifecycle, ReportAnswers answers) {
    this.findings = findings;
    this.lifecycle = lifecycle;
    this.answers = answers;
  }

  @GET
  @RolesAllowed({"organ", "office", "admin"})
  @Operation(
      operationId = "listFindings",
      summary = "Findings / 校验结果",
      description =
          "What all rules say of the newest revision, errors first; then `PUB-DIFF` where the last"
              + " verification (发布核验) found that something else was published.")
  @APIResponse(
      responseCode = "200",
      description = "The findings",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = FindingView.class)))
  @APIResponse(responseCode = "304", description = "As named in `If-None-Match`")
  public Response findings(
      @BeanParam ReportPath path,
      @Parameter(
              description = "Only findings of this severity",
              schema = @Schema(implementation = Severity.class))
          @QueryParam("severity")
          String severity,
      @Context HttpHeaders headers) {
    Severity only = Parameters.choice("severity", severity, Severity.class).orElse(null);
    return answers.of(findings.of(path.id(), only, Language.of(headers)), headers);
  }

  @PUT
  @Path("/{finding}/explanation")
  @Write
  @RolesAllowed({"organ", "office", "admin"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "explainFinding",
      summary = "Explain a finding / 说明校验结果",
      description =
          "Says why a finding is no mistake. The explanation stays over revisions while the figures"
              + " that the finding is about stay. One of the blank cells of a table stays while no"
              + " other cell of it is blank.")
  @APIResponse(
      responseCode = "200",
      description = REPORT,
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  public Response explain(
      @BeanParam FindingPath path,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Reason.class)))
          Reason reason,
      @Context HttpHeaders headers) {
    long report = path.id();
    return answers.of(lifecycle.explain(report, path.finding(), Reason.required(reason)), headers);
  }

  @DELETE
  @Path("/{finding}/explanation")
  @Write
  @RolesAllowed({"organ", "office", "admin"})
  @Operation(
      operationId = "takeBackExplanation",
      summary = "Take an explanation back / 撤回说明",
      description = "The finding is unexplained again.")
  @APIResponse(
      responseCode = "200",
      description = REPORT,
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  public Response takeBackExplanation(@BeanParam FindingPath path, @Context HttpHeaders headers) {
    return answers.of(lifecycle.explain(path.id(), path.finding(), null), headers);
  }

  @PUT
  @Path("/{finding}/waiver")
  @Write
  @RolesAllowed({"office", "admin"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "waiveFinding",
      summary = "Waive a hard rule / 豁免硬性校验",
      description =
          "Lets a report pass although it breaks a hard rule, with a reason: what was published"
              + " must be able to enter as it was. The waiver stays while the figures stay.")
  @APIResponse(
      responseCode = "200",
      description = REPORT,
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  @APIResponse(
      responseCode = "409",
      description = "`state-conflict`: only a broken hard rule can be waived")
  public Response waive(
      @BeanParam FindingPath path,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Reason.class)))
          Reason reason,
      @Context HttpHeaders headers) {
    long report = path.id();
    return answers.of(lifecycle.waive(report, path.finding(), Reason.required(reason)), headers);
  }

  @DELETE
  @Path("/{finding}/waiver")
  @Write
  @RolesAllowed({"office", "admin"})
  @Operation(
      operationId = "takeBackWaiver",
      summary = "Take a waiver back / 撤销豁免",
      description = "Possible while the report is not handed in.")
  @APIResponse(
      responseCode = "200",
      description = REPORT,
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  @APIResponse(
      responseCode = "409",
      description = "`state-conflict`: the report is handed in on this waiver")
  public Response takeBackWaiver(@BeanParam FindingPath path, @Context HttpHeaders headers) {
    return answers.of(lifecycle.waive(path.id(), path.finding(), null), headers);
  }
}
