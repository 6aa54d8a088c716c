package org.gongkai.pdf;

import java.util.ArrayList;
import java.util.List;

/** The cells of a grid: places of it that no line parts are one. */
final class GridCells {

  private final double[] xs;
  private final double[] ys;
  private final int columns;

  /** Per bound of columns and row whether a line stands there. */
  private final boolean[][] upright;

  /** Per bound of rows and column whether a line stands there. */
  private final boolean[][] level;

  GridCells(double[] xs, double[] ys, List<RuledLine> levelRules, List<RuledLine> uprightRules) {
    this.xs = xs;
    this.ys = ys;
    this.columns = xs.length - 1;
    this.level = new boolean[ys.length][];
    for (int i = 0; i < ys.length; i++) {
      level[i] = parted(levelRules, ys[i], xs);
    }
    boolean[][] byBound = new boolean[xs.length][];
    for (int j = 0; j < xs.length; j++) {
      byBound[j] = parted(uprightRules, xs[j], ys);
    }
    this.upright = byBound;
  }

  /** Per interval of the bounds whether lines at a place cover most of it. */
  private static boolean[] parted(List<RuledLine> rules, double at, double[] bounds) {
    boolean[] parted = new boolean[bounds.length - 1];
    List<RuledLine> here =
        rules.stream().filter(rule -> Math.abs(rule.at() - at) <= RuleLines.ONE).toList();
    for (int i = 0; i < parted.length; i++) {
      // the ends of an interval may be open where lines cross
      double length = bounds[i + 1] - bounds[i];
      double from = bounds[i] + 0.15 * length;
      double to = bounds[i + 1] - 0.15 * length;
      double covered = 0;
      for (RuledLine rule : here) {
        covered += Math.max(0, Math.min(to, rule.to()) - Math.max(from, rule.from()));
      }
      parted[i] = covered >= 0.6 * (to - from);
    }
    return parted;
  }

  RuledGrid grid() {
    int rows = ys.length - 1;
    List<RuledGrid.Box> cells = new ArrayList<>();
    boolean[] done = new boolean[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        if (!done[i * columns + j]) {
          cells.add(box(done, i, j));
        }
      }
    }
    boolean[] openTop = new boolean[columns];
    boolean[] openBottom = new boolean[columns];
    for (int j = 0; j < columns; j++) {
      openTop[j] = !level[0][j];
      openBottom[j] = !level[rows][j];
    }
    return new RuledGrid(xs, ys, cells, openTop, openBottom);
  }

  /**
   * The largest box of a group from its upper left corner on: as wide as no line parts it in this
   * row, as deep as it stays so. Where a line is missing only in part, the rest of the group
   * becomes boxes of its own.
   */
  private RuledGrid.Box box(boolean[] done, int row, int column) {
    int right = end(done, row, column);
    int bottom = row + 1;
    while (bottom < ys.length - 1
        && open(bottom, column, right)
        && !done[bottom * columns + column]
        && !runsOn(done, bottom, column)
        && end(done, bottom, column) == right) {
      bottom++;
    }
    for (int i = row; i < bottom; i++) {
      for (int j = column; j < right; j++) {
        done[i * columns + j] = true;
      }
    }
    return new RuledGrid.Box(row, column, bottom - row, right - column);
  }

  /** Where the run of places without a line between ends that begins at a column. */
  private int end(boolean[] done, int row, int column) {
    int end = column + 1;
    while (end < columns && !upright[end][row] && !done[row * columns + end]) {
      end++;
    }
    return end;
  }

  private boolean runsOn(boolean[] done, int row, int column) {
    return column > 0 && !upright[column][row] && !done[row * columns + column - 1];
  }

  private boolean open(int row, int from, int to) {
    for (int j = from; j < to; j++) {
      if (level[row][j]) {
        return false;
      }
    }
    return true;
  }
}
