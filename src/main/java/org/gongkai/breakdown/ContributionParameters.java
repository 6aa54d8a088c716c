package org.gongkai.breakdown;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.gongkai.platform.Parameters;
import org.gongkai.registry.OrganKind;
import org.gongkai.report.Basis;
import org.gongkai.rollup.RollupQueryReader;
import org.gongkai.tally.By;

/** Which number is to be taken apart, and how, as it was sent. */
class ContributionParameters {

  @Parameter(
      description = "Code of the region that the number is of",
      required = true,
      example = "371002")
  @QueryParam("region")
  String region;

  @Parameter(
      description = "The report year",
      required = true,
      schema = @Schema(type = SchemaType.INTEGER),
      example = "2021")
  @QueryParam("year")
  String year;

  @Parameter(
      description =
          "Whose reports the number counts. For readers whose key has not `unpublished` it is"
              + " `published`, and nothing else, wherever the parts can tell the figures of a"
              + " single organ: with `by=organ`, `organ`, `kind` or `asOf`, of a township, and with"
              + " `by=region` of a district",
      schema = @Schema(implementation = Basis.class, title = "Basis", defaultValue = "submitted"))
  @QueryParam("basis")
  String basis;

  @Parameter(
      description = "An instant (RFC 3339): the number as it was then",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"),
      example = "2022-02-01T00:00:00+08:00")
  @QueryParam("asOf")
  String asOf;

  @Parameter(
      description =
          "Only organs of this kind, in the report year; may be given several times, as for the"
              + " rollup",
      schema = @Schema(type = SchemaType.ARRAY, implementation = OrganKind.class))
  @QueryParam("kind")
  List<String> kinds;

  @Parameter(
      description = "Which rollup the number stands in",
      required = true,
      schema =
          @Schema(
              type = SchemaType.STRING,
              title = "RollupSection",
              enumeration = {"publications", "applications", "disclosure", "contests"}),
      example = "applications")
  @QueryParam("section")
  String section;

  @Parameter(
      description = "The row as the rollup has it; not for publications",
      example = "outcomes.refused")
  @QueryParam("row")
  String row;

  @Parameter(
      description = "The column as the rollup has it; not for publications",
      example = "total")
  @QueryParam("column")
  String column;

  @Parameter(
      description = "Publications: code of the channel; the stated totals where it is left out",
      example = "website")
  @QueryParam("channel")
  String channel;

  @Parameter(description = "Publications: code of the unit", example = "item")
  @QueryParam("unit")
  String unit;

  @Parameter(
      description =
          "What to take it apart into. `region`: the regions directly below, and the organs of the"
              + " region itself under its own code; `organ`: organs, each with its report; `cell`:"
              + " the leaf cells",
      schema =
          @Schema(
              implementation = PartBy.class,
              title = "ContributionDivision",
              defaultValue = "region"))
  @QueryParam("by")
  String by;

  @Parameter(description = "Only what this organ gives to it", example = "113710020043609788")
  @QueryParam("organ")
  String organ;

  @Parameter(
      description = "Only what the organs of the region itself give, not those below it",
      schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
  @QueryParam("own")
  String own;

  @Parameter(
      description = "Only parts with blank cells: who makes the number incomplete",
      schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
  @QueryParam("blank")
  String blank;

  @Parameter(
      description =
          "Only parts of reports that are laid out without the number, which are left out"
              + " otherwise: the cell is not in their layout of the form",
      schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
  @QueryParam("otherLayout")
  String otherLayout;

  @Parameter(description = "The `next` of the page before; JSON only")
  @QueryParam("cursor")
  String cursor;

  @Parameter(
      description = "How many at most; JSON only",
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "100"))
  @QueryParam("limit")
  String limit;

  int year() {
    return Parameters.requiredYear("year", year);
  }

  /** What the rollup is divided by that the number stands in. */
  By rollupBy() {
    return dividedBy() == PartBy.REGION ? By.REGION : By.NONE;
  }

  /** Which reports the number is of. */
  RollupQueryReader.Which which() {
    boolean tellsOrgans =
        dividedBy() == PartBy.ORGAN || Parameters.text("organ", organ).isPresent();
    return new RollupQueryReader.Which(basis, kinds, asOf, tellsOrgans);
  }

  PartBy dividedBy() {
    return Parameters.choice("by", by, PartBy.class).orElse(PartBy.REGION);
  }

  ContributionStore.Filter filter() {
    return new ContributionStore.Filter(
        Parameters.text("organ", organ).orElse(null),
        Parameters.flag("own", own),
        Parameters.flag("blank", blank),
        Parameters.flag("otherLayout", otherLayout));
  }

  int size() {
    return Parameters.number("limit", limit, 100, 1, 1000);
  }
}
