package org.gongkai.matrix;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table: cells on a grid, each over one or more rows and columns. Cells do not overlap; a place
 * of the grid that no cell covers shows nothing.
 *
 * @param rows number of rows of the grid
 * @param columns number of columns of the grid
 * @param cells by row, then column of their upper left corner
 */
public record Matrix(int rows, int columns, List<Cell> cells, Place place) implements Block {

  public Matrix {
    cells = List.copyOf(cells);
  }

  /**
   * A cell.
   *
   * @param row row of its upper left corner, from 0
   * @param column column of its upper left corner, from 0
   * @param rowSpan how many rows it covers, at least 1
   * @param columnSpan how many columns it covers, at least 1
   * @param text as printed, its lines joined by a line feed; empty where nothing stands
   */
  public record Cell(int row, int column, int rowSpan, int columnSpan, String text, Place place) {}

  /** The cell that covers a place of the grid, or null where none does. */
  public @Nullable Cell at(int row, int column) {
    for (Cell cell : cells) {
      if (cell.row <= row
          && row < cell.row + cell.rowSpan
          && cell.column <= column
          && column < cell.column + cell.columnSpan) {
        return cell;
      }
    }
    return null;
  }
}
