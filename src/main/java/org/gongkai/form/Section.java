package org.gongkai.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/** A table of the form: rows, columns and the cells where they cross. */
public final class Section {

  private final String id;
  private final Text title;
  private final @Nullable Text note;
  private final List<Column> columns;
  private final List<Row> rows;
  private final TableLayout tableLayout;
  private final Map<String, Cell> cells;

  Section(
      String id,
      Text title,
      @Nullable Text note,
      List<Column> columns,
      List<Row> rows,
      @Nullable TableLayout print) {
    this.id = id;
    this.title = title;
    this.note = note;
    this.columns = List.copyOf(columns);
    this.rows = List.copyOf(rows);
    this.tableLayout = print == null ? TableLayout.PLAIN : print;
    this.cells = cross();
  }

  private Map<String, Cell> cross() {
    Map<String, Cell> crossed = new LinkedHashMap<>();
    for (Row row : rows) {
      if (row.role() != FormRole.HEADING) {
        for (Column column : columnsOf(row)) {
          String path = id + "." + row.id() + "." + column.id();
          Text label = joined(List.of(labelOf(row), labelOf(column)));
          boolean leaf = row.role() == FormRole.LEAF && column.role() == FormRole.LEAF;
          crossed.put(path, new Cell(path, id, row, column, leaf, label));
        }
      }
    }
    return Collections.unmodifiableMap(crossed);
  }

  /** A row with the headings that it stands under: 三、本年度办理结果 / （三）不予公开 / 1.属于国家秘密. */
  public Text labelOf(Row row) {
    List<Text> parts = new ArrayList<>();
    for (Row heading : rows) {
      if (heading.role() == FormRole.HEADING && row.isBelow(heading.id())) {
        parts.add(heading.label());
      }
    }
    if (row.group() != null) {
      parts.add(row.group());
    }
    parts.add(row.label());
    return joined(parts);
  }

  /** A column with the heading that it stands under: 法人或其他组织 / 商业企业. */
  public Text labelOf(Column column) {
    return column.group() == null
        ? column.label()
        : joined(List.of(column.group(), column.label()));
  }

  private static Text joined(List<Text> parts) {
    return new Text(
        String.join(" / ", parts.stream().map(Text::zh).toList()),
        String.join(" / ", parts.stream().map(Text::en).toList()));
  }

  public String id() {
    return id;
  }

  public Text title() {
    return title;
  }

  /** The note that the form prints with the table, or null. */
  public @Nullable Text note() {
    return note;
  }

  /** How its table is laid out on paper. */
  public TableLayout tableLayout() {
    return tableLayout;
  }

  public List<Column> columns() {
    return columns;
  }

  public List<Row> rows() {
    return rows;
  }

  /** The columns that a row has cells in. */
  public List<Column> columnsOf(Row row) {
    return row.columns().isEmpty()
        ? columns
        : columns.stream().filter(c -> row.columns().contains(c.id())).toList();
  }

  /** All cells by path, in the order of the form. */
  public Map<String, Cell> cells() {
    return cells;
  }

  public @Nullable Cell cell(String row, String column) {
    return cells.get(id + "." + row + "." + column);
  }

  /** The rows that a rule means: a row by its id, or every leaf below it by {@code id.*}. */
  public List<Row> rowsNamed(String pattern) {
    return pattern.endsWith(".*")
        ? rows.stream()
            .filter(r -> r.role() == FormRole.LEAF)
            .filter(r -> r.isBelow(pattern.substring(0, pattern.length() - 2)))
            .toList()
        : rows.stream()
            .filter(r -> r.id().equals(pattern) && r.role() != FormRole.HEADING)
            .toList();
  }

  boolean hasColumn(String column) {
    return columns.stream().anyMatch(c -> c.id().equals(column));
  }
}
