package org.gongkai.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Signs put into lines by where they stand, and lines read from left to right. */
final class GlyphLines {

  /** A line of signs, by x. */
  record Line(List<Glyph> glyphs, double y, double size) {

    double left() {
      return glyphs.get(0).left();
    }

    double right() {
      double right = Double.NEGATIVE_INFINITY;
      for (Glyph glyph : glyphs) {
        right = Math.max(right, glyph.right());
      }
      return right;
    }

    /** What it says; blanks stand only where words or numbers are apart. */
    String text() {
      return GlyphLines.text(glyphs, true);
    }
  }

  private GlyphLines() {}

  /** The text of a cell: its lines joined by line feeds, Chinese signs without blanks. */
  static String cell(List<Glyph> glyphs) {
    List<String> lines = new ArrayList<>();
    for (int turn = 0; turn < 4; turn++) {
      for (Line line : lines(ofTurn(glyphs, turn))) {
        String text = text(line.glyphs(), false).strip();
        if (!text.isEmpty()) {
          lines.add(text);
        }
      }
    }
    return String.join("\n", lines);
  }

  private static List<Glyph> ofTurn(List<Glyph> glyphs, int turn) {
    // turned back around the origin: only the order of places matters
    return glyphs.stream()
        .filter(glyph -> glyph.turn() == turn)
        .map(glyph -> glyph.turnedBack(turn, 0, 0))
        .toList();
  }

  /** Lines of signs that run from left to right, from the top. */
  static List<Line> lines(List<Glyph> glyphs) {
    List<Glyph> byPlace = new ArrayList<>(glyphs);
    byPlace.sort(Comparator.comparingDouble(Glyph::y));
    List<Line> lines = new ArrayList<>();
    List<Glyph> line = new ArrayList<>();
    double sum = 0;
    double size = 0;
    for (Glyph glyph : byPlace) {
      if (!line.isEmpty()
          && Math.abs(glyph.y() - sum / line.size()) > 0.45 * Math.max(glyph.size(), size)) {
        add(lines, line, sum / line.size());
        line = new ArrayList<>();
        sum = 0;
        size = 0;
      }
      line.add(glyph);
      sum += glyph.y();
      size = Math.max(size, glyph.size());
    }
    if (!line.isEmpty()) {
      add(lines, line, sum / line.size());
    }
    return lines;
  }

  private static void add(List<Line> lines, List<Glyph> line, double y) {
    line.sort(Comparator.comparingDouble(Glyph::left).thenComparingInt(Glyph::order));
    List<Glyph> once = once(line);
    int first = 0;
    int last = once.size();
    while (first < last && once.get(first).blank()) {
      first++;
    }
    while (last > first && once.get(last - 1).blank()) {
      last--;
    }
    if (first < last) {
      List<Glyph> kept = List.copyOf(once.subList(first, last));
      double size = kept.stream().mapToDouble(Glyph::size).max().orElse(0);
      lines.add(new Line(kept, y, size));
    }
  }

  /** Signs that are drawn twice at a place, to look bold, count once. */
  private static List<Glyph> once(List<Glyph> byLeft) {
    List<Glyph> kept = new ArrayList<>(byLeft.size());
    for (Glyph glyph : byLeft) {
      boolean again = false;
      for (int i = kept.size() - 1; i >= 0 && i >= kept.size() - 4; i--) {
        Glyph before = kept.get(i);
        again |=
            before.text().equals(glyph.text())
                && Math.abs(before.x() - glyph.x()) < 0.15 * glyph.size()
                && Math.abs(before.x() - glyph.x()) < 0.45 * glyph.width()
                && Math.abs(before.y() - glyph.y()) < 0.15 * glyph.size();
      }
      if (!again) {
        kept.add(glyph);
      }
    }
    return kept;
  }

  private static String text(List<Glyph> glyphs, boolean printedBlanks) {
    StringBuilder text = new StringBuilder();
    Glyph before = null;
    boolean blank = false;
    for (Glyph glyph : glyphs) {
      if (glyph.blank()) {
        blank = true;
        continue;
      }
      if (before != null && (blank || before.right() < glyph.left())) {
        boolean chinese = before.wide() || glyph.wide();
        double gap = glyph.left() - before.right();
        double size = Math.min(before.size(), glyph.size());
        boolean apart = blank && (printedBlanks || !chinese) && gap > 0.12 * size;
        boolean digits = before.numeric() && glyph.numeric();
        if (apart || gap > (digits ? 0.35 : chinese ? 1.5 : 0.25) * size) {
          text.append(' ');
        }
      }
      text.append(glyph.text());
      before = glyph;
      blank = false;
    }
    return text.toString();
  }
}
