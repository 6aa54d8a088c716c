package org.gongkai.matrix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.matrix.Piece.Grid;
import org.jspecify.annotations.Nullable;

/**
 * Cells of a table of Word, new or old: each says whether it is merged with the one above or before
 * it.
 */
final class MergedCells {

  /** How a cell is merged downwards. */
  enum Down {
    NO,
    BEGINS,
    GOES_ON
  }

  private final Assembly assembly;
  private final List<Cell> cells = new ArrayList<>();

  /** By first column: the cell that goes on below, if the next row says so. */
  private Map<Integer, Cell> above = new HashMap<>();

  private Map<Integer, Cell> below = new HashMap<>();
  private @Nullable Cell before;
  private int row;

  private static final class Cell {
    private final int row;
    private final int column;
    private final List<Piece> content;
    private int rows = 1;
    private int columns;

    private Cell(int row, int column, int columns, List<Piece> content) {
      this.row = row;
      this.column = column;
      this.columns = columns;
      this.content = content;
    }
  }

  MergedCells(Assembly assembly) {
    this.assembly = assembly;
  }

  void endRow() {
    above = below;
    below = new HashMap<>();
    before = null;
    row++;
  }

  /**
   * @param across whether it is part of the cell before it
   */
  void add(int column, int columns, Down down, boolean across, List<Piece> content)
      throws UnreadableFile {
    if (cells.size() >= ReadingLimits.CELLS) {
      throw GridBuilder.tooManyCells();
    }
    if (across && before != null) {
      before.columns = Math.max(before.columns, column + columns - before.column);
      before.content.addAll(content);
      return;
    }
    Cell start = down == Down.GOES_ON ? above.get(column) : null;
    if (start != null) {
      start.rows = row - start.row + 1;
      below.put(column, start);
      if (content.stream().anyMatch(MergedCells::says)) {
        assembly.notice(
            "合并单元格中不显示的文字未读取", "Text in merged cells that Word does not show was left out");
      }
      // What is merged into this one across stands in the cell above already.
      before = new Cell(row, column, columns, content);
      return;
    }
    before = new Cell(row, column, columns, content);
    cells.add(before);
    if (down == Down.BEGINS) {
      below.put(column, before);
    }
  }

  private static boolean says(Piece piece) {
    return piece instanceof Piece.Words words && !PrintedText.lines(words.text()).isEmpty();
  }

  Grid grid() throws UnreadableFile {
    GridBuilder grid = new GridBuilder();
    for (Cell cell : cells) {
      grid.openRow(cell.row);
      int column = grid.free(cell.row, cell.column);
      grid.place(cell.row, column, cell.rows, cell.column + cell.columns - column, cell.content);
    }
    return grid.build();
  }
}
