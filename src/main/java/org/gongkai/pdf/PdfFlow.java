package org.gongkai.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.matrix.UnreadableFile;
import org.gongkai.problem.Text;

/** Lines outside tables, without what is repeated at the edges of pages. */
final class PdfFlow {

  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "[-—–－―_·•~\\s]*第?\\s*[0-9０-９]{1,4}\\s*页?[\\s,，/／]*(共?\\s*[0-9０-９]{1,4}\\s*页?)?[-—–－―_·•~\\s]*");

  private static final Pattern NUMBER = Pattern.compile("[0-9０-９.,]+%?|[-—/／]");

  /** A line outside tables on a page. */
  record PageLine(int page, GlyphLines.Line line, String text) {}

  private PdfFlow() {}

  /** The lines of all pages, per page from the top. */
  static List<List<PageLine>> lines(List<PdfPage> pages, List<RuledTables.Found> found) {
    List<List<PageLine>> byPage = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      byPage.add(lines(pages.get(i), found.get(i)));
    }
    Set<PageLine> edges = repeated(pages, byPage);
    for (int i = 0; i < byPage.size(); i++) {
      byPage.get(i).removeIf(edges::contains);
      dropPageNumbers(pages.get(i), found.get(i), byPage.get(i));
    }
    return byPage;
  }

  private static List<PageLine> lines(PdfPage page, RuledTables.Found found) {
    List<PageLine> lines = new ArrayList<>();
    int tabular = 0;
    for (int turn = 0; turn < 4; turn++) {
      int only = turn;
      List<Glyph> glyphs = found.outside().stream().filter(glyph -> glyph.turn() == only).toList();
      // what is turned otherwise than the page keeps its place below all lines that are not
      for (GlyphLines.Line line : GlyphLines.lines(turned(glyphs, turn, page))) {
        String text = line.text().strip();
        if (!text.isEmpty()) {
          lines.add(new PageLine(page.number(), line, text));
          int numbers = numbers(line);
          tabular += numbers >= 10 ? 4 : numbers >= 5 ? 1 : 0;
        }
      }
    }
    if (tabular >= 4) {
      throw new PdfBudget.Refused(
          UnreadableFile.Reason.NO_LINES,
          new Text(
              "第" + page.number() + "页有表格没有表格线，无法确定各数字属于哪一格",
              "On page "
                  + page.number()
                  + " a table has no lines, so the cells of its numbers are not certain"));
    }
    return lines;
  }

  private static List<Glyph> turned(List<Glyph> glyphs, int turn, PdfPage page) {
    return turn == 0
        ? glyphs
        : glyphs.stream()
            .map(glyph -> glyph.turnedBack(turn, page.width(), page.height()))
            .map(
                glyph ->
                    new Glyph(
                        glyph.text(),
                        glyph.x(),
                        glyph.y() + turn * 10_000,
                        glyph.width(),
                        glyph.size(),
                        0,
                        glyph.order()))
            .toList();
  }

  /** How many numbers stand apart in a line, as in the row of a table. */
  private static int numbers(GlyphLines.Line line) {
    int numbers = 0;
    StringBuilder word = new StringBuilder();
    Glyph before = null;
    for (Glyph glyph : line.glyphs()) {
      if (glyph.blank()) {
        continue;
      }
      if (before != null && glyph.left() - before.right() > 0.9 * glyph.size()) {
        numbers += NUMBER.matcher(word).matches() ? 1 : 0;
        word.setLength(0);
      }
      word.append(glyph.text());
      before = glyph;
    }
    return numbers + (NUMBER.matcher(word).matches() ? 1 : 0);
  }

  private static Set<PageLine> repeated(List<PdfPage> pages, List<List<PageLine>> byPage) {
    Map<String, List<PageLine>> alike = new HashMap<>();
    for (int i = 0; i < byPage.size(); i++) {
      double height = pages.get(i).height();
      List<PageLine> lines = byPage.get(i);
      for (int k = 0; k < lines.size(); k++) {
        boolean outermost = k < 2 || k >= lines.size() - 2;
        double y = lines.get(k).line().y();
        if (outermost && (y < 0.12 * height || y > 0.88 * height) && y < height) {
          String key = lines.get(k).text().replaceAll("[0-9０-９]+", "0") + "@" + Math.round(y / 6);
          alike.computeIfAbsent(key, unused -> new ArrayList<>()).add(lines.get(k));
        }
      }
    }
    Set<PageLine> edges = new HashSet<>();
    for (List<PageLine> same : alike.values()) {
      long onPages = same.stream().map(PageLine::page).distinct().count();
      if (onPages >= 3 || (onPages == 2 && pages.size() <= 5)) {
        edges.addAll(same);
      }
    }
    return edges;
  }

  private static void dropPageNumbers(PdfPage page, RuledTables.Found found, List<PageLine> lines) {
    double top = found.tables().stream().mapToDouble(t -> t.grid().top()).min().orElse(1e9);
    double bottom = found.tables().stream().mapToDouble(t -> t.grid().bottom()).max().orElse(0);
    lines.removeIf(
        line -> {
          double y = line.line().y();
          boolean turned = y > 9_000;
          boolean first = y < 0.12 * page.height() && y < top && line.equals(lines.getFirst());
          boolean last = y > 0.85 * page.height() && y > bottom && line.equals(lines.getLast());
          return (turned || first || last) && PAGE_NUMBER.matcher(line.text()).matches();
        });
  }
}
