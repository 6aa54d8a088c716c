package org.gongkai.calendar;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.platform.Preconditions;
import org.gongkai.platform.Write;

/** Until when reports are due, region by region. */
@Path("/api/v1/calendars/{region}/{year}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "registry")
class CalendarResource {

  private final Calendars calendars;

  CalendarResource(Calendars calendars) {
    this.calendars = calendars;
  }

  @GET
  @RolesAllowed({"organ", "office", "reader", "admin"})
  @Operation(
      operationId = "getCalendar",
      summary = "Until when reports are due / 年度报告截止日期",
      description =
          "The dates in force in a region for the reports of a year: by articles 49 and 50 of the"
              + " Regulation on Open Government Information 31 January for organs and 31 March for"
              + " governments, unless this region or one above has set an earlier one. For every"
              + " caller.")
  @APIResponse(
      responseCode = "200",
      description = "The dates / 截止日期",
      headers =
          @Header(
              name = "ETag",
              description = "Strong tag for If-Match, of what the region itself has set",
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = CalendarView.class)))
  public Response get(
      @Parameter(description = "Code of the region / 行政区划代码", example = "371002")
          @PathParam("region")
          String region,
      @Parameter(description = "The report year / 报告年度", example = "2025") @PathParam("year")
          String year) {
    return answered(region, ReportYear.read(year));
  }

  @PUT
  @Write
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"office", "admin"})
  @Operation(
      operationId = "putCalendar",
      summary = "Set a region's dates / 设定本地区截止日期",
      description =
          "Sets the dates of the region's own for the reports of a year; null or absent takes one"
              + " back. They hold for all regions below; where several are set, the earliest does."
              + " For offices of the region, or of one above, and administrators.")
  @APIResponse(
      responseCode = "200",
      description = "The dates that are in force now, set or unchanged / 已设定或未变",
      content = @Content(schema = @Schema(implementation = CalendarView.class)))
  public Response put(
      @Parameter(description = "Code of the region / 行政区划代码", example = "371002")
          @PathParam("region")
          String region,
      @Parameter(description = "The report year / 报告年度", example = "2025") @PathParam("year")
          String year,
      @BeanParam Preconditions conditions,
      CalendarForm dates) {
    int ofYear = ReportYear.read(year);
    calendars.put(region, ofYear, dates, conditions);
    return answered(region, ofYear);
  }

  /** Reads the tag first: after a write in between, it is stale rather than too new. */
  private Response answered(String region, int year) {
    String tag = calendars.tag(region, year);
    return Response.ok(calendars.calendar(region, year)).header("ETag", tag).build();
  }
}
