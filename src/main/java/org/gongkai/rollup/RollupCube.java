package org.gongkai.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gongkai.problem.Language;
import org.gongkai.problem.Text;
import org.gongkai.table.Cell;
import org.gongkai.table.Column;
import org.gongkai.table.Cube;
import org.gongkai.table.Row;
import org.gongkai.tally.By;
import org.gongkai.tally.Coverage;

/** A rollup as a cube: place, year, what tells the rows of a place apart, and its numbers. */
final class RollupCube {

  private static final Map<String, List<NamedColumn>> KEYS =
      Map.of(
          "publications", List.of(NamedColumn.CHANNEL, NamedColumn.UNIT),
          "indicators", List.of(NamedColumn.INDICATOR));

  private static final Set<String> NO_PLACES = Set.of(By.ORGAN.code(), By.LEVEL.code());

  private static final String BLANK = "blank";
  private static final String INCOMPLETE = "incomplete";
  private static final String TOO_FEW = "tooFew";
  private static final String OTHER_LAYOUT = "otherLayout";
  private static final Map<String, Text> STATUS =
      new TreeMap<>(
          Map.of(
              BLANK, new Text("均未填报", "Nothing stated"),
              INCOMPLETE, new Text("有未报机关或空白单元格", "Organs or cells are missing"),
              TOO_FEW, new Text("样本过少，不宜排名", "Too few to rank"),
              OTHER_LAYOUT,
                  new Text(
                      "部分报告采用其他表式或计量单位，没有该单元格",
                      "Some reports have no such cell: another layout, or a unit of their own")));

  /** What a dataset says beside its numbers. */
  private record Extension(
      String region,
      String basis,
      String by,
      boolean complete,
      Coverage coverage,
      List<RollupView.PlaceCoverage> places,
      Map<String, Map<String, Long>> layouts,
      Statuses status) {}

  private record Statuses(Map<String, String> label) {}

  private final RollupTable table;
  private final RollupView rollup;
  private final String subject;
  private final RollupColumns texts;
  private final Language language;

  RollupCube(
      RollupTable table,
      RollupView rollup,
      String subject,
      RollupColumns texts,
      Language language) {
    this.table = table;
    this.rollup = rollup;
    this.subject = subject;
    this.texts = texts;
    this.language = language;
  }

  Cube cube() {
    List<Cube.Axis> axes = new ArrayList<>(List.of(places(), years()));
    KEYS.getOrDefault(subject, List.of(NamedColumn.ROW)).forEach(key -> axes.add(axis(key)));
    return new Cube(
        texts.title(subject).in(language) + " · " + rollup.name(),
        table.table(),
        axes,
        measures(),
        this::status,
        extension());
  }

  private Cube.Axis places() {
    Map<String, String> places = new LinkedHashMap<>();
    table.allPlaces().forEach(place -> places.put(place.code(), place.name()));
    // organs and levels are no places on a map
    return new Cube.Axis(
        "place",
        NO_PLACES.contains(rollup.by()) ? null : Cube.Role.GEO,
        new Text("地区或机关", "Place").in(language),
        places,
        row -> category(row, NamedColumn.CODE, rollup.region(), row.text(NamedColumn.NAME)));
  }

  private Cube.Axis years() {
    Map<String, String> years = new LinkedHashMap<>();
    table.years().forEach(year -> years.put(year.toString(), year.toString()));
    return new Cube.Axis(
        NamedColumn.YEAR.id(),
        Cube.Role.TIME,
        NamedColumn.YEAR.title().in(language),
        years,
        row -> {
          String year = row.number(NamedColumn.YEAR).toPlainString();
          return new Cube.Category(year, year);
        });
  }

  private Cube.Axis axis(NamedColumn key) {
    return new Cube.Axis(
        key.id(),
        null,
        key.title().in(language),
        Map.of(),
        row ->
            category(
                row,
                key,
                null,
                key == NamedColumn.UNIT
                    ? texts.unit(row.text(key)).map(unit -> unit.in(language)).orElse(null)
                    : row.text(NamedColumn.LABEL)));
  }

  private static Cube.Category category(Row row, Column key, String otherwise, String label) {
    String code = row.has(key) ? row.text(key) : otherwise;
    return new Cube.Category(code, label == null ? code : label);
  }

  /** Those of a table are its columns. */
  private Cube.Measures measures() {
    return KEYS.containsKey(subject)
        ? new Cube.Measures("measure", new Text("统计量", "Measure").in(language))
        : new Cube.Measures("column", new Text("列", "Column").in(language));
  }

  private Extension extension() {
    Map<String, String> labels = new LinkedHashMap<>();
    STATUS.forEach((code, text) -> labels.put(code, text.in(language)));
    return new Extension(
        rollup.region(),
        rollup.basis(),
        rollup.by(),
        rollup.complete(),
        rollup.coverage(),
        rollup.places() == null ? List.of() : rollup.places(),
        rollup.layouts() == null ? Map.of() : rollup.layouts(),
        new Statuses(labels));
  }

  private Optional<String> status(Row row, Column column) {
    if (!row.has(column)) {
      return Optional.empty();
    }
    if (row.at(column).equals(Cell.NOTHING)) {
      return Optional.of(isOfDifferentReports(row, column) ? OTHER_LAYOUT : BLANK);
    }
    if (column == NamedColumn.VALUE && row.at(NamedColumn.TOO_FEW).equals(Cell.of(true))) {
      return Optional.of(TOO_FEW);
    }
    if (isOfSomeOnly(row, (RollupColumn) column)) {
      return Optional.of(OTHER_LAYOUT);
    }
    boolean incomplete =
        isPositive(row.number(NamedColumn.BLANK)) || isPositive(row.number(NamedColumn.MISSING));
    return incomplete ? Optional.of(INCOMPLETE) : Optional.empty();
  }

  private static boolean isPositive(BigDecimal number) {
    return number != null && number.signum() > 0;
  }

  /** A ratio that there is not, although there are both of its parts. */
  private static boolean isOfDifferentReports(Row row, Column column) {
    BigDecimal denominator = row.number(NamedColumn.DENOMINATOR);
    return column == NamedColumn.VALUE
        && row.number(NamedColumn.NUMERATOR) != null
        && denominator != null
        && denominator.signum() != 0;
  }

  /**
   * Whether a number of a table stands on some of the reports in the sum only, since the others
   * have no such cell.
   */
  private boolean isOfSomeOnly(Row row, RollupColumn column) {
    if (!row.has(NamedColumn.ROW)) {
      return false;
    }
    return switch (column) {
      case RollupColumn.Measure measure ->
          isFewer(
              having(
                  row.number(new RollupColumn.ReportsOf(measure)), row.number(NamedColumn.REPORTS)),
              row.number(NamedColumn.REPORTED));
      case RollupColumn.Compared compared
          when compared.what() == RollupColumn.Compared.What.CHANGE ->
          isOfSomeOnly(row, compared.of())
              || isOfSomeOnly(row, RollupColumn.Compared.previous(compared.of()));
      case RollupColumn.Compared(var what, RollupColumn.Measure of) ->
          isFewer(
              having(
                  row.number(RollupColumn.Compared.previous(new RollupColumn.ReportsOf(of))),
                  row.number(RollupColumn.Compared.previous(NamedColumn.REPORTS))),
              BigDecimal.valueOf(yearBefore(row).reported()));
      case RollupColumn.Compared other -> false;
      case RollupColumn.ReportsOf reports -> false;
      case NamedColumn named -> false;
    };
  }

  private static BigDecimal having(BigDecimal ofColumn, BigDecimal ofRow) {
    return ofColumn == null ? ofRow : ofColumn;
  }

  private static boolean isFewer(BigDecimal having, BigDecimal reported) {
    return having != null && having.compareTo(reported) < 0;
  }

  private Coverage yearBefore(Row row) {
    String code = row.has(NamedColumn.CODE) ? row.text(NamedColumn.CODE) : rollup.region();
    return table.coverage(code, row.number(NamedColumn.YEAR).intValueExact() - 1);
  }
}
