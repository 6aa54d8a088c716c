package org.gongkai.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.gongkai.matrix.MergedCells.Down;
import org.gongkai.matrix.Piece.Grid;

/**
 * A table of an old Word file as a grid. Such files have no grid: each cell says where it begins
 * and ends on the page, and those of different rows that mean the same line differ by some twips.
 */
final class DocTable {

  /** Edges that are no further apart are one line, in twips (0.7 mm). No column is as narrow. */
  private static final int SAME_LINE = 40;

  private final DocFlow flow;
  private final MergedCells cells;

  DocTable(DocFlow flow, Assembly assembly) {
    this.flow = flow;
    this.cells = new MergedCells(assembly);
  }

  Grid read(Table table) throws UnreadableFile {
    List<Integer> lines = lines(table);
    for (int i = 0; i < table.numRows(); i++) {
      TableRow row = table.getRow(i);
      for (int j = 0; j < row.numCells(); j++) {
        TableCell cell = row.getCell(j);
        int from = line(lines, cell.getLeftEdge());
        int to = line(lines, cell.getLeftEdge() + cell.getWidth());
        if (to > ReadingLimits.COLUMNS) {
          throw GridBuilder.tooManyColumns();
        }
        List<Piece> content = new ArrayList<>(1);
        flow.blocks(cell, table.getTableLevel(), content);
        cells.add(from, Math.max(1, to - from), down(cell), cell.isMerged(), content);
      }
      cells.endRow();
    }
    return cells.grid();
  }

  private static Down down(TableCell cell) {
    if (cell.isFirstVerticallyMerged()) {
      return Down.BEGINS;
    }
    return cell.isVerticallyMerged() ? Down.GOES_ON : Down.NO;
  }

  /** Where the lines of the grid stand, each at the first of the edges that mean it. */
  private static List<Integer> lines(Table table) throws UnreadableFile {
    TreeSet<Integer> edges = new TreeSet<>();
    for (int i = 0; i < table.numRows(); i++) {
      ReadingLimits.check();
      TableRow row = table.getRow(i);
      for (int j = 0; j < row.numCells(); j++) {
        TableCell cell = row.getCell(j);
        edges.add(cell.getLeftEdge());
        edges.add(cell.getLeftEdge() + cell.getWidth());
      }
    }
    List<Integer> lines = new ArrayList<>();
    int last = Integer.MIN_VALUE / 2;
    for (int edge : edges) {
      if (edge - last > SAME_LINE) {
        lines.add(edge);
      }
      last = edge;
    }
    return lines;
  }

  private static int line(List<Integer> lines, int edge) {
    int low = 0;
    int high = lines.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (lines.get(middle) <= edge) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
