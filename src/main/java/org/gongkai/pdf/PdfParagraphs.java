package org.gongkai.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lines joined to paragraphs: a line goes on where it reaches the right margin and the next one is
 * not indented. Titles of several lines are one paragraph.
 */
final class PdfParagraphs {

  private static final Pattern HEADING =
      Pattern.compile("([一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|[0-9]{1,2}[.、．](?![0-9])).*");

  private static final Pattern ENDED = Pattern.compile(".*[。；！？：:;!?…”」]");

  private final double left;
  private final double right;
  private final double body;
  private final double pitch;

  /** Measures margins, the usual size of signs and distance of lines. */
  PdfParagraphs(List<PdfFlow.PageLine> lines) {
    List<GlyphLines.Line> all = lines.stream().map(PdfFlow.PageLine::line).toList();
    this.body = median(all.stream().map(GlyphLines.Line::size).toList(), 12);
    double longest = all.stream().mapToDouble(line -> line.right() - line.left()).max().orElse(0);
    List<GlyphLines.Line> wide =
        all.stream().filter(line -> line.right() - line.left() > 0.7 * longest).toList();
    this.left = wide.stream().mapToDouble(GlyphLines.Line::left).min().orElse(0);
    this.right = wide.stream().mapToDouble(GlyphLines.Line::right).max().orElse(0);
    List<Double> gaps = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      double gap = all.get(i).y() - all.get(i - 1).y();
      if (lines.get(i).page() == lines.get(i - 1).page() && gap > 0 && gap < 4 * body) {
        gaps.add(gap);
      }
    }
    this.pitch = median(gaps, 1.6 * body);
  }

  private static double median(List<Double> values, double otherwise) {
    return values.isEmpty() ? otherwise : values.stream().sorted().toList().get(values.size() / 2);
  }

  /** Texts of paragraphs, each with the page on which it begins. */
  record Found(int page, String text) {}

  List<Found> join(List<PdfFlow.PageLine> lines) {
    List<Found> paragraphs = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int page = 0;
    PdfFlow.PageLine before = null;
    for (PdfFlow.PageLine line : lines) {
      if (before != null && !goesOn(before, line)) {
        paragraphs.add(new Found(page, text.toString()));
        text.setLength(0);
      }
      if (text.isEmpty()) {
        page = line.page();
      } else if (words(text.charAt(text.length() - 1), line.text().charAt(0))) {
        text.append(' ');
      }
      text.append(line.text());
      before = line;
    }
    if (!text.isEmpty()) {
      paragraphs.add(new Found(page, text.toString()));
    }
    return paragraphs;
  }

  private boolean goesOn(PdfFlow.PageLine above, PdfFlow.PageLine below) {
    GlyphLines.Line one = above.line();
    GlyphLines.Line two = below.line();
    double size = Math.max(one.size(), two.size());
    if (Math.abs(one.size() - two.size()) > 0.15 * size) {
      return false;
    }
    boolean samePage = above.page() == below.page();
    if (samePage && two.y() - one.y() > Math.max(1.5 * pitch, pitch + 0.6 * body) * size / body) {
      return false;
    }
    if (heading(below.text()) && ENDED.matcher(above.text()).matches()) {
      return false;
    }
    if (title(one) && title(two)) {
      return samePage && !heading(below.text());
    }
    if (two.left() > left + 1.2 * size) {
      return false;
    }
    return one.right() + firstWord(two) > right - 1.8 * size;
  }

  /** Fonts often give radicals in place of the signs that look the same. */
  private static boolean heading(String text) {
    return HEADING.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).matches();
  }

  /** A line of a title: larger than the text, and in the middle. */
  private boolean title(GlyphLines.Line line) {
    double off = Math.abs((line.left() + line.right()) / 2 - (left + right) / 2);
    return line.size() > 1.15 * body && off < 1.5 * line.size();
  }

  /** How wide the part of a line is that cannot be broken, beyond a sign. */
  private static double firstWord(GlyphLines.Line line) {
    @Nullable Glyph last = null;
    for (Glyph glyph : line.glyphs()) {
      if (glyph.blank() || glyph.wide()) {
        break;
      }
      last = glyph;
    }
    return last == null ? 0 : last.right() - line.left();
  }

  private static boolean words(char one, char other) {
    boolean letters = latin(one) || latin(other);
    return letters
            && (latin(one) || Character.isDigit(one))
            && (latin(other) || Character.isDigit(other))
        || ",.;:)".indexOf(one) >= 0 && (latin(other) || other == '(');
  }

  private static boolean latin(char sign) {
    return sign < 0x250 && Character.isLetter(sign);
  }
}
