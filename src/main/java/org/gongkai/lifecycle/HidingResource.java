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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.platform.Preconditions;
import org.gongkai.platform.Write;
import org.gongkai.report.Reason;
import org.gongkai.report.ReportAnswers;
import org.gongkai.report.ReportPath;
import org.gongkai.report.ReportView;

/** Takes what should not be public out of sight at once, whatever is done about it afterwards. */
@Path("/api/v1/reports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
class HidingResource {

  private static final String REPORT = "Where the report stands now";

  private final ReportLifecycle lifecycle;
  private final ReportAnswers answers;

  HidingResource(ReportLifecycle lifecycle, ReportAnswers answers) {
    this.lifecycle = lifecycle;
    this.answers = answers;
  }

  @POST
  @Path("/hiding")
  @Write(shared = true)
  @RolesAllowed({"office", "admin"})
  @Operation(
      operationId = "hideReport",
      summary = "Hide what is published / 停止公布",
      description =
          "Takes the published revision out of the public's sight at once, in whatever state the"
              + " report is: readers get 410 `report-hidden` with the reason, and basis `published`"
              + " no longer counts it, of the past (`asOf`) neither. It stays hidden until it is"
              + " shown again, or a revision is published.")
  @APIResponse(
      responseCode = "200",
      description = REPORT,
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  @APIResponse(
      responseCode = "409",
      description = "`state-conflict`: nothing of the report is public, see `state`")
  public Response hide(
      @BeanParam ReportPath path,
      @BeanParam Preconditions conditions,
      @RequestBody(
              required = true,
              description = "Why; readers are told",
              content = @Content(schema = @Schema(implementation = Reason.class)))
          Reason reason,
      @Context HttpHeaders headers) {
    long report = path.id();
    return lifecycle.hide(report, conditions, Reason.required(reason), answers.to(headers));
  }

  @POST
  @Path("/unhiding")
  @Write(shared = true)
  @RolesAllowed({"office", "admin"})
  @Operation(
      operationId = "unhideReport",
      summary = "Show what is hidden again / 恢复公布",
      description = "The public sees the revision again that was hidden, and rollups count it.")
  @APIResponse(
      responseCode = "200",
      description = REPORT,
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  @APIResponse(
      responseCode = "409",
      description = "`state-conflict`: the report is not hidden, see `state`")
  public Response unhide(
      @BeanParam ReportPath path,
      @BeanParam Preconditions conditions,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Reason.class)))
          Reason reason,
      @Context HttpHeaders headers) {
    long report = path.id();
    return lifecycle.unhide(report, conditions, Reason.required(reason), answers.to(headers));
  }
}
