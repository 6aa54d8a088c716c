package org.gongkai.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gongkai.matrix.UnreadableFile;
import org.gongkai.problem.Text;

/** The tables of a page, by its lines. */
final class RuledTables {

  /** A page of a report has some 150 lines; maps and plans have thousands. */
  private static final int MOST_LINES = 4_000;

  /** A row of one cell is lower than the title between two tables with its space. */
  private static final double HIGHEST_BAND = 36;

  /** A column of labels is narrower. */
  private static final double WIDEST_LABEL = 250;

  private final PdfPage page;
  private final PdfBudget budget;

  RuledTables(PdfPage page, PdfBudget budget) {
    this.page = page;
    this.budget = budget;
  }

  /** What stands in tables, and the signs that are left. */
  record Found(List<RuledTable> tables, List<Glyph> outside) {}

  Found find() {
    List<RuledLine> level = RuleLines.joined(page.rules(), true);
    List<RuledLine> upright = RuleLines.joined(page.rules(), false);
    if (level.size() + upright.size() > MOST_LINES) {
      throw new PdfBudget.Refused(
          UnreadableFile.Reason.TOO_LARGE,
          new Text(
              "第" + page.number() + "页线条过多，不像年度报告的表格",
              "Page " + page.number() + " has more lines than tables of reports have"));
    }
    List<RuledGrid> grids = grids(level, upright);
    // a table within a cell of another takes its signs first
    grids.sort(
        Comparator.comparingDouble(
            grid -> (grid.right() - grid.left()) * (grid.bottom() - grid.top())));
    List<Glyph> left = new ArrayList<>(page.glyphs());
    List<RuledTable> tables = new ArrayList<>();
    for (RuledGrid grid : grids) {
      budget.time();
      List<Glyph> within = left.stream().filter(grid::contains).toList();
      if (within.stream().allMatch(Glyph::blank)) {
        continue;
      }
      left.removeIf(grid::contains);
      tables.add(RuledTable.of(page.number(), grid, within));
    }
    tables.sort(
        Comparator.comparingDouble((RuledTable table) -> table.grid().top())
            .thenComparingDouble(table -> table.grid().left()));
    return new Found(tables, left);
  }

  private List<RuledGrid> grids(List<RuledLine> level, List<RuledLine> upright) {
    int[] group = new int[level.size() + upright.size()];
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
    }
    for (int i = 0; i < level.size(); i++) {
      budget.time();
      for (int j = 0; j < upright.size(); j++) {
        if (touch(level.get(i), upright.get(j))) {
          unite(group, i, level.size() + j);
        }
      }
    }
    bindOpenSides(level, upright, group);
    List<RuledGrid> grids = new ArrayList<>();
    for (int root = 0; root < group.length; root++) {
      if (root(group, root) != root) {
        continue;
      }
      List<RuledLine> levelHere = of(level, group, 0, root);
      List<RuledLine> uprightHere = of(upright, group, level.size(), root);
      if (levelHere.size() + uprightHere.size() < 4
          || levelHere.isEmpty()
          || uprightHere.isEmpty()) {
        continue;
      }
      RuledGrid grid = RuledGrid.of(levelHere, uprightHere, page.glyphs());
      if (grid != null && grid.cells().size() > 1) {
        grids.add(grid);
      }
    }
    return grids;
  }

  /**
   * Lines of tables that have no outer border at the sides, or lost it at the end of a page: level
   * lines of the same reach that follow one another without an upright line at their ends, and
   * upright lines that no level line reaches but that are as long as the next one.
   */
  private void bindOpenSides(List<RuledLine> level, List<RuledLine> upright, int[] group) {
    RuledLine above = null;
    int aboveAt = -1;
    for (int i = 0; i < level.size(); i++) {
      RuledLine line = level.get(i);
      if (upright.stream().anyMatch(side -> touch(line, side) && atEnd(line, side))) {
        continue;
      }
      if (above != null && sameReach(above, line) && line.at() - above.at() < HIGHEST_BAND) {
        unite(group, aboveAt, i);
      }
      above = line;
      aboveAt = i;
    }
    for (int i = 0; i < upright.size(); i++) {
      RuledLine line = upright.get(i);
      if (level.stream().anyMatch(across -> touch(across, line))) {
        continue;
      }
      for (int beside : new int[] {i - 1, i + 1}) {
        if (beside >= 0
            && beside < upright.size()
            && sameReach(line, upright.get(beside))
            && Math.abs(line.at() - upright.get(beside).at()) < WIDEST_LABEL) {
          unite(group, level.size() + beside, level.size() + i);
        }
      }
    }
  }

  private static boolean atEnd(RuledLine level, RuledLine upright) {
    return Math.abs(upright.at() - level.from()) < RuleLines.ONE
        || Math.abs(upright.at() - level.to()) < RuleLines.ONE;
  }

  private static boolean sameReach(RuledLine one, RuledLine other) {
    return Math.abs(one.from() - other.from()) < 4 && Math.abs(one.to() - other.to()) < 4;
  }

  private static boolean touch(RuledLine level, RuledLine upright) {
    return level.covers(upright.at(), RuleLines.ONE) && upright.covers(level.at(), RuleLines.ONE);
  }

  private static List<RuledLine> of(List<RuledLine> rules, int[] group, int first, int root) {
    List<RuledLine> found = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      if (root(group, first + i) == root) {
        found.add(rules.get(i));
      }
    }
    return found;
  }

  private static void unite(int[] group, int one, int other) {
    group[root(group, other)] = root(group, one);
  }

  private static int root(int[] group, int place) {
    int at = place;
    while (group[at] != at) {
      group[at] = group[group[at]];
      at = group[at];
    }
    return at;
  }
}
