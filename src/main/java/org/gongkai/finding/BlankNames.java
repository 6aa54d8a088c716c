package org.gongkai.finding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.Row;
import org.gongkai.form.Section;
import org.gongkai.problem.Language;
import org.gongkai.problem.Text;

/**
 * Names the blank cells of a table as a person would: row by row with the columns, rows that lack
 * the same columns together.
 */
final class BlankNames {

  private static final Text WHOLE_TABLE = new Text("全表", "the whole table");
  private static final Text WHOLE_ROW = new Text("整行", "the whole row");

  private final Places places;
  private final Language language;

  BlankNames(Places places, Language language) {
    this.places = places;
    this.language = language;
  }

  String of(Finding blank) {
    Section section = places.section(blank.section());
    List<String> others = new ArrayList<>();
    Map<Row, List<Column>> rows = new LinkedHashMap<>();
    for (CellState state : blank.cells()) {
      Cell cell = section == null ? null : section.cells().get(state.path());
      if (cell == null) {
        others.add(quoted(places.labelOf(state)));
      } else {
        rows.computeIfAbsent(cell.row(), row -> new ArrayList<>()).add(cell.column());
      }
    }
    if (section != null && blank.cells().size() == section.cells().size() && others.isEmpty()) {
      return WHOLE_TABLE.in(language);
    }
    List<String> names = section == null ? new ArrayList<>() : names(section, rows);
    names.addAll(others);
    return String.join(language == Language.ZH ? "；" : "; ", names);
  }

  private List<String> names(Section section, Map<Row, List<Column>> rows) {
    Map<String, List<Row>> alike = new LinkedHashMap<>();
    rows.forEach(
        (row, columns) ->
            alike.computeIfAbsent(columns(section, row, columns), c -> new ArrayList<>()).add(row));
    List<String> names = new ArrayList<>();
    alike.forEach(
        (columns, its) ->
            names.add(
                its.stream()
                        .map(row -> quoted(section.labelOf(row)))
                        .collect(Collectors.joining(language == Language.ZH ? "" : ", "))
                    + (language == Language.ZH ? "：" : ": ")
                    + columns));
    return names;
  }

  private String columns(Section section, Row row, List<Column> columns) {
    return columns.size() == section.columnsOf(row).size()
        ? WHOLE_ROW.in(language)
        : columns.stream()
            .map(column -> section.labelOf(column).in(language))
            .collect(Collectors.joining(language == Language.ZH ? "、" : ", "));
  }

  private String quoted(Text label) {
    return language == Language.ZH
        ? "“" + label.zh().replace('“', '‘').replace('”', '’') + "”"
        : '"' + label.en() + '"';
  }
}
