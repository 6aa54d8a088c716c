package org.gongkai.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkai.matrix.UnreadableFile;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * A table on a page: a grid of lines, and its cells, which are merged where no line stands between.
 *
 * @param xs where its columns begin, and where the last ends
 * @param ys where its rows begin, and where the last ends
 * @param cells the cells, by row and column
 * @param openTop per column whether no line closes it at the top, as below a page break
 * @param openBottom per column whether no line closes it at the bottom
 */
record RuledGrid(
    double[] xs, double[] ys, List<Box> cells, boolean[] openTop, boolean[] openBottom) {

  /** No form has more columns; what has is a comparison of prints, or a drawing. */
  static final int MOST_COLUMNS = 60;

  /** A report has some 70 rows on a page of small print. */
  private static final int MOST_ROWS = 400;

  /** Columns narrower than this hold no sign: the space between borders. */
  private static final double STRIP = 7;

  /** A cell: its place in the grid. */
  record Box(int row, int column, int rowSpan, int columnSpan) {}

  RuledGrid {
    cells = List.copyOf(cells);
  }

  int rows() {
    return ys.length - 1;
  }

  int columns() {
    return xs.length - 1;
  }

  double left() {
    return xs[0];
  }

  double right() {
    return xs[xs.length - 1];
  }

  double top() {
    return ys[0];
  }

  double bottom() {
    return ys[ys.length - 1];
  }

  boolean contains(Glyph glyph) {
    return left() <= glyph.x()
        && glyph.x() <= right()
        && top() <= glyph.y()
        && glyph.y() <= bottom();
  }

  /** The cell at a place within the grid. */
  Box at(double x, double y) {
    int column = slot(xs, x);
    int row = slot(ys, y);
    for (Box cell : cells) {
      if (cell.row <= row
          && row < cell.row + cell.rowSpan
          && cell.column <= column
          && column < cell.column + cell.columnSpan) {
        return cell;
      }
    }
    throw new IllegalStateException("cells cover the grid");
  }

  private static int slot(double[] bounds, double value) {
    int found = Arrays.binarySearch(bounds, value);
    int slot = found >= 0 ? found : -found - 2;
    return Math.max(0, Math.min(bounds.length - 2, slot));
  }

  /** The grid of lines that touch one another; null where they enclose fewer than two cells. */
  static @Nullable RuledGrid of(
      List<RuledLine> level, List<RuledLine> upright, List<Glyph> glyphs) {
    double[] xs = bounds(upright, level, glyphs, false);
    double[] ys = bounds(level, upright, glyphs, true);
    if (xs.length < 2 || ys.length < 2 || (xs.length == 2 && ys.length == 2)) {
      return null;
    }
    if (xs.length - 1 > MOST_COLUMNS || ys.length - 1 > MOST_ROWS) {
      throw new PdfBudget.Refused(
          UnreadableFile.Reason.TOO_LARGE,
          new Text(
              "有表格列数或者行数超过任何格式的年度报告（如对照稿）",
              "A table has more columns or rows than any form, as comparisons have"));
    }
    return new GridCells(xs, ys, level, upright).grid();
  }

  /**
   * Where columns (or rows) begin and end: at lines across, and where most lines along end beyond
   * the outermost of them, as tables without an outer border, or cut by the end of a page, have it.
   */
  private static double[] bounds(
      List<RuledLine> across, List<RuledLine> along, List<Glyph> glyphs, boolean rows) {
    List<Double> places = new ArrayList<>();
    for (RuledLine rule : across) {
      places.add(rule.at());
    }
    if (along.size() >= 2) {
      double first = along.stream().mapToDouble(RuledLine::from).min().orElseThrow();
      double last = along.stream().mapToDouble(RuledLine::to).max().orElseThrow();
      double low = places.stream().mapToDouble(place -> place).min().orElse(last);
      double high = places.stream().mapToDouble(place -> place).max().orElse(first);
      long reachFirst = along.stream().filter(rule -> rule.from() - first < 4).count();
      long reachLast = along.stream().filter(rule -> last - rule.to() < 4).count();
      if (low - first > 8 && most(reachFirst, along) && !empty(first, low, along, glyphs, rows)) {
        places.add(first);
      }
      if (last - high > 8 && most(reachLast, along) && !empty(high, last, along, glyphs, rows)) {
        places.add(last);
      }
    }
    places.sort(null);
    List<Double> kept = new ArrayList<>();
    for (double place : places) {
      double before = kept.isEmpty() ? Double.NEGATIVE_INFINITY : kept.get(kept.size() - 1);
      if (place - before < RuleLines.ONE
          || (place - before < STRIP && empty(before, place, along, glyphs, rows))) {
        kept.set(kept.size() - 1, (before + place) / 2);
      } else {
        kept.add(place);
      }
    }
    return kept.stream().mapToDouble(place -> place).toArray();
  }

  /** Merged labels take the lines of many rows away, but not of three. */
  private static boolean most(long reach, List<RuledLine> along) {
    return reach >= 3 || (reach == 2 && along.size() <= 4);
  }

  private static boolean empty(
      double from, double to, List<RuledLine> along, List<Glyph> glyphs, boolean rows) {
    double low = along.stream().mapToDouble(RuledLine::at).min().orElse(0);
    double high = along.stream().mapToDouble(RuledLine::at).max().orElse(0);
    return glyphs.stream()
        .noneMatch(
            glyph -> {
              double across = rows ? glyph.y() : glyph.x();
              double other = rows ? glyph.x() : glyph.y();
              return !glyph.blank() && from < across && across < to && low < other && other < high;
            });
  }
}
