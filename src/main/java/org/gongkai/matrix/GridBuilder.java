package org.gongkai.matrix;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.gongkai.matrix.Piece.Grid;
import org.gongkai.matrix.Piece.GridCell;

/**
 * Lays cells on a grid, from above to below. Spans that would cover another cell are cut; lines of
 * the grid at which no cell begins are left out.
 */
final class GridBuilder {

  /** By row: which columns are taken. */
  private final List<BitSet> taken = new ArrayList<>();

  private final List<GridCell> cells = new ArrayList<>();

  /** The first column at or after this one that is free in a row. */
  int free(int row, int from) {
    return row < taken.size() ? taken.get(row).nextClearBit(from) : from;
  }

  /** Opens a row, so that it counts even where it has no cell of its own. */
  void openRow(int row) throws UnreadableFile {
    if (row >= ReadingLimits.ROWS) {
      throw ReadingLimits.tooLarge(
          "表格超过%d行".formatted(ReadingLimits.ROWS),
          "A table has more than %d rows".formatted(ReadingLimits.ROWS));
    }
    while (taken.size() <= row) {
      taken.add(new BitSet());
    }
  }

  /**
   * Puts a cell on the grid. Its upper left place must be free.
   *
   * @return the first column after it
   */
  int place(int row, int column, int rowSpan, int columnSpan, List<Piece> content)
      throws UnreadableFile {
    ReadingLimits.check();
    openRow(row);
    if (column >= ReadingLimits.COLUMNS) {
      throw tooManyColumns();
    }
    if (cells.size() >= ReadingLimits.CELLS) {
      throw tooManyCells();
    }
    int end = Math.min(column + Math.max(1, columnSpan), ReadingLimits.COLUMNS);
    int next = taken.get(row).nextSetBit(column);
    if (next >= 0) {
      end = Math.min(end, next);
    }
    int below = Math.min(row + Math.max(1, rowSpan), ReadingLimits.ROWS);
    int last = row;
    while (last < below) {
      openRow(last);
      int hit = taken.get(last).nextSetBit(column);
      if (hit >= 0 && hit < end) {
        break;
      }
      taken.get(last).set(column, end);
      last++;
    }
    cells.add(new GridCell(row, column, last - row, end - column, content));
    return end;
  }

  static UnreadableFile tooManyColumns() {
    return ReadingLimits.tooLarge(
        "表格超过%d列".formatted(ReadingLimits.COLUMNS),
        "A table has more than %d columns".formatted(ReadingLimits.COLUMNS));
  }

  static UnreadableFile tooManyCells() {
    return ReadingLimits.tooLarge(
        "表格单元格超过%d个".formatted(ReadingLimits.CELLS),
        "The tables have more than %d cells".formatted(ReadingLimits.CELLS));
  }

  Grid build() {
    BitSet rowStarts = new BitSet();
    BitSet columnStarts = new BitSet();
    for (GridCell cell : cells) {
      rowStarts.set(cell.row());
      columnStarts.set(cell.column());
    }
    int[] rowOf = numbered(rowStarts, taken.size());
    int[] columnOf = numbered(columnStarts, ReadingLimits.COLUMNS);
    List<GridCell> laid = new ArrayList<>(cells.size());
    for (GridCell cell : cells) {
      int row = rowOf[cell.row()];
      int column = columnOf[cell.column()];
      laid.add(
          new GridCell(
              row,
              column,
              rowOf[cell.row() + cell.rowSpan()] - row,
              columnOf[cell.column() + cell.columnSpan()] - column,
              cell.content()));
    }
    laid.sort(Comparator.comparingInt(GridCell::row).thenComparingInt(GridCell::column));
    return new Grid(rowStarts.cardinality(), columnStarts.cardinality(), List.copyOf(laid));
  }

  /** For each line of the grid, how many of those that are kept stand before it. */
  private static int[] numbered(BitSet kept, int lines) {
    int[] numbers = new int[lines + 1];
    for (int i = 0; i < lines; i++) {
      numbers[i + 1] = numbers[i] + (kept.get(i) ? 1 : 0);
    }
    return numbers;
  }
}
