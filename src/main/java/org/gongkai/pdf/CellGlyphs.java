package org.gongkai.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.matrix.UnreadableFile;
import org.gongkai.problem.Text;

/** Which sign stands in which cell. A number that runs over a line stays one, or is refused. */
final class CellGlyphs {

  private final int page;
  private final RuledGrid grid;
  private final Map<RuledGrid.Box, Integer> numbers = new HashMap<>();

  CellGlyphs(int page, RuledGrid grid) {
    this.page = page;
    this.grid = grid;
    for (int i = 0; i < grid.cells().size(); i++) {
      numbers.put(grid.cells().get(i), i);
    }
  }

  /** The signs of each cell, in the order of cells. */
  List<List<Glyph>> place(List<Glyph> glyphs) {
    Map<Glyph, RuledGrid.Box> places = new IdentityHashMap<>();
    List<List<Glyph>> byCell = new ArrayList<>();
    for (int i = 0; i < grid.cells().size(); i++) {
      byCell.add(new ArrayList<>());
    }
    for (Glyph glyph : glyphs) {
      places.put(glyph, grid.at(glyph.x(), glyph.y()));
    }
    List<Glyph> run = new ArrayList<>();
    Glyph before = null;
    for (Glyph glyph : glyphs) {
      if (before == null || !glyph.goesOn(before)) {
        settle(run, places);
        run.clear();
      }
      run.add(glyph);
      before = glyph;
    }
    settle(run, places);
    for (Glyph glyph : glyphs) {
      RuledGrid.Box box = places.get(glyph);
      if (box != null) {
        byCell.get(number(box)).add(glyph);
      }
    }
    return byCell;
  }

  private int number(RuledGrid.Box box) {
    Integer number = numbers.get(box);
    if (number == null) {
      throw new IllegalStateException("a cell of another grid");
    }
    return number;
  }

  /** A number that was drawn without a gap belongs to one cell. */
  private void settle(List<Glyph> run, Map<Glyph, RuledGrid.Box> places) {
    if (run.size() < 2 || run.stream().noneMatch(Glyph::digit)) {
      return;
    }
    Map<RuledGrid.Box, Integer> shares = new HashMap<>();
    for (Glyph glyph : run) {
      shares.merge(box(places, glyph), 1, Integer::sum);
    }
    if (shares.size() < 2) {
      return;
    }
    RuledGrid.Box most = null;
    for (Map.Entry<RuledGrid.Box, Integer> share : shares.entrySet()) {
      most = most == null || share.getValue() > share(shares, most) ? share.getKey() : most;
    }
    boolean lies = run.stream().anyMatch(this::onLine);
    if (most == null || !lies || 4 * share(shares, most) < 3 * run.size()) {
      throw new PdfBudget.Refused(
          UnreadableFile.Reason.NO_LINES,
          new Text(
              "第" + page + "页的表格中有数字压在表格线上，无法确定属于哪一格",
              "On page "
                  + page
                  + " a number stands across a line of a table, so its cell is not certain"));
    }
    for (Glyph glyph : run) {
      places.put(glyph, most);
    }
  }

  private static int share(Map<RuledGrid.Box, Integer> shares, RuledGrid.Box box) {
    return shares.getOrDefault(box, 0);
  }

  private static RuledGrid.Box box(Map<Glyph, RuledGrid.Box> places, Glyph glyph) {
    RuledGrid.Box box = places.get(glyph);
    if (box == null) {
      throw new IllegalStateException("every sign has a place");
    }
    return box;
  }

  private boolean onLine(Glyph glyph) {
    for (double x : grid.xs()) {
      if (glyph.left() + 0.1 * glyph.width() < x && x < glyph.right() - 0.1 * glyph.width()) {
        return true;
      }
    }
    return false;
  }
}
