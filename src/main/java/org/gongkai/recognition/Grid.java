package org.gongkai.recognition;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.matrix.Matrix;
import org.jspecify.annotations.Nullable;

/** A table by its lines: which cells a row crosses. It can be looked at on its side. */
final class Grid {

  /** A cell and where it lies in this view. */
  record Spot(Matrix.Cell cell, int row, int column, int rowSpan, int columnSpan) {

    /** The first column behind it. */
    int end() {
      return column + columnSpan;
    }

    boolean covers(int from, int to) {
      return column < to && from < end();
    }

    String text() {
      return cell.text();
    }
  }

  private final Matrix matrix;
  private final int rows;
  private final int columns;
  private final List<List<Spot>> byRow;

  private Grid(Matrix matrix, int rows, int columns, List<Spot> spots) {
    this.matrix = matrix;
    this.rows = rows;
    this.columns = columns;
    List<@Nullable Spot[]> places = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      places.add(new Spot[columns]);
    }
    for (Spot spot : spots) {
      for (int r = spot.row(); r < Math.min(rows, spot.row() + spot.rowSpan()); r++) {
        for (int c = spot.column(); c < Math.min(columns, spot.end()); c++) {
          places.get(r)[c] = spot;
        }
      }
    }
    byRow = new ArrayList<>();
    for (@Nullable Spot[] places1 : places) {
      List<Spot> row = new ArrayList<>();
      for (Spot spot : places1) {
        if (spot != null && (row.isEmpty() || !row.getLast().equals(spot))) {
          row.add(spot);
        }
      }
      byRow.add(row);
    }
  }

  static Grid of(Matrix matrix) {
    return new Grid(
        matrix,
        matrix.rows(),
        matrix.columns(),
        matrix.cells().stream()
            .map(c -> new Spot(c, c.row(), c.column(), c.rowSpan(), c.columnSpan()))
            .toList());
  }

  /** The same with its columns as rows. */
  Grid onItsSide() {
    return new Grid(
        matrix,
        /* rows= */ columns,
        /* columns= */ rows,
        matrix.cells().stream()
            .map(
                c ->
                    new Spot(
                        c,
                        /* row= */ c.column(),
                        /* column= */ c.row(),
                        /* rowSpan= */ c.columnSpan(),
                        /* columnSpan= */ c.rowSpan()))
            .toList());
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  /** The cells that a row crosses, from left to right, each once. */
  List<Spot> row(int row) {
    return byRow.get(row);
  }
}
