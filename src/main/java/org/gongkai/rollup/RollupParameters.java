package org.gongkai.rollup;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.gongkai.registry.OrganKind;
import org.gongkai.report.Basis;

/** What every rollup can be asked, as it was sent. */
public class RollupParameters {

  @Parameter(
      description = "Code of the region; organs of the regions below it are in",
      required = true,
      example = "371002")
  @QueryParam("region")
  String region;

  @Parameter(
      description = "The report year; or `from` and `to`",
      schema = @Schema(type = SchemaType.INTEGER),
      example = "2021")
  @QueryParam("year")
  String year;

  @Parameter(
      description = "First year of a series",
      schema = @Schema(type = SchemaType.INTEGER),
      example = "2019")
  @QueryParam("from")
  String from;

  @Parameter(
      description = "Last year of a series",
      schema = @Schema(type = SchemaType.INTEGER),
      example = "2024")
  @QueryParam("to")
  String to;

  @Parameter(
      description =
          "What to divide the sums by. `region`: the regions directly below, and the organs of the"
              + " region itself under its own code. `organ`: for a city and below. `level`: the organs of"
              + " provinces, of cities, of districts, of townships. `year`: a series, from 2019 on"
              + " unless `from` and `to` say otherwise",
      schema = @Schema(implementation = By.class, defaultValue = "none"))
  @QueryParam("by")
  String by;

  @Parameter(
      description = "Only organs of this kind, in the report year; may be given several times",
      schema = @Schema(implementation = OrganKind.class),
      example = "department")
  @QueryParam("kind")
  List<String> kinds;

  @Parameter(
      description = "Whose reports are counted",
      schema = @Schema(implementation = Basis.class, defaultValue = "submitted"))
  @QueryParam("basis")
  String basis;

  @Parameter(
      description =
          "An instant (RFC 3339): the sums as they were then, by the registry of today; slower",
      example = "2022-02-01T00:00:00+08:00")
  @QueryParam("asOf")
  String asOf;

  @Parameter(
      description = "`json` or `csv`; unless said, as `Accept` wants",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"json", "csv"},
              defaultValue = "json"))
  @QueryParam("format")
  String format;
}
