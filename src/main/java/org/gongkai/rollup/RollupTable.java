package org.gongkai.rollup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.problem.Language;
import org.gongkai.problem.Text;
import org.gongkai.table.Cube;
import org.gongkai.table.Table;
import org.gongkai.table.TableCell;
import org.gongkai.table.TableColumn;
import org.gongkai.table.TableRow;
import org.gongkai.table.Tabular;
import org.gongkai.tally.Coverage;
import org.jspecify.annotations.Nullable;

/**
 * A rollup as a table, for formats that nest nothing: each row with all of its coverage, also where
 * JSON says it once for all rows.
 */
final class RollupTable implements Tabular {

  private static final Text DEFINITIONS = new Text("指标定义", "Definitions");

  private static final Text COVERAGE = new Text("覆盖情况", "Coverage");

  /** Where and when a row is. */
  static final List<NamedColumn> PLACE =
      List.of(NamedColumn.CODE, NamedColumn.NAME, NamedColumn.YEAR, NamedColumn.PERIOD);

  /** What every row has; a header without any column would be no table. */
  private static final List<TableColumn> OF_NO_ROWS =
      List.of(NamedColumn.YEAR, NamedColumn.PERIOD, NamedColumn.LABEL);

  private static final List<TableColumn> LAST = List.of(NamedColumn.BLANK, NamedColumn.REPORTS);

  /** The coverage of a place, as columns. */
  static final List<NamedColumn> OF_COVERAGE =
      List.of(
          NamedColumn.EXPECTED,
          NamedColumn.REPORTED,
          NamedColumn.MISSING,
          NamedColumn.UNEXPECTED,
          NamedColumn.COVERAGE_BLANK,
          NamedColumn.UNEXPLAINED,
          NamedColumn.WAIVED,
          NamedColumn.OTHER_LAYOUT,
          NamedColumn.COMPLETE);

  /**
   * What was asked for, as far as the answer does not say it again.
   *
   * @param subject a section of the form, publications or indicators
   * @param year the last one; the only one where the answer is of one year
   * @param kinds codes as they were sent, or null
   * @param asOf as it was sent, or null
   * @param compared whether each number stands beside that of the year before
   */
  record Asked(
      String subject,
      int year,
      @Nullable List<String> kinds,
      @Nullable String asOf,
      RollupShape shape,
      boolean compared) {}

  private final RollupView rollup;
  private final Asked asked;
  private final RollupColumns texts;
  private final Language language;
  private @Nullable Map<RollupRow.Spot, Coverage> places;

  RollupTable(RollupView rollup, Asked asked, RollupColumns texts, Language language) {
    this.rollup = rollup;
    this.asked = asked;
    this.texts = texts;
    this.language = language;
  }

  @Override
  public Object json() {
    return switch (asked.shape()) {
      case NESTED -> rollup;
      case FLAT -> ShapedRollup.of(rollup, flat(rollup.rows()), flat(rollup.totals()));
      case LONG -> ShapedRollup.of(rollup, lines(rollup.rows()), lines(rollup.totals()));
    };
  }

  @Override
  public Table table() {
    return asked.shape() == RollupShape.LONG
        ? table(longRows().columns(asked.compared()), lines(rollup.rows()))
        : wide();
  }

  /** With a column for each number. */
  Table wide() {
    return table(columns(), flat(rollup.rows()));
  }

  private Table table(List<TableColumn> columns, @Nullable Iterable<TableRow> rows) {
    return new Table(texts.title(asked.subject()), columns, rows, beside(), notes());
  }

  private List<Table> beside() {
    return rollup.definitions() == null ? List.of(places()) : List.of(places(), definitions());
  }

  private @Nullable Iterable<TableRow> flat(@Nullable List<RollupRow> rows) {
    return rows == null ? null : () -> rows.stream().map(this::flat).iterator();
  }

  private @Nullable Iterable<TableRow> lines(@Nullable List<RollupRow> rows) {
    LongRows lines = longRows();
    return rows == null
        ? null
        : () -> rows.stream().map(this::flat).flatMap(row -> lines.of(row).stream()).iterator();
  }

  private LongRows longRows() {
    return new LongRows(asked.subject(), texts, language);
  }

  private boolean isPlaced(RollupRow row) {
    return row.hasPlace() || asked.shape() != RollupShape.NESTED;
  }

  @Override
  public Cube cube() {
    Cube.requireFits(
        Objects.requireNonNull(rollup.rows()).size(),
        rollup.places() == null ? 1 : rollup.places().size());
    return new RollupCube(this, rollup, asked.subject(), texts, language).cube();
  }

  /** In the order in which rows have them first; what all rows have is last. */
  private List<TableColumn> columns() {
    Set<TableColumn> found = new LinkedHashSet<>();
    for (RollupRow row : Objects.requireNonNull(rollup.rows())) {
      if (isPlaced(row)) {
        found.add(NamedColumn.CODE);
        found.add(NamedColumn.NAME);
      }
      found.add(NamedColumn.YEAR);
      found.add(NamedColumn.PERIOD);
      found.addAll(row.cells().all().keySet());
    }
    if (found.isEmpty()) {
      found.addAll(OF_NO_ROWS);
    }
    LAST.forEach(found::remove);
    List<TableColumn> all = new ArrayList<>(found);
    all.addAll(LAST);
    all.addAll(OF_COVERAGE);
    return all;
  }

  private TableRow flat(RollupRow row) {
    TableRow flat = new TableRow();
    if (isPlaced(row)) {
      flat.put(NamedColumn.CODE, TableCell.of(row.hasPlace() ? row.code() : rollup.region()));
      flat.put(NamedColumn.NAME, TableCell.of(row.hasPlace() ? row.name() : rollup.name()));
    }
    flat.put(NamedColumn.YEAR, TableCell.of(row.year()));
    flat.put(NamedColumn.PERIOD, TableCell.of(row.period()));
    row.cells().all().forEach(flat::put);
    put(flat, row.hasPlace() ? row.coverage() : coverage(rollup.region(), row.year()));
    return flat;
  }

  /** The coverage of a place in a year; of the whole where the answer says no more. */
  Coverage coverage(@Nullable String code, int year) {
    if (places == null) {
      places = new HashMap<>();
      if (rollup.places() != null) {
        rollup
            .places()
            .forEach(p -> places.put(new RollupRow.Spot(p.code(), p.year()), p.coverage()));
      }
    }
    return places.getOrDefault(new RollupRow.Spot(code, year), rollup.coverage());
  }

  /** Coverage as columns; a row has a {@code blank} of its own. */
  private static void put(TableRow row, @Nullable Coverage coverage) {
    row.put(NamedColumn.EXPECTED, TableCell.of(Objects.requireNonNull(coverage).expected()))
        .put(NamedColumn.REPORTED, TableCell.of(coverage.reported()))
        .put(NamedColumn.MISSING, TableCell.of(coverage.missing()))
        .put(NamedColumn.UNEXPECTED, TableCell.of(coverage.unexpected()))
        .put(NamedColumn.COVERAGE_BLANK, TableCell.of(coverage.blank()))
        .put(NamedColumn.UNEXPLAINED, TableCell.of(coverage.unexplained()))
        .put(NamedColumn.WAIVED, TableCell.of(coverage.waived()))
        .put(NamedColumn.OTHER_LAYOUT, TableCell.of(coverage.otherLayout()))
        .put(NamedColumn.COMPLETE, TableCell.of(coverage.isComplete()));
  }

  /** What the indicators mean. */
  private Table definitions() {
    return new Table(
        DEFINITIONS,
        List.of(
            NamedColumn.INDICATOR,
            NamedColumn.LABEL,
            NamedColumn.METHOD,
            NamedColumn.DEFINITION,
            NamedColumn.FORMULA,
            NamedColumn.ARTICLE,
            NamedColumn.FORM),
        () ->
            Objects.requireNonNull(rollup.definitions()).stream()
                .map(RollupTable::flat)
                .iterator());
  }

  private static TableRow flat(IndicatorDefinition defined) {
    return new TableRow()
        .put(NamedColumn.INDICATOR, TableCell.of(defined.indicator()))
        .put(NamedColumn.LABEL, TableCell.of(defined.label()))
        .put(NamedColumn.METHOD, TableCell.of(defined.method()))
        .put(NamedColumn.DEFINITION, TableCell.of(defined.definition()))
        .put(NamedColumn.FORMULA, TableCell.of(defined.formula()))
        .put(NamedColumn.ARTICLE, TableCell.of(defined.article()))
        .put(NamedColumn.FORM, TableCell.of(defined.form()));
  }

  /** The coverage of each place and year, those without any row of sums included. */
  private Table places() {
    List<TableColumn> columns =
        new ArrayList<>(List.of(NamedColumn.CODE, NamedColumn.NAME, NamedColumn.YEAR));
    columns.addAll(OF_COVERAGE);
    return new Table(
        COVERAGE, columns, () -> allPlaces().stream().map(RollupTable::flat).iterator());
  }

  List<RollupView.PlaceCoverage> allPlaces() {
    return rollup.places() == null
        ? List.of(
            new RollupView.PlaceCoverage(
                rollup.region(), rollup.name(), asked.year(), rollup.coverage()))
        : rollup.places();
  }

  private static TableRow flat(RollupView.PlaceCoverage place) {
    TableRow flat =
        new TableRow()
            .put(NamedColumn.CODE, TableCell.of(place.code()))
            .put(NamedColumn.NAME, TableCell.of(place.name()))
            .put(NamedColumn.YEAR, TableCell.of(place.year()));
    put(flat, place.coverage());
    return flat;
  }

  /** The years of an answer, those without any row included. */
  List<Integer> years() {
    return allPlaces().stream().map(RollupView.PlaceCoverage::year).distinct().sorted().toList();
  }

  private List<Table.Note> notes() {
    String years = years().stream().map(String::valueOf).collect(Collectors.joining(", "));
    String kinds = asked.kinds() == null ? null : String.join(", ", asked.kinds());
    return List.of(
        new Table.Note(
            new Text("汇总", "Rollup"), TableCell.of(texts.title(asked.subject()).in(language))),
        new Table.Note(new Text("区划代码", "Region"), TableCell.of(rollup.region())),
        new Table.Note(new Text("区划名称", "Its name"), TableCell.of(rollup.name())),
        new Table.Note(new Text("年度", "Years"), TableCell.of(years)),
        new Table.Note(new Text("分组", "Divided by"), TableCell.of(rollup.by().code())),
        new Table.Note(new Text("口径", "Basis"), TableCell.of(rollup.basis().code())),
        new Table.Note(new Text("报告范围", "Scope"), TableCell.of(rollup.scope().code())),
        new Table.Note(new Text("机关类别", "Kinds of organ"), TableCell.of(kinds)),
        new Table.Note(new Text("截至", "As of"), TableCell.of(asked.asOf())),
        new Table.Note(new Text("完整", "Complete"), TableCell.of(rollup.complete())),
        new Table.Note(new Text("表式", "Layouts"), TableCell.of(layouts())));
  }

  /** {@code disclosure 2019: 1, 2021: 49}. */
  private @Nullable String layouts() {
    return rollup.layouts() == null
        ? null
        : rollup.layouts().entrySet().stream()
            .map(
                section ->
                    section.getValue().entrySet().stream()
                        .map(edition -> edition.getKey() + ": " + edition.getValue())
                        .collect(Collectors.joining(", ", section.getKey() + " ", "")))
            .collect(Collectors.joining("; "));
  }
}
