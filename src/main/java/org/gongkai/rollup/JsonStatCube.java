package org.gongkai.rollup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.problem.Language;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Text;

/**
 * The rows of a rollup as a cube: what tells rows apart are its dimensions, and the numbers of a
 * row are along the last one.
 */
final class JsonStatCube {

  private static final List<String> TABLE = List.of("row");
  private static final int MOST = 20_000;
  private static final Map<String, List<String>> KEYS =
      Map.of("publications", List.of("channel", "unit"), "indicators", List.of("indicator"));

  /**
   * A dimension.
   *
   * @param member of the rows, which it holds the values of
   * @param categories by code, in order, what they are called
   */
  record Dimension(String id, String member, String label, Map<String, String> categories) {}

  private final RollupView rollup;
  private final ColumnTexts texts;
  private final Language language;
  private final String subject;
  private final List<Dimension> keys = new ArrayList<>();
  private final Dimension numbers;
  private final Map<List<String>, Map<String, Object>> rows = new HashMap<>();

  JsonStatCube(RollupView rollup, RollupParameters asked, ColumnTexts texts, Language language) {
    this.rollup = rollup;
    this.texts = texts;
    this.language = language;
    this.subject = asked.subject();
    keys.add(places());
    Map<String, String> years = new LinkedHashMap<>();
    FlatRows.years(rollup, asked).forEach(year -> years.put(year.toString(), year.toString()));
    keys.add(dimension("year", "year", years));
    for (String member : KEYS.getOrDefault(subject, TABLE)) {
      keys.add(dimension(member, member, new LinkedHashMap<>()));
    }
    this.numbers = numbers();
    for (Map<String, Object> row : rollup.rows()) {
      keys.forEach(key -> key.categories().putIfAbsent(code(key, row), label(key, row)));
      rows.put(keys.stream().map(key -> code(key, row)).toList(), row);
    }
  }

  /**
   * Refuses what has too many rows: a cube has a cell for each of its combinations, and is at hand
   * as a whole.
   */
  static void requireFits(RollupView rollup) {
    boolean manyPlaces = rollup.places() != null && rollup.places().size() > MOST;
    if (manyPlaces || rollup.rows().size() > MOST) {
      throw ProblemException.of(
          ProblemType.ANSWER_TOO_LARGE,
          new Text(
                  "该查询的行数超过 %s，无法以 jsonstat 给出；请用 format=csv，或缩小地区或年度范围。",
                  "More than %s rows are too many for jsonstat; ask for format=csv, or for fewer"
                      + " regions or years.")
              .with(MOST));
    }
  }

  private Dimension dimension(String id, String member, Map<String, String> categories) {
    return new Dimension(id, member, title(member).in(language), categories);
  }

  private Text title(String member) {
    return texts.of(subject, member).title();
  }

  private Dimension places() {
    Map<String, String> places = new LinkedHashMap<>();
    if (rollup.places() == null) {
      places.put(rollup.region(), rollup.name());
    } else {
      rollup.places().forEach(place -> places.put(place.code(), place.name()));
    }
    String label = new Text("地区或机关", "Place").in(language);
    return new Dimension("place", "code", label, places);
  }

  /** The members that are numbers; those of a table are its columns. */
  private Dimension numbers() {
    Map<String, String> numbers = new LinkedHashMap<>();
    for (String member : new FlatRows(rollup).columns()) {
      boolean inRows = rollup.rows().stream().anyMatch(row -> row.get(member) instanceof Number);
      if (inRows && !FlatRows.KEYS.contains(member)) {
        numbers.put(member, title(member).in(language));
      }
    }
    boolean table = !KEYS.containsKey(subject);
    Text label = table ? new Text("列", "Column") : new Text("统计量", "Measure");
    return new Dimension(table ? "column" : "measure", null, label.in(language), numbers);
  }

  private String code(Dimension key, Map<String, Object> row) {
    Object value = row.get(key.member());
    return value == null && key.member().equals("code") ? rollup.region() : String.valueOf(value);
  }

  private String label(Dimension key, Map<String, Object> row) {
    String code = code(key, row);
    Object label =
        switch (key.member()) {
          case "code" -> row.get("name");
          case "year" -> code;
          case "unit" -> texts.unit(code).map(text -> text.in(language)).orElse(code);
          default -> row.get("label");
        };
    return label == null ? code : label.toString();
  }

  /** All dimensions, in the order in which the cells are. */
  List<Dimension> dimensions() {
    List<Dimension> all = new ArrayList<>(keys);
    all.add(numbers);
    return all;
  }

  Dimension numbersOfRows() {
    return numbers;
  }

  /** Takes the cells one after the other: the last dimension is the fastest. */
  interface Cells {
    /**
     * A cell.
     *
     * @param row null where there is none
     */
    void next(Map<String, Object> row, String member) throws IOException;
  }

  void eachCell(Cells cells) throws IOException {
    each(new ArrayList<>(), cells);
  }

  private void each(List<String> codes, Cells cells) throws IOException {
    if (codes.size() < keys.size()) {
      for (String code : keys.get(codes.size()).categories().keySet()) {
        codes.add(code);
        each(codes, cells);
        codes.removeLast();
      }
    } else {
      Map<String, Object> row = rows.get(codes);
      for (String member : numbers.categories().keySet()) {
        cells.next(row, member);
      }
    }
  }
}
