package org.gongkai.table;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cells by column, in the order in which they were put. */
public final class Row {

  private final Map<Column, Cell> cells;

  public Row() {
    this(new LinkedHashMap<>());
  }

  private Row(Map<Column, Cell> cells) {
    this.cells = cells;
  }

  /** The same cells, to which others can be added. */
  public Row copy() {
    return new Row(new LinkedHashMap<>(cells));
  }

  /** Puts a cell, in the place of one that is there. */
  public Row put(@Nullable Column column, Cell cell) {
    cells.put(column, cell);
    return this;
  }

  public boolean has(Column column) {
    return cells.containsKey(column);
  }

  /** The cell of a column; nothing where the row has none. */
  public Cell at(Column column) {
    return cells.getOrDefault(column, Cell.NOTHING);
  }

  /** The number in a column, or null. */
  public @Nullable BigDecimal number(Column column) {
    return at(column) instanceof Cell.Number number ? number.number() : null;
  }

  /** The text in a column, or null. */
  public @Nullable String text(Column column) {
    return at(column) instanceof Cell.Words words ? words.text() : null;
  }

  /** All of them, in order. */
  public Map<Column, Cell> all() {
    return Collections.unmodifiableMap(cells);
  }
}
