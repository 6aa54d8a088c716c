package org.gongkai.calendar;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.platform.Write;

/** That no report is expected of an organ. */
@Path("/api/v1/organs/{code}/exemptions/{year}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "registry")
public class ExemptionResource {

  private final OrganCalendars calendars;

  ExemptionResource(OrganCalendars calendars) {
    this.calendars = calendars;
  }

  @PUT
  @Write
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"office", "admin"})
  @Operation(
      operationId = "putExemption",
      summary = "Exempt an organ / 准予免报",
      description =
          "No report of the year is expected of the organ: rollups and coverage do not miss it.")
  @APIResponse(
      responseCode = "200",
      description = "What is expected now / 现报送要求",
      content = @Content(schema = @Schema(implementation = OrganCalendarView.class)))
  @APIResponse(
      responseCode = "409",
      description = "`state-conflict`: the organ was closed during the year, so none is expected")
  public OrganCalendarView put(
      @Parameter(description = "Code of the organ / 机关代码", example = "113710020043609788")
          @PathParam("code")
          String code,
      @Parameter(description = "The report year / 报告年度", example = "2025") @PathParam("year")
          String year,
      ExemptionForm form) {
    int ofYear = ReportYear.read(year);
    calendars.exempt(code, ofYear, form);
    return calendars.calendar(code, ofYear);
  }

  @DELETE
  @Write
  @RolesAllowed({"office", "admin"})
  @Operation(
      operationId = "deleteExemption",
      summary = "Take back an exemption / 撤销免报",
      description = "A report of the year is expected again.")
  @APIResponse(responseCode = "204", description = "There is none any more / 已撤销")
  public void delete(
      @Parameter(description = "Code of the organ / 机关代码", example = "113710020043609788")
          @PathParam("code")
          String code,
      @Parameter(description = "The report year / 报告年度", example = "2025") @PathParam("year")
          String year) {
    calendars.endExemption(code, ReportYear.read(year));
  }
}
