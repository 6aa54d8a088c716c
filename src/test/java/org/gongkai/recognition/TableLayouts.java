package org.gongkai.recognition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.FormRole;
import org.gongkai.form.Row;
import org.gongkai.form.Section;

/** The ways in which the table of a section is printed. */
public final class TableLayouts {

  private TableLayouts() {}

  /** Blocks of articles in one table, as the form has it, or a table for each. */
  static List<DrawnTable> blocks(Section section, Function<Cell, String> printed, boolean apart) {
    List<DrawnTable> tables = new ArrayList<>();
    String article = "";
    List<Column> columns = List.of();
    for (Row row : section.rows()) {
      List<Column> its = section.columnsOf(row);
      boolean begins = !String.valueOf(row.article()).equals(article) || !its.equals(columns);
      if (tables.isEmpty() || begins && apart) {
        tables.add(new DrawnTable());
      }
      DrawnTable table = tables.getLast();
      if (begins) {
        article = String.valueOf(row.article());
        columns = its;
        table.row().label(article, 1, 4);
        table.row().label("信息内容", 1, 1);
        for (int i = 0; i < its.size(); i++) {
          table.label(its.get(i).label().zh(), 1, width(i, its.size()));
        }
      }
      table.row().label(row.label().zh(), 1, 1);
      for (int i = 0; i < its.size(); i++) {
        table.figure(text(section, row, its.get(i), printed), width(i, its.size()));
      }
    }
    return tables;
  }

  private static int width(int column, int columns) {
    return column == columns - 1 ? 3 - (columns - 1) : 1;
  }

  private static String text(
      Section section, Row row, Column column, Function<Cell, String> printed) {
    Cell cell = section.cell(row.id(), column.id());
    return cell == null ? "" : printed.apply(cell);
  }

  /**
   * Rows below each other with the headings beside them in columns of their own, as the form has
   * it.
   */
  static DrawnTable nested(Section section, Function<Cell, String> printed, Set<String> left) {
    DrawnTable table = new DrawnTable();
    heads(section, table, 3);
    Set<String> begun = new HashSet<>();
    for (Row row : section.rows()) {
      if (row.role() == FormRole.HEADING || left.contains(row.id())) {
        continue;
      }
      table.row();
      int depth = 0;
      for (Row heading : section.rows()) {
        if (heading.role() == FormRole.HEADING && row.id().startsWith(heading.id() + ".")) {
          if (begun.add(heading.id())) {
            int height =
                (int)
                    section.rows().stream()
                        .filter(r -> r.role() != FormRole.HEADING && !left.contains(r.id()))
                        .filter(r -> r.id().startsWith(heading.id() + "."))
                        .count();
            table.label(heading.label().zh(), height, 1);
          }
          depth++;
        }
      }
      table.label(row.label().zh(), 1, 3 - depth);
      figures(section, row, table, printed);
    }
    return table;
  }

  /** Rows below each other, headings in rows of their own. */
  static DrawnTable listed(Section section, Function<Cell, String> printed, Set<String> left) {
    DrawnTable table = new DrawnTable();
    heads(section, table, 1);
    for (Row row : section.rows()) {
      if (row.role() == FormRole.HEADING) {
        table.row().label(row.label().zh(), 1, 8);
      } else if (!left.contains(row.id())) {
        table.row().label(row.label().zh(), 1, 1);
        figures(section, row, table, printed);
      }
    }
    return table;
  }

  private static void heads(Section section, DrawnTable table, int labels) {
    String note = section.note() == null ? "" : section.note().zh();
    boolean grouped = section.columns().stream().anyMatch(c -> c.group() != null);
    if (!grouped) {
      table.row().label(note, 1, labels);
      section.columns().forEach(c -> table.label(c.label().zh(), 1, 1));
      return;
    }
    table.row().label(note, 3, labels).label("申请人情况", 1, section.columns().size());
    table.row();
    String group = "";
    for (Column column : section.columns()) {
      if (column.group() == null) {
        table.label(column.label().zh(), 2, 1);
      } else if (!column.group().zh().equals(group)) {
        group = column.group().zh();
        String its = group;
        int width =
            (int)
                section.columns().stream()
                    .filter(c -> c.group() != null && c.group().zh().equals(its))
                    .count();
        table.label(group, 1, width);
      }
    }
    table.row();
    section.columns().stream()
        .filter(c -> c.group() != null)
        .forEach(c -> table.label(c.label().zh(), 1, 1));
  }

  private static void figures(
      Section section, Row row, DrawnTable table, Function<Cell, String> printed) {
    for (Column column : section.columns()) {
      table.figure(text(section, row, column, printed), 1);
    }
  }

  /** Columns of all rows beside each other, as the form has section 4. */
  static DrawnTable across(Section section, Function<Cell, String> printed, String before) {
    DrawnTable table = new DrawnTable();
    int width = section.columns().size();
    table.row();
    if (!before.isEmpty()) {
      table.label("", 3, 1);
    }
    Map<String, Integer> groups = new LinkedHashMap<>();
    for (Row row : section.rows()) {
      String group = row.group() == null ? row.label().zh() : row.group().zh();
      groups.merge(group, width, Integer::sum);
    }
    groups.forEach((group, columns) -> table.label(group, 1, columns));
    table.row();
    for (Row row : section.rows()) {
      if (row.group() == null) {
        section.columns().forEach(c -> table.label(c.label().zh(), 2, 1));
      } else {
        table.label(row.label().zh(), 1, width);
      }
    }
    table.row();
    for (Row row : section.rows()) {
      if (row.group() != null) {
        section.columns().forEach(c -> table.label(c.label().zh(), 1, 1));
      }
    }
    table.row();
    if (!before.isEmpty()) {
      table.label(before, 1, 1);
    }
    for (Row row : section.rows()) {
      figures(section, row, table, printed);
    }
    return table;
  }

  /** Rows with the heading of a group beside them. */
  static DrawnTable upright(Section section, Function<Cell, String> printed) {
    DrawnTable table = new DrawnTable();
    table.row().label("", 1, 2);
    section.columns().forEach(c -> table.label(c.label().zh(), 1, 1));
    Set<String> begun = new LinkedHashSet<>();
    for (Row row : section.rows()) {
      table.row();
      if (row.group() == null) {
        table.label(row.label().zh(), 1, 2);
      } else {
        if (begun.add(row.group().zh())) {
          int height =
              (int)
                  section.rows().stream()
                      .filter(r -> r.group() != null && r.group().equals(row.group()))
                      .count();
          table.label(row.group().zh(), height, 1);
        }
        table.label(row.label().zh(), 1, 1);
      }
      figures(section, row, table, printed);
    }
    return table;
  }

  /** The columns of applicants as rows. */
  static DrawnTable aside(Section section, Function<Cell, String> printed) {
    DrawnTable table = new DrawnTable();
    List<Row> rows = section.rows().stream().filter(r -> r.role() != FormRole.HEADING).toList();
    table.row().label("", 1, 1);
    rows.forEach(r -> table.label(r.label().zh(), 1, 1));
    for (Column column : section.columns()) {
      table.row().label(column.label().zh(), 1, 1);
      rows.forEach(r -> table.figure(text(section, r, column, printed), 1));
    }
    return table;
  }
}
