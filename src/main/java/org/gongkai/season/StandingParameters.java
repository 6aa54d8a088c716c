package org.gongkai.season;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.gongkai.platform.Paging;
import org.gongkai.platform.Parameters;
import org.gongkai.registry.Region;
import org.jspecify.annotations.Nullable;

/** What the list of organs can be asked, as it was sent. */
class StandingParameters extends Paging {

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
      schema = @Schema(implementation = Standing.Status.class))
  @QueryParam("status")
  String status;

  @Parameter(
      description = "Only organs whose report is in this state",
      schema = @Schema(implementation = Standing.Stage.class))
  @QueryParam("state")
  String state;

  @Parameter(
      description = "Only organs of the region itself, not of those below it",
      schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
  @QueryParam("own")
  String own;

  CoverageStore.Filter filter(Region of, LocalDate today) {
    return new CoverageStore.Filter(
        of.code(),
        Parameters.requiredYear("year", year),
        today,
        Parameters.flag("own", own),
        Parameters.choice("status", status, Standing.Status.class)
            .map(Standing.Status::code)
            .orElse(null),
        Parameters.choice("state", state, Standing.Stage.class)
            .map(Standing.Stage::code)
            .orElse(null),
        false);
  }

  Cursor after() {
    return Cursor.read(cursor);
  }

  /** Where a page of organs ends: in which region, with which organ. */
  record Cursor(String region, String organ) {

    static final Cursor START = new Cursor("", "");

    private static final Pattern SHAPE =
        Pattern.compile("([0-9]{6}(?:[0-9]{3})?):([0-9A-Z][0-9A-Z-]{0,31})");

    static Cursor read(@Nullable String cursor) {
      return Paging.parts(cursor, SHAPE)
          .map(parts -> new Cursor(parts.group(1), parts.group(2)))
          .orElse(START);
    }

    static String after(Standing last) {
      return last.region() + ":" + last.organ();
    }
  }
}
