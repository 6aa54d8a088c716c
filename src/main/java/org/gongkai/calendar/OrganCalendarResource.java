package org.gongkai.calendar;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is expected of an organ for a report year, and until when. */
@Path("/api/v1/organs/{code}/calendar/{year}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "registry")
public class OrganCalendarResource {

  private final OrganCalendars calendars;

  OrganCalendarResource(OrganCalendars calendars) {
    this.calendars = calendars;
  }

  @GET
  @RolesAllowed({"organ", "office", "admin"})
  @Operation(
      operationId = "getOrganCalendar",
      summary = "An organ's due date / 某机关的截止日期",
      description =
          "Whether a report of the year is expected of the organ and until when, with its extension"
              + " and exemption.")
  @APIResponse(responseCode = "200", description = "What is expected / 报送要求")
  public OrganCalendarView get(
      @Parameter(description = "Code of the organ / 机关代码", example = "113710020043609788")
          @PathParam("code")
          String code,
      @Parameter(description = "The report year / 报告年度", example = "2025") @PathParam("year")
          String year) {
    return calendars.calendar(code, ReportYear.read(year));
  }
}
