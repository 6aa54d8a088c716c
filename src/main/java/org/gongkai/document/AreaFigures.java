package org.gongkai.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.Form;
import org.gongkai.form.Row;
import org.gongkai.form.Section;
import org.gongkai.rollup.SectionRows;
import org.gongkai.tally.Tally;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a government's report, from sums: a cell of which no organ states anything stays
 * blank, and so do the parts of what some organs state as a whole, for nobody knows how much of it
 * is theirs.
 *
 * @param cells of the form in force, by path, in its order
 * @param headings what the rows under a heading are together, as the form prints no sum of them
 * @param rests what is not divided
 */
record AreaFigures(
    Map<String, BigDecimal> cells, Map<String, BigDecimal> headings, List<Rest> rests) {

  /** The sums of one section, with its rows. */
  interface Sums {
    Tally of(String section);
  }

  /**
   * What reports of another edition state as a whole and the form wants in parts.
   *
   * @param number the sum of what they state
   * @param divided what other organs state in each of the parts, by path; null where none does
   */
  record Rest(
      Section section,
      Row whole,
      Column column,
      BigDecimal number,
      Map<String, @Nullable BigDecimal> divided) {

    /** The cells to fill in. */
    List<AreaReportView.PartView> parts() {
      List<AreaReportView.PartView> parts = new ArrayList<>();
      divided.forEach(
          (path, sum) ->
              parts.add(
                  new AreaReportView.PartView(
                      path,
                      Objects.requireNonNull(section.cells().get(path)).row().label().zh(),
                      sum)));
      return parts;
    }

    /** The cell of those that have the row as a whole. */
    String path() {
      return section.id() + "." + whole.id() + "." + column.id();
    }
  }

  static AreaFigures of(Form form, Sums sums, SectionRows.All sections) {
    Map<String, BigDecimal> cells = new LinkedHashMap<>();
    Map<String, BigDecimal> headings = new LinkedHashMap<>();
    List<Rest> rests = new ArrayList<>();
    for (Section section : form.sections().values()) {
      SectionRows added = sections.of(section.id());
      Tally tally = sums.of(section.id());
      added
          .rows(tally)
          .forEach(
              (id, row) ->
                  row.columns()
                      .forEach(
                          (column, here) -> {
                            String path = section.id() + "." + id + "." + column;
                            BigDecimal number = here.sum().number();
                            if (number != null) {
                              Cell cell = section.cells().get(path);
                              (cell == null ? headings : cells).put(path, number);
                            }
                          }));
      added.undivided(tally).forEach((whole, row) -> takeOut(section, whole, row, cells, rests));
    }
    return new AreaFigures(cells, headings, rests);
  }

  /** Leaves the parts blank wherever there is something that may belong to them. */
  private static void takeOut(
      Section section,
      String whole,
      SectionRows.AddedRow undivided,
      Map<String, BigDecimal> cells,
      List<Rest> rests) {
    Row heading =
        section.rows().stream().filter(row -> row.id().equals(whole)).findFirst().orElse(null);
    for (Column column : section.columns()) {
      BigDecimal number = undivided.number(column.id());
      if (heading != null && number != null && number.signum() != 0) {
        Map<String, @Nullable BigDecimal> divided = new LinkedHashMap<>();
        for (Row part : section.rows()) {
          Cell cell = part.isBelow(whole) ? section.cell(part.id(), column.id()) : null;
          if (cell != null) {
            divided.put(cell.path(), cells.remove(cell.path()));
          }
        }
        if (!divided.isEmpty()) {
          rests.add(new Rest(section, heading, column, number, divided));
        }
      }
    }
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
