package org.gongkai.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.gongkai.form.Cell;
import org.gongkai.form.Form;
import org.gongkai.form.Section;
import org.gongkai.rollup.SectionRows;
import org.gongkai.tally.Tally;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a government's report, from sums: a cell of which no organ states anything stays
 * blank.
 *
 * @param cells of the form in force, by path, in its order
 * @param headings what the rows under a heading are together, as the form prints no sum of them
 */
record AreaFigures(Map<String, BigDecimal> cells, Map<String, BigDecimal> headings) {

  /** The sums of one section, with its rows. */
  interface Sums {
    Tally of(String section);
  }

  static AreaFigures of(Form form, Sums sums, SectionRows.All sections) {
    Map<String, BigDecimal> cells = new LinkedHashMap<>();
    Map<String, BigDecimal> headings = new LinkedHashMap<>();
    for (Section section : form.sections().values()) {
      Map<String, SectionRows.AddedRow> rows =
          Objects.requireNonNull(sections.of(section.id()), section.id())
              .rows(sums.of(section.id()));
      rows.forEach(
          (id, row) ->
              row.sums()
                  .forEach(
                      (column, sum) -> {
                        String path = section.id() + "." + id + "." + column;
                        BigDecimal number = sum.number();
                        if (number != null) {
                          Cell cell = section.cells().get(path);
                          (cell == null ? headings : cells).put(path, number);
                        }
                      }));
    }
    return new AreaFigures(cells, headings);
  }

  /** What a path stands for, in cells or in headings; null where nothing does. */
  @Nullable BigDecimal at(String path) {
    BigDecimal cell = cells.get(path);
    return cell == null ? headings.get(path) : cell;
  }

  /** Writes the cells as {@code POST /reports} takes them; blanks as null, in the form's order. */
  void into(ObjectNode report, Form form) {
    for (Section section : form.sections().values()) {
      for (String path : section.cells().keySet()) {
        ObjectNode at = report;
        String[] steps = path.split("\\.");
        for (int i = 0; i < steps.length - 1; i++) {
          at = at.withObject("/" + steps[i]);
        }
        at.put(steps[steps.length - 1], cells.get(path));
      }
    }
  }
}
