package org.gongkai.rollup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.problem.Language;
import org.gongkai.problem.Text;
import org.gongkai.report.Basis;
import org.gongkai.table.Cube;
import org.gongkai.table.TableColumn;
import org.gongkai.table.TableRow;
import org.gongkai.tally.By;
import org.gongkai.tally.Coverage;
import org.jspecify.annotations.Nullable;

/** A rollup as a cube: place, year, what tells the rows of a place apart, and its numbers. */
final class RollupCube {

  private static final Map<String, List<NamedColumn>> KEYS =
      Map.of(
          "publications", List.of(NamedColumn.CHANNEL, NamedColumn.UNIT),
          "indicators", List.of(NamedColumn.INDICATOR));

  private static final Set<By> NO_PLACES = Set.of(By.ORGAN, By.LEVEL);

  /** What a dataset says beside its numbers. */
  private record Extension(
      String region,
      Basis basis,
      By by,
      boolean complete,
      Coverage coverage,
      List<RollupView.PlaceCoverage> places,
      Map<String, Map<String, Long>> layouts,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<IndicatorDefinition> definitions,
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
        table.wide(),
        axes,
        measures(),
        new NumberStatus(table, rollup.region())::of,
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
          String year = Objects.requireNonNull(row.number(NamedColumn.YEAR)).toPlainString();
          return new Cube.Category(year, year, null);
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

  private static Cube.Category category(
      TableRow row, TableColumn key, @Nullable String otherwise, @Nullable String label) {
    String code = row.has(key) ? row.text(key) : otherwise;
    String parent = key == NamedColumn.ROW ? row.text(NamedColumn.PARENT) : null;
    return new Cube.Category(code, label == null ? code : label, parent);
  }

  /** Those of a table are its columns. */
  private Cube.Measures measures() {
    return KEYS.containsKey(subject)
        ? new Cube.Measures("measure", new Text("统计量", "Measure").in(language), column -> null)
        : new Cube.Measures(
            "column",
            new Text("列", "Column").in(language),
            column -> texts.totalOf(subject, (RollupColumn) column));
  }

  private Extension extension() {
    return new Extension(
        rollup.region(),
        rollup.basis(),
        rollup.by(),
        rollup.complete(),
        rollup.coverage(),
        rollup.places() == null ? List.of() : rollup.places(),
        rollup.layouts() == null ? Map.of() : rollup.layouts(),
        rollup.definitions(),
        new Statuses(NumberStatus.labels(language)));
  }
}
