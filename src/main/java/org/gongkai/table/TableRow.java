package org.gongkai.table;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cells by column, in the order in which they were put. */
public final class TableRow {

  private final Map<TableColumn, TableCell> cells;

  public TableRow() {
    this(new LinkedHashMap<>());
  }

  private TableRow(Map<TableColumn, TableCell> cells) {
    this.cells = cells;
  }

  /** The same cells, to which others can be added. */
  public TableRow copy() {
    return new TableRow(new LinkedHashMap<>(cells));
  }

  /** Puts a cell, in the place of one that is there. */
  public TableRow put(@Nullable TableColumn column, TableCell cell) {
    cells.put(column, cell);
    return this;
  }

  public boolean has(TableColumn column) {
    return cells.containsKey(column);
  }

  /** The cell of a column; nothing where the row has none. */
  public TableCell at(TableColumn column) {
    return cells.getOrDefault(column, TableCell.NOTHING);
  }

  /** The number in a column, or null. */
  public @Nullable BigDecimal number(TableColumn column) {
    return at(column) instanceof TableCell.Number number ? number.number() : null;
  }

  /** The text in a column, or null. */
  public @Nullable String text(TableColumn column) {
    return at(column) instanceof TableCell.Words words ? words.text() : null;
  }

  /** All of them, in order. */
  public Map<TableColumn, TableCell> all() {
    return Collections.unmodifiableMap(cells);
  }
}
