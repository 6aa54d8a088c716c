package org.gongkai.season;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.gongkai.platform.Parameters;
import org.gongkai.registry.Region;

/** What the list of organs can be asked, as it was sent. */
public class StandingParameters {

  @Parameter(
      description = "Code of the region; organs of the regions below it are in",
      required = true,
      example = "371002")
  @QueryParam("region")
  String region;

  @Parameter(
      description = "The report year",
      required = true,
      schema = @Schema(type = SchemaType.INTEGER),
      example = "2025")
  @QueryParam("year")
  String year;

  @Parameter(
      description = "Only organs with this status; `exempt` lists those too that file all the same",
      schema = @Schema(implementation = Status.class))
  @QueryParam("status")
  String status;

  @Parameter(
      description = "Only organs whose report is in this state",
      schema = @Schema(implementation = Stage.class))
  @QueryParam("state")
  String state;

  @Parameter(
      description = "Only organs of the region itself, not of those below it",
      schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
  @QueryParam("own")
  String own;

  @Parameter(description = "The `next` of the page before")
  @QueryParam("cursor")
  String cursor;

  @Parameter(
      description = "How many at most",
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "100"))
  @QueryParam("limit")
  String limit;

  CoverageStore.Filter filter(Region of, LocalDate today) {
    return new CoverageStore.Filter(
        of.code(),
        Parameters.requiredYear("year", year),
        today,
        Parameters.flag("own", own),
        Parameters.choice("status", status, Status.class).map(Status::code).orElse(null),
        Parameters.choice("state", state, Stage.class).map(Stage::code).orElse(null),
        false);
  }

  StandingCursor after() {
    return StandingCursor.read(cursor);
  }

  int size() {
    return Parameters.number("limit", limit, 100, 1, 1000);
  }
}
