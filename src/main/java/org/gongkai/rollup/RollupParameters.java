package org.gongkai.rollup;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.gongkai.form.Scope;
import org.gongkai.platform.Parameters;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;
import org.gongkai.registry.OrganKind;
import org.gongkai.report.Basis;
import org.gongkai.table.Representation;
import org.gongkai.table.TableFormat;
import org.gongkai.table.TableRequest;
import org.gongkai.tally.By;
import org.jspecify.annotations.Nullable;

/**
 * What every rollup can be asked, as it was sent. What one alone can be asked is said by who
 * extends it: a name that a rollup does not have is refused by the names of its parameters.
 */
class RollupParameters {

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
              + " region itself under its own code. `organ`: for a city and below. `level`: the"
              + " organs of provinces, of cities, of districts, of townships. `year`: a series,"
              + " from 2019 on unless `from` and `to` say otherwise",
      schema = @Schema(implementation = By.class, title = "RollupDivision", defaultValue = "none"))
  @QueryParam("by")
  String by;

  @Parameter(
      description = "Only organs of this kind, in the report year; may be given several times",
      schema = @Schema(type = SchemaType.ARRAY, implementation = OrganKind.class))
  @QueryParam("kind")
  List<String> kinds;

  @Parameter(
      description =
          "Whose reports are counted; without a key only `published`. For readers whose key has not"
              + " `unpublished` it is `published`, and nothing else, wherever the answer can tell"
              + " the figures of a single organ: with `by=organ`, `kind` or `asOf`, of a township,"
              + " and with `by=region` and `by=level` of a district",
      schema = @Schema(implementation = Basis.class, title = "Basis", defaultValue = "submitted"))
  @QueryParam("basis")
  String basis;

  @Parameter(
      description =
          "Whose reports. `organ`: those of all organs within the region, added up. `level` and"
              + " `area`: the series of what governments report themselves, of their level (本级) or"
              + " of their area (全区域): the government of the region, `by=region` those of the"
              + " regions directly below too, each under its own code, `by=level` those of all"
              + " regions of a level added up. Of a region and year one report counts, that of the"
              + " people's government, else of its general office, else of a zone's committee;"
              + " `coverage` then counts governments. Nothing is added to what they say but the"
              + " totals, which are computed from their leaf cells as everywhere. Not with"
              + " `by=organ` or `kind`; for readers whose key has not `unpublished`, `basis` is"
              + " `published`",
      schema = @Schema(implementation = Scope.class, defaultValue = "organ"))
  @QueryParam("scope")
  String scope;

  @Parameter(
      description =
          "`previous-year`: each number beside that of the year before, `previousTotal`, and"
              + " `changeTotal` (`previousYearItems`, where the form has a column `previousItems`);"
              + " coverage is then of that year too",
      schema =
          @Schema(
              type = SchemaType.STRING,
              title = "RollupComparison",
              enumeration = {"previous-year"}))
  @QueryParam("compare")
  String compare;

  @Parameter(
      description =
          "An instant (RFC 3339): the sums as they were then, by the registry of today; slower",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"),
      example = "2022-02-01T00:00:00+08:00")
  @QueryParam("asOf")
  String asOf;

  @Parameter(
      description =
          "How rows are laid out. `flat`: as CSV has them, place and coverage as columns of each"
              + " row. `long`: a row for each number, with `code`, `name`, `year`, `period`, the"
              + " keys of the row, `column`, `columnLabel`, `value` (and `previousValue`,"
              + " `changeValue`); `leaf` is false for the column of totals, too. For JSON, CSV and"
              + " workbooks; in the schema of rows each member that not all of them have says which"
              + " have it",
      schema =
          @Schema(
              implementation = RollupShape.class,
              title = "RollupShape",
              defaultValue = "nested"))
  @QueryParam("shape")
  String shape;

  @Parameter(
      description =
          "How the answer is written; unless said, as `Accept` wants. `xlsx`: a workbook,"
              + " `jsonstat`: a JSON-stat 2.0 dataset, `csvw`: a description of the columns of"
              + " `csv` (CSV on the Web)",
      schema =
          @Schema(implementation = TableFormat.class, title = "TableFormat", defaultValue = "json"))
  @QueryParam("format")
  String format;

  @Parameter(description = Representation.BOM, schema = @Schema(type = SchemaType.BOOLEAN))
  @QueryParam("bom")
  String bom;

  @Context @Nullable UriInfo uri;

  /** What the rollup is of: the last part of its address. */
  String subject() {
    return Objects.requireNonNull(uri).getPathSegments().getLast().getPath();
  }

  /** How the answer is wanted. */
  TableRequest request(HttpHeaders headers) {
    return TableRequest.of(format, bom, headers, fileName(), this::address);
  }

  /**
   * The same question in another format, relative to its own address. What describes the columns
   * describes the CSV for scripts, in which codes stand as they are.
   */
  private String address(TableFormat other) {
    Map<String, List<String>> asked =
        new TreeMap<>(Objects.requireNonNull(uri).getQueryParameters());
    if ("true".equals(bom)) {
      asked.remove("bom");
    }
    asked.put("format", List.of(other.code()));
    return asked.entrySet().stream()
        .flatMap(
            named -> named.getValue().stream().map(v -> encoded(named.getKey()) + "=" + encoded(v)))
        .collect(Collectors.joining("&", subject() + "?", ""));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** A name that tells downloaded answers apart: {@code rollup-applications-371002-2021}. */
  private String fileName() {
    Stream<String> divided = by == null || by.equals("none") ? Stream.of() : Stream.of("by", by);
    Stream<String> of = scope == null || scope.equals("organ") ? Stream.of() : Stream.of(scope);
    return Stream.of(Stream.of("rollup", subject(), region, year, from, to), of, divided)
        .flatMap(part -> part)
        .filter(Objects::nonNull)
        .map(part -> part.replaceAll("[^0-9A-Za-z_-]", "_"))
        .collect(Collectors.joining("-"));
  }

  /** Rows of a table that are wanted, or null. */
  @Nullable List<String> rows() {
    return null;
  }

  /** Columns of a table that are wanted, or null. */
  @Nullable List<String> columns() {
    return null;
  }

  /** Channels that are wanted, or null. */
  @Nullable List<String> channels() {
    return null;
  }

  /** How rows are wanted. */
  RollupShape shape() {
    return Parameters.choice("shape", shape, RollupShape.class).orElse(RollupShape.NESTED);
  }

  /** Whether each year is wanted beside the one before. */
  boolean comparesYears() {
    return Parameters.text("compare", compare)
        .map(
            wanted -> {
              if (!wanted.equals("previous-year")) {
                throw ProblemException.invalid(
                    Violation.at("?compare", "须为：previous-year。", "Only: previous-year."));
              }
              return true;
            })
        .orElse(false);
  }
}
