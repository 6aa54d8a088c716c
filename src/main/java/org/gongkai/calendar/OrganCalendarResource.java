package org.gongkai.calendar;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.platform.Write;

/** What is expected of an organ for a report year and until when; more time, and exemptions. */
@Path("/api/v1/organs/{code}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "registry")
class OrganCalendarResource {

  private final OrganCalendars calendars;

  OrganCalendarResource(OrganCalendars calendars) {
    this.calendars = calendars;
  }

  @GET
  @Path("/calendar/{year}")
  @RolesAllowed({"organ", "office", "admin"})
  @Operation(
      operationId = "getOrganCalendar",
      summary = "An organ's due date / 某机关的截止日期",
      description =
          "Whether a report of the year is expected of the organ and until when, with its extension"
              + " and exemption.")
  @APIResponse(responseCode = "200", description = "What is expected / 报送要求")
  public OrganCalendarView get(@BeanParam OrganYearPath path) {
    return calendars.calendar(path.organ(), path.year());
  }

  @PUT
  @Path("/extensions/{year}")
  @Write
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"office", "admin"})
  @Operation(
      operationId = "putExtension",
      summary = "Give an organ more time / 准予延期",
      description =
          "Moves the last day for the organ's own report of a year; it must be later than the date"
              + " in force.")
  @APIResponse(
      responseCode = "200",
      description = "What is expected now / 现报送要求",
      content = @Content(schema = @Schema(implementation = OrganCalendarView.class)))
  @APIResponse(
      responseCode = "409",
      description = "`state-conflict`: the organ was closed during the year, so none is expected")
  public OrganCalendarView putExtension(@BeanParam OrganYearPath path, ExtensionForm form) {
    int year = path.year();
    calendars.extend(path.organ(), year, form);
    return calendars.calendar(path.organ(), year);
  }

  @DELETE
  @Path("/extensions/{year}")
  @Write
  @RolesAllowed({"office", "admin"})
  @Operation(
      operationId = "deleteExtension",
      summary = "Take back an extension / 撤销延期",
      description = "The date of the region is in force again.")
  @APIResponse(responseCode = "204", description = "The extension is taken back / 已撤销延期")
  public void deleteExtension(@BeanParam OrganYearPath path) {
    calendars.endExtension(path.organ(), path.year());
  }

  @PUT
  @Path("/exemptions/{year}")
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
  public OrganCalendarView putExemption(@BeanParam OrganYearPath path, ExemptionForm form) {
    int year = path.year();
    calendars.exempt(path.organ(), year, form);
    return calendars.calendar(path.organ(), year);
  }

  @DELETE
  @Path("/exemptions/{year}")
  @Write
  @RolesAllowed({"office", "admin"})
  @Operation(
      operationId = "deleteExemption",
      summary = "Take back an exemption / 撤销免报",
      description = "A report of the year is expected again.")
  @APIResponse(responseCode = "204", description = "The exemption is taken back / 已撤销豁免")
  public void deleteExemption(@BeanParam OrganYearPath path) {
    calendars.endExemption(path.organ(), path.year());
  }
}
