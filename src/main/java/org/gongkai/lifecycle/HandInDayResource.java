package org.gongkai.lifecycle;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
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
import org.gongkai.report.HandInDay;
import org.gongkai.report.ReportAnswers;
import org.gongkai.report.ReportPath;
import org.gongkai.report.ReportView;

/**
 * Reports of the past come in when the service is new. They were handed in on paper, or into
 * another system, and are not late because they are entered now.
 */
@Path("/api/v1/reports/{id}/hand-in-day")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
class HandInDayResource {

  private static final String REPORT = "Where the report stands now";

  private final ReportLifecycle lifecycle;
  private final ReportAnswers answers;

  HandInDayResource(ReportLifecycle lifecycle, ReportAnswers answers) {
    this.lifecycle = lifecycle;
    this.answers = answers;
  }

  @PUT
  @Write(shared = true)
  @RolesAllowed({"office", "admin"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "stateHandInDay",
      summary = "State when a report of the past was handed in / 载明当年提交日期",
      description =
          "States on which day a report was handed in before there was this service. That day, not"
              + " the one on which the report was entered here, counts for being on time. It is"
              + " shown as stated, with its author, beside what the service saw"
              + " (`firstSubmittedAt`).")
  @APIResponse(
      responseCode = "200",
      description = REPORT,
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  @APIResponse(
      responseCode = "409",
      description = "`state-conflict`: the report is not handed in here, see `state`")
  public Response state(
      @BeanParam ReportPath path,
      @BeanParam Preconditions conditions,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = HandInDay.class)))
          HandInDay day,
      @Context HttpHeaders headers) {
    HandInDay stated = day == null ? new HandInDay(null, null) : day;
    return lifecycle.date(path.id(), stated, conditions, answers.to(headers));
  }

  @DELETE
  @Write(shared = true)
  @RolesAllowed({"office", "admin"})
  @Operation(
      operationId = "takeBackHandInDay",
      summary = "Take back a stated day / 撤销载明的提交日期",
      description = "What the service saw counts for being on time again.")
  @APIResponse(
      responseCode = "200",
      description = REPORT,
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  public Response takeBack(
      @BeanParam ReportPath path,
      @BeanParam Preconditions conditions,
      @Context HttpHeaders headers) {
    return lifecycle.date(path.id(), null, conditions, answers.to(headers));
  }
}
