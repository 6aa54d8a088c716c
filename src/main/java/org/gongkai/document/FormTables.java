package org.gongkai.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.FormRole;
import org.gongkai.form.Row;
import org.gongkai.form.Section;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * Lays out the table of a section as the official form prints it: merged heads, headings beside the
 * rows that stand under them, blocks by article. What it says is the form's; this knows ways only.
 */
final class FormTables {

  /** In parts of a thousand: a heading of three signs a line, those below it of four, labels. */
  private static final int FIRST_WIDTH = 70;

  private static final int HEADING_WIDTH = 95;
  private static final int LABEL_WIDTH = 285;
  private static final int WHOLE = 1000;

  private FormTables() {}

  static PaperGrid of(Section section, Function<Cell, PaperGrid.Printed> figures) {
    return switch (section.tableLayout().layout()) {
      case ROWS -> rows(section, figures);
      case BLOCKS -> blocks(section, figures);
      case ACROSS -> across(section, figures);
    };
  }

  private static PaperGrid rows(Section section, Function<Cell, PaperGrid.Printed> figures) {
    PaperGrid.Builder grid = new PaperGrid.Builder();
    List<Column> columns = section.columns();
    int labels = 1 + section.rows().stream().mapToInt(r -> depth(section, r)).max().orElse(0);
    Text over = section.tableLayout().over();
    boolean grouped = columns.stream().anyMatch(c -> c.group() != null);
    int top = over == null ? 0 : 1;
    int headRows = top + (grouped ? 2 : 1);
    grid.cell(0, 0, headRows, labels, PaperGrid.Kind.CORNER, corner(section));
    if (over != null) {
      grid.cell(0, labels, 1, columns.size(), PaperGrid.Kind.COLUMN_HEAD, over.zh());
    }
    columnHeads(grid, columns, labels, top, grouped);
    int at = headRows;
    for (Row row : section.rows()) {
      int depth = depth(section, row);
      if (row.role() == FormRole.HEADING) {
        int below =
            (int)
                section.rows().stream()
                    .filter(r -> r.role() != FormRole.HEADING && isBelow(r, row))
                    .count();
        if (below > 0) {
          grid.cell(at, depth, below, 1, PaperGrid.Kind.ROW_HEAD, row.label().zh());
        }
        continue;
      }
      grid.cell(at, depth, 1, labels - depth, PaperGrid.Kind.ROW_HEAD, row.label().zh());
      for (int c = 0; c < columns.size(); c++) {
        Cell cell = section.cell(row.id(), columns.get(c).id());
        grid.number(
            at, labels + c, 1, cell == null ? PaperGrid.Printed.NOTHING : figures.apply(cell));
      }
      at++;
    }
    return grid.build(section.title().zh(), widths(labels, columns.size()), headRows);
  }

  private static void columnHeads(
      PaperGrid.Builder grid, List<Column> columns, int labels, int top, boolean grouped) {
    int c = 0;
    while (c < columns.size()) {
      Column column = columns.get(c);
      Text group = column.group();
      if (group == null) {
        grid.cell(
            top, labels + c, grouped ? 2 : 1, 1, PaperGrid.Kind.COLUMN_HEAD, column.label().zh());
        c++;
        continue;
      }
      int first = c;
      while (c < columns.size() && group.equals(columns.get(c).group())) {
        grid.cell(
            top + 1, labels + c, 1, 1, PaperGrid.Kind.COLUMN_HEAD, columns.get(c).label().zh());
        c++;
      }
      grid.cell(top, labels + first, 1, c - first, PaperGrid.Kind.COLUMN_HEAD, group.zh());
    }
  }

  private static List<Integer> widths(int labels, int columns) {
    List<Integer> widths = new ArrayList<>();
    for (int label = 0; label < labels - 1; label++) {
      widths.add(label == 0 ? FIRST_WIDTH : HEADING_WIDTH);
    }
    widths.add(LABEL_WIDTH);
    int left = WHOLE - widths.stream().mapToInt(Integer::intValue).sum();
    widths.addAll(Collections.nCopies(columns, left / columns));
    return widths;
  }

  private static PaperGrid blocks(Section section, Function<Cell, PaperGrid.Printed> figures) {
    PaperGrid.Builder grid = new PaperGrid.Builder();
    int most = section.rows().stream().mapToInt(r -> section.columnsOf(r).size()).max().orElse(1);
    int at = 0;
    Row before = null;
    for (Row row : section.rows()) {
      List<Column> columns = section.columnsOf(row);
      if (before == null || !isSameBlock(before, row)) {
        if (row.article() != null && (before == null || !row.article().equals(before.article()))) {
          grid.cell(at, 0, 1, 1 + most, PaperGrid.Kind.BAND, row.article());
          at++;
        }
        grid.cell(at, 0, 1, 1, PaperGrid.Kind.CORNER, corner(section));
        for (int c = 0; c < columns.size(); c++) {
          grid.cell(
              at,
              1 + c,
              1,
              span(c, columns.size(), most),
              PaperGrid.Kind.COLUMN_HEAD,
              columns.get(c).label().zh());
        }
        at++;
      }
      grid.cell(at, 0, 1, 1, PaperGrid.Kind.ROW_HEAD, row.label().zh());
      for (int c = 0; c < columns.size(); c++) {
        Cell cell = Objects.requireNonNull(section.cell(row.id(), columns.get(c).id()));
        grid.number(at, 1 + c, span(c, columns.size(), most), figures.apply(cell));
      }
      at++;
      before = row;
    }
    return grid.build(section.title().zh(), Collections.nCopies(1 + most, WHOLE / (1 + most)), 0);
  }

  /** The last column of a row takes what others leave. */
  private static int span(int column, int columns, int most) {
    return column == columns - 1 ? most - column : 1;
  }

  private static boolean isSameBlock(Row one, Row other) {
    return Objects.equals(one.article(), other.article()) && one.columns().equals(other.columns());
  }

  private static PaperGrid across(Section section, Function<Cell, PaperGrid.Printed> figures) {
    PaperGrid.Builder grid = new PaperGrid.Builder();
    boolean grouped = section.rows().stream().anyMatch(r -> r.group() != null);
    int headRows = grouped ? 3 : 2;
    int at = 0;
    Text open = null;
    int opened = 0;
    for (Row row : section.rows()) {
      List<Column> columns = section.columnsOf(row);
      Text group = row.group();
      if (open != null && !open.equals(group)) {
        grid.cell(0, opened, 1, at - opened, PaperGrid.Kind.COLUMN_HEAD, open.zh());
      }
      if (group != null && !group.equals(open)) {
        opened = at;
      }
      open = group;
      int level = group == null ? 0 : 1;
      grid.cell(level, at, 1, columns.size(), PaperGrid.Kind.COLUMN_HEAD, row.label().zh());
      for (Column column : columns) {
        grid.cell(
            level + 1,
            at,
            headRows - level - 1,
            1,
            PaperGrid.Kind.COLUMN_HEAD,
            column.label().zh());
        Cell cell = Objects.requireNonNull(section.cell(row.id(), column.id()));
        grid.number(headRows, at, 1, figures.apply(cell));
        at++;
      }
    }
    if (open != null) {
      grid.cell(0, opened, 1, at - opened, PaperGrid.Kind.COLUMN_HEAD, open.zh());
    }
    return grid.build(section.title().zh(), Collections.nCopies(at, WHOLE / at), headRows);
  }

  private static String corner(Section section) {
    Text corner = section.tableLayout().corner();
    Text shown = corner == null ? section.note() : corner;
    return shown == null ? "" : shown.zh();
  }

  private static int depth(Section section, @Nullable Row row) {
    return row == null
        ? 0
        : (int)
            section.rows().stream()
                .filter(r -> r.role() == FormRole.HEADING && isBelow(row, r))
                .count();
  }

  private static boolean isBelow(Row row, Row heading) {
    return row.isBelow(heading.id());
  }
}
