package org.gongkai.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import org.gongkai.platform.Write;

/** What people say of findings. */
@Path("/api/v1/reports/{id}/findings/{finding}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
public class RemarkResource {

  private static final String ID = "Id of the report";
  private static final String FINDING = "Id of the finding: rule and place";
  private static final String EXAMPLE = "T3-BAL:applications.total";
  private static final String REPORT = "The report with its findings";

  private final ReportLifecycle reportLifecycle;
  private final ReportAnswers answers;

  RemarkResource(ReportLifecycle reportLifecycle, ReportAnswers answers) {
    this.reportLifecycle = reportLifecycle;
    this.answers = answers;
  }

  @PUT
  @Path("/explanation")
  @Write
  @RolesAllowed({"organ", "office", "admin"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "explainFinding",
      summary = "Explain a finding / 说明校验结果",
      description =
          "Says why a finding is no mistake. The explanation stays over revisions while the figures"
              + " that the finding is about stay.")
  @APIResponse(
      responseCode = "200",
      description = REPORT,
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  public Response explain(
      @Parameter(description = ID, example = "42") @PathParam("id") String id,
      @Parameter(description = FINDING, example = EXAMPLE) @PathParam("finding") String finding,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Comment.class)))
          Comment comment,
      @Context HttpHeaders headers) {
    long report = ReportAnswers.id(id);
    return answers.of(reportLifecycle.explain(report, finding, Comment.required(comment)), headers);
  }

  @DELETE
  @Path("/explanation")
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
  public Response takeBackExplanation(
      @Parameter(description = ID, example = "42") @PathParam("id") String id,
      @Parameter(description = FINDING, example = EXAMPLE) @PathParam("finding") String finding,
      @Context HttpHeaders headers) {
    return answers.of(reportLifecycle.explain(ReportAnswers.id(id), finding, null), headers);
  }

  @PUT
  @Path("/waiver")
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
      @Parameter(description = ID, example = "42") @PathParam("id") String id,
      @Parameter(description = FINDING, example = EXAMPLE) @PathParam("finding") String finding,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Comment.class)))
          Comment reason,
      @Context HttpHeaders headers) {
    long report = ReportAnswers.id(id);
    return answers.of(reportLifecycle.waive(report, finding, Comment.required(reason)), headers);
  }

  @DELETE
  @Path("/waiver")
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
  public Response takeBackWaiver(
      @Parameter(description = ID, example = "42") @PathParam("id") String id,
      @Parameter(description = FINDING, example = EXAMPLE) @PathParam("finding") String finding,
      @Context HttpHeaders headers) {
    return answers.of(reportLifecycle.waive(ReportAnswers.id(id), finding, null), headers);
  }
}
