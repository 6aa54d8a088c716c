package org.gongkai.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * A table as one page has it, with what stands in its cells.
 *
 * @param texts by the cells of the grid
 * @param full per cell whether its last line fills it, so that it may go on
 */
record RuledTable(int page, RuledGrid grid, List<String> texts, List<Boolean> full) {

  RuledTable {
    texts = List.copyOf(texts);
    full = List.copyOf(full);
  }

  /** Puts signs into the cells of a grid. */
  static RuledTable of(int page, RuledGrid grid, List<Glyph> glyphs) {
    List<List<Glyph>> byCell = new CellGlyphs(page, grid).place(glyphs);
    List<String> texts = new ArrayList<>();
    List<Boolean> full = new ArrayList<>();
    for (int i = 0; i < byCell.size(); i++) {
      RuledGrid.Box box = grid.cells().get(i);
      texts.add(GlyphLines.cell(byCell.get(i)));
      full.add(
          filled(
              byCell.get(i), grid.xs()[box.column() + box.columnSpan()] - grid.xs()[box.column()]));
    }
    return new RuledTable(page, grid, texts, full);
  }

  private static boolean filled(List<Glyph> glyphs, double width) {
    List<GlyphLines.Line> lines = GlyphLines.lines(glyphs);
    if (lines.isEmpty()) {
      return false;
    }
    GlyphLines.Line last = lines.get(lines.size() - 1);
    double widest = lines.stream().mapToDouble(line -> line.right() - line.left()).max().orElse(0);
    double length = last.right() - last.left();
    // the margins of a cell take up to a sign on either side
    return length > widest - 1.2 * last.size() && width - length < 3 * last.size();
  }
}
