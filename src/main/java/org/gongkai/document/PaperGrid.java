package org.gongkai.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table on paper: cells on a grid that cover all of it, by row and then by column.
 *
 * @param caption what the table is, for those who cannot see what stands above it
 * @param widths of the columns, in parts of their sum
 * @param headRows how many rows at the top are repeated on every page
 */
record PaperGrid(String caption, List<Integer> widths, int rows, int headRows, List<Cell> cells)
    implements Paper.Piece {

  /** Tables of more columns are set in smaller type. */
  private static final int DENSE = 6;

  /** The line of GB/T 9704: 156 mm, in points. */
  private static final double LINE = 442.2;

  /** What a cell leaves free at both sides, in points. */
  private static final double MARGINS = 4;

  private static final double SIZE = 10.5;
  private static final double DENSE_SIZE = 9;
  private static final double SMALLEST = 4;

  /** Of a digit, in the widest type that stands in for the one that is named. */
  private static final double DIGIT = 0.64;

  PaperGrid {
    widths = List.copyOf(widths);
    cells =
        cells.stream()
            .sorted((a, b) -> a.row != b.row ? a.row - b.row : a.column - b.column)
            .toList();
  }

  /** What a cell is. */
  enum Kind {
    /** Over all columns, opening a block of rows. */
    BAND,
    COLUMN_HEAD,
    ROW_HEAD,
    /** The corner over the heads of the rows. */
    CORNER,
    NUMBER,
    TEXT
  }

  /**
   * A cell.
   *
   * @param text as printed; empty where nothing stands
   * @param number what it states as a number, or null
   */
  record Cell(
      int row,
      int column,
      int rowSpan,
      int columnSpan,
      Kind kind,
      String text,
      @Nullable BigDecimal number) {}

  int columns() {
    return widths.size();
  }

  boolean isDense() {
    return columns() > DENSE;
  }

  /** The size of type of its cells, in points. */
  double size() {
    return isDense() ? DENSE_SIZE : SIZE;
  }

  private double room(Cell cell) {
    int sum = widths.stream().mapToInt(Integer::intValue).sum();
    int own =
        widths.subList(cell.column, cell.column + cell.columnSpan).stream()
            .mapToInt(Integer::intValue)
            .sum();
    return LINE * own / sum - MARGINS;
  }

  /** The size in which a number stands in one line: half of one is another number. */
  double size(Cell cell) {
    boolean isShort = cell.number == null || cell.text.length() < 3;
    return isShort
        ? size()
        : Math.clamp(
            Math.floor(2 * room(cell) / (DIGIT * cell.text.length())) / 2, SMALLEST, size());
  }

  /** The lines of a cell; a head of columns that takes several has as many signs in each. */
  List<String> lines(Cell cell) {
    int most = (int) (room(cell) / size());
    int signs = cell.text.length();
    if (cell.kind != Kind.COLUMN_HEAD || most < 1 || signs <= most) {
      return cell.text.lines().toList();
    }
    int lines = (signs + most - 1) / most;
    int each = (signs + lines - 1) / lines;
    List<String> split = new ArrayList<>();
    for (int from = 0; from < signs; from += each) {
      split.add(cell.text.substring(from, Math.min(signs, from + each)));
    }
    return split;
  }

  /** The cell that covers each place, by row and column. */
  Cell[][] places() {
    Cell[][] places = new Cell[rows][columns()];
    for (Cell cell : cells) {
      for (int r = cell.row; r < cell.row + cell.rowSpan; r++) {
        for (int c = cell.column; c < cell.column + cell.columnSpan; c++) {
          if (places[r][c] != null) {
            throw new IllegalStateException("two cells at " + r + ", " + c);
          }
          places[r][c] = cell;
        }
      }
    }
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns(); c++) {
        if (places[r][c] == null) {
          throw new IllegalStateException("no cell at " + r + ", " + c);
        }
      }
    }
    return places;
  }

  /** Puts cells on a grid one by one. */
  static final class Builder {

    private final List<Cell> cells = new ArrayList<>();
    private int rows;

    Builder cell(int row, int column, int rowSpan, int columnSpan, Kind kind, String text) {
      return add(new Cell(row, column, rowSpan, columnSpan, kind, text, null));
    }

    Builder number(int row, int column, int columnSpan, Printed printed) {
      return add(
          new Cell(row, column, 1, columnSpan, Kind.NUMBER, printed.text(), printed.number()));
    }

    private Builder add(Cell cell) {
      cells.add(cell);
      rows = Math.max(rows, cell.row + cell.rowSpan);
      return this;
    }

    PaperGrid build(String caption, List<Integer> widths, int headRows) {
      return new PaperGrid(caption, widths, rows, headRows, cells);
    }
  }

  /**
   * What is printed of a figure.
   *
   * @param number what it states, or null
   */
  record Printed(String text, @Nullable BigDecimal number) {

    static final Printed NOTHING = new Printed("", null);
  }
}
