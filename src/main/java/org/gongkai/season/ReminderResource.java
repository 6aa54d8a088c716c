package org.gongkai.season;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.access.Access;
import org.gongkai.platform.Parameters;
import org.gongkai.problem.Language;
import org.gongkai.rollup.RollupQueryReader;
import org.gongkai.table.ListFormat;
import org.gongkai.table.Representation;
import org.gongkai.table.TableFormat;

/** Whom an office has to chase. */
@Path("/api/v1/reminders")
@Produces({MediaType.APPLICATION_JSON, TableFormat.CSV_TYPE})
@Tag(name = "rollups")
class ReminderResource {

  private final Access access;
  private final RollupQueryReader wishes;
  private final Reminders reminders;

  ReminderResource(Access access, RollupQueryReader wishes, Reminders reminders) {
    this.access = access;
    this.wishes = wishes;
    this.reminders = reminders;
  }

  @GET
  @RolesAllowed({"office", "admin"})
  @Operation(
      operationId = "listReminders",
      summary = "Organs to be reminded / 催报清单",
      description =
          "Nobody while the year is not over; then the organs that are expected to file a report of"
              + " the year and have not, or whose report was returned, taken back or reopened; with"
              + " a text to send them. Exempt ones are never in. JSON comes in pages, CSV as a"
              + " whole.")
  @APIResponse(
      responseCode = "200",
      description = "The organs, by region and code",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ReminderView.Page.class)),
        @Content(mediaType = TableFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(
      responseCode = "422",
      description = "`unknown-region`: not registered; `answer-too-large`: ask for fewer")
  public Response list(
      @Parameter(
              description = "Code of the region; organs of the regions below it are in",
              required = true,
              example = "371002")
          @QueryParam("region")
          String region,
      @Parameter(
              description = "The report year",
              required = true,
              schema = @Schema(type = SchemaType.INTEGER),
              example = "2025")
          @QueryParam("year")
          String year,
      @Parameter(description = "The `next` of the page before; JSON only") @QueryParam("cursor")
          String cursor,
      @Parameter(
              description = "How many at most; JSON only",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "1000",
                      defaultValue = "100"))
          @QueryParam("limit")
          String limit,
      @BeanParam ListFormat format,
      @Context HttpHeaders headers) {
    String of = access.readableRegion("region", region).code();
    int ofYear = wishes.begunYear(year);
    int size = Parameters.number("limit", limit, 100, 1, 1000);
    StandingParameters.Cursor after = StandingParameters.Cursor.read(cursor);
    Language language = Language.of(headers);
    Representation wanted = format.of(headers);
    wanted.requireNoPages(cursor, limit);
    return wanted.list(
        "reminders",
        () -> reminders.csv(of, ofYear, language, wanted.mark()),
        () -> reminders.page(of, ofYear, after, size, language));
  }
}
