package org.gongkai.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gongkai.matrix.Matrix;
import org.gongkai.matrix.Place;
import org.gongkai.matrix.Printed;

/** Random tables, and the ways in which programs draw their lines. */
final class DrawnTables {

  /** How lines are drawn. */
  enum Style {
    /** Every side of every cell as a stroke of its own. */
    STROKES,
    /** Four thin boxes for every cell. */
    THIN_BOXES,
    /** Strokes that stop a point before lines cross. */
    GAPS,
    /** Sides of neighbours beside one another. */
    SEPARATE,
    /** Strokes of dashes. */
    DASHED,
    /** Two lines in place of one. */
    DOUBLE
  }

  private static final Place NOWHERE = new Place(null, null, null, null, null);

  final double[] xs;
  final double[] ys;
  final List<Matrix.Cell> cells = new ArrayList<>();

  DrawnTables(Random random, double left, double top) {
    int columns = 2 + random.nextInt(9);
    int rows = 2 + random.nextInt(12);
    xs = bounds(random, left, columns, 34, 16);
    ys = bounds(random, top, rows, 30, 12);
    boolean[][] taken = new boolean[rows][columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        if (!taken[row][column]) {
          add(random, taken, row, column);
        }
      }
    }
  }

  private static double[] bounds(Random random, double from, int count, int least, int more) {
    double[] bounds = new double[count + 1];
    bounds[0] = from;
    for (int i = 1; i <= count; i++) {
      bounds[i] = bounds[i - 1] + least + random.nextInt(more);
    }
    return bounds;
  }

  private void add(Random random, boolean[][] taken, int row, int column) {
    int columnSpan = 1;
    int rowSpan = 1;
    while (column + columnSpan < xs.length - 1
        && !taken[row][column + columnSpan]
        && random.nextInt(7) == 0) {
      columnSpan++;
    }
    while (row + rowSpan < ys.length - 1 && random.nextInt(7) == 0) {
      rowSpan++;
    }
    for (int i = row; i < row + rowSpan; i++) {
      for (int j = column; j < column + columnSpan; j++) {
        taken[i][j] = true;
      }
    }
    cells.add(new Matrix.Cell(row, column, rowSpan, columnSpan, text(random), NOWHERE));
  }

  private static String text(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> "";
      case 1 -> "总计";
      case 2 -> "结果\n维持";
      case 3 -> "0";
      default -> Integer.toString(random.nextInt(random.nextBoolean() ? 100 : 99_999));
    };
  }

  void draw(PdfFiles.Sheet sheet, Style style) {
    sheet.raw(style == Style.DASHED ? "0.5 w [2 1.5] 0 d" : "0.5 w [] 0 d");
    for (Matrix.Cell cell : cells) {
      double x = xs[cell.column()];
      double y = ys[cell.row()];
      double right = xs[cell.column() + cell.columnSpan()];
      double bottom = ys[cell.row() + cell.rowSpan()];
      side(sheet, style, x, y, right, y);
      side(sheet, style, x, bottom, right, bottom);
      side(sheet, style, x, y, x, bottom);
      side(sheet, style, right, y, right, bottom);
      sheet.cell(x, y, right - x, bottom - y, cell.text());
    }
  }

  private static void side(
      PdfFiles.Sheet sheet, Style style, double x1, double y1, double x2, double y2) {
    boolean level = y1 == y2;
    double along = level ? 1 : 0;
    double across = 1 - along;
    switch (style) {
      case STROKES, DASHED -> sheet.line(x1, y1, x2, y2);
      case THIN_BOXES -> sheet.box(x1 - 0.24, y1 - 0.24, x2 - x1 + 0.48, y2 - y1 + 0.48);
      case GAPS ->
          sheet.line(x1 + along * 0.5, y1 + across * 0.5, x2 - along * 0.5, y2 - across * 0.5);
      case SEPARATE -> {
        sheet.line(x1 + across * 0.6, y1 + along * 0.6, x2 + across * 0.6, y2 + along * 0.6);
        sheet.line(x1 - across * 0.6, y1 - along * 0.6, x2 - across * 0.6, y2 - along * 0.6);
      }
      case DOUBLE -> {
        sheet.line(x1, y1, x2, y2);
        sheet.line(x1 + across * 1.5, y1 + along * 1.5, x2 + across * 1.5, y2 + along * 1.5);
      }
    }
  }

  /** As {@link Printed#drawn(Matrix)} shows it. */
  String drawn() {
    return Printed.drawn(new Matrix(ys.length - 1, xs.length - 1, cells, NOWHERE));
  }
}
