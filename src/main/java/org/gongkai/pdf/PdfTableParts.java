package org.gongkai.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.matrix.Matrix;
import org.gongkai.matrix.Place;
import org.jspecify.annotations.Nullable;

/**
 * A table of one or more pages, joined. Repeated heads are left out where they are identical; a row
 * or a cell that the end of a page cuts is one again where lines or its text show that it goes on.
 */
final class PdfTableParts {

  private static final Pattern NUMBERED =
      Pattern.compile("[（(]?[一二三四五六七八九十0-9０-９]{1,3}[）)、.．].*", Pattern.DOTALL);

  /** A cell that may still grow. */
  private static final class Piece {
    private final int page;
    private final int column;
    private final int columnSpan;
    private int row;
    private int rowSpan;
    private String text;
    private boolean full;

    Piece(int page, int row, int column, int rowSpan, int columnSpan, String text, boolean full) {
      this.page = page;
      this.row = row;
      this.column = column;
      this.rowSpan = rowSpan;
      this.columnSpan = columnSpan;
      this.text = text;
      this.full = full;
    }

    boolean blank() {
      return text.isBlank();
    }

    void append(Piece other, int rows) {
      text = blank() ? other.text : other.blank() ? text : text + "\n" + other.text;
      full = other.full;
      rowSpan += rows;
    }
  }

  private record Pair(Piece upper, Piece lower, boolean open) {

    /** Whether the lower text seems to be the rest of the upper one. */
    boolean continues() {
      return !upper.blank()
          && !lower.blank()
          && upper.full
          && !numeric(upper.text)
          && !numeric(lower.text)
          && !numbered(lower.text);
    }

    /** Whether no line parts them where lines part others, so that one label is cut. */
    boolean cut() {
      return open && !upper.blank() && !numeric(upper.text) && !numbered(lower.text);
    }

    boolean oneBlank() {
      return upper.blank() || lower.blank();
    }

    /** Fonts often give radicals in place of the signs that look the same. */
    private static boolean numbered(String text) {
      return NUMBERED.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).matches();
    }

    private static boolean numeric(String text) {
      return text.codePoints().noneMatch(Character::isLetter);
    }
  }

  private final List<RuledTable> parts = new ArrayList<>();

  PdfTableParts(RuledTable first) {
    parts.add(first);
  }

  /** Takes a table on the next page as the rest of this one, where its columns say so. */
  boolean takes(RuledTable next) {
    RuledTable last = parts.get(parts.size() - 1);
    if (next.page() != last.page() + 1 || !alike(last.grid(), next.grid())) {
      return false;
    }
    parts.add(next);
    return true;
  }

  private static boolean alike(RuledGrid upper, RuledGrid lower) {
    double shift = lower.left() - upper.left();
    double wider = (lower.right() - lower.left()) - (upper.right() - upper.left());
    if (Math.abs(wider) > RuleLines.ONE + 1) {
      return false;
    }
    int fewer = Math.min(upper.columns(), lower.columns()) - 1;
    int matches = 0;
    for (int i = 1; i < lower.columns(); i++) {
      for (int j = 1; j < upper.columns(); j++) {
        if (Math.abs(lower.xs()[i] - shift - upper.xs()[j]) <= RuleLines.ONE) {
          matches++;
          break;
        }
      }
    }
    // pages of print may have mirrored margins: then more lines have to agree
    boolean shifted = Math.abs(shift) > RuleLines.ONE;
    return shifted ? fewer >= 2 && matches >= 0.8 * fewer : matches >= 0.5 * fewer;
  }

  /** The whole table. */
  Matrix matrix(int number) {
    double[] bounds = bounds();
    List<Piece> pieces = new ArrayList<>();
    int rows = 0;
    List<Piece> head = pieces(parts.get(0), bounds);
    for (RuledTable part : parts) {
      List<Piece> next = pieces(part, bounds);
      int skipped = pieces.isEmpty() ? 0 : repeatedRows(head, next);
      next.removeIf(piece -> piece.row < skipped);
      int count = part.grid().rows() - skipped;
      if (count == 0) {
        continue;
      }
      int offset = rows - skipped;
      next.forEach(piece -> piece.row += offset);
      rows += count - (pieces.isEmpty() ? 0 : joined(pieces, next, rows, part, skipped > 0));
      pieces.addAll(next);
    }
    pieces.sort(
        Comparator.comparingInt((Piece piece) -> piece.row)
            .thenComparingInt(piece -> piece.column));
    List<Matrix.Cell> cells = new ArrayList<>();
    for (Piece piece : pieces) {
      Place place = new Place(piece.page, null, number, piece.row + 1, piece.column + 1);
      cells.add(
          new Matrix.Cell(
              piece.row, piece.column, piece.rowSpan, piece.columnSpan, piece.text, place));
    }
    return new Matrix(
        rows, bounds.length - 1, cells, new Place(parts.get(0).page(), null, number, null, null));
  }

  /** Where columns begin and end in any part, seen from the left border. */
  private double[] bounds() {
    List<Double> all = new ArrayList<>();
    for (RuledTable part : parts) {
      for (double x : part.grid().xs()) {
        all.add(x - part.grid().left());
      }
    }
    all.sort(null);
    List<Double> kept = new ArrayList<>();
    for (double x : all) {
      if (kept.isEmpty() || x - kept.get(kept.size() - 1) > RuleLines.ONE + 1) {
        kept.add(x);
      }
    }
    return kept.stream().mapToDouble(x -> x).toArray();
  }

  private static int bound(double[] bounds, double x) {
    int nearest = 0;
    for (int i = 1; i < bounds.length; i++) {
      if (Math.abs(bounds[i] - x) < Math.abs(bounds[nearest] - x)) {
        nearest = i;
      }
    }
    return nearest;
  }

  private static List<Piece> pieces(RuledTable part, double[] bounds) {
    RuledGrid grid = part.grid();
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < grid.cells().size(); i++) {
      RuledGrid.Box box = grid.cells().get(i);
      int from = bound(bounds, grid.xs()[box.column()] - grid.left());
      int to = bound(bounds, grid.xs()[box.column() + box.columnSpan()] - grid.left());
      pieces.add(
          new Piece(
              part.page(),
              box.row(),
              from,
              box.rowSpan(),
              Math.max(1, to - from),
              part.texts().get(i),
              part.full().get(i)));
    }
    return pieces;
  }

  /** How many first rows of a part repeat the first rows of the table. */
  private static int repeatedRows(List<Piece> head, List<Piece> next) {
    int best = 0;
    for (int rows = 1; rows <= 6; rows++) {
      List<Piece> above = firstRows(head, rows);
      List<Piece> below = firstRows(next, rows);
      if (above.isEmpty() || above.size() != below.size()) {
        continue;
      }
      boolean same = above.stream().anyMatch(piece -> !piece.blank());
      for (int i = 0; i < above.size() && same; i++) {
        Piece one = above.get(i);
        Piece two = below.get(i);
        same =
            one.row + one.rowSpan <= rows
                && two.row + two.rowSpan <= rows
                && one.row == two.row
                && one.column == two.column
                && one.rowSpan == two.rowSpan
                && one.columnSpan == two.columnSpan
                && one.text.equals(two.text);
      }
      if (same) {
        best = rows;
      }
    }
    return best;
  }

  private static List<Piece> firstRows(List<Piece> pieces, int rows) {
    return pieces.stream().filter(piece -> piece.row < rows).toList();
  }

  /** Joins cells at the end of a page; returns by how many rows the table became shorter. */
  private int joined(
      List<Piece> above, List<Piece> below, int end, RuledTable part, boolean headRepeated) {
    List<Piece> bottom = above.stream().filter(piece -> piece.row + piece.rowSpan == end).toList();
    List<Piece> top = below.stream().filter(piece -> piece.row == end).toList();
    RuledTable before = parts.get(parts.indexOf(part) - 1);
    List<Pair> pairs = new ArrayList<>();
    for (Piece lower : top) {
      Piece upper = same(bottom, lower);
      if (upper != null) {
        boolean open =
            !headRepeated
                && open(before.grid(), before.grid().openBottom(), upper)
                && open(part.grid(), part.grid().openTop(), lower);
        pairs.add(new Pair(upper, lower, open));
      }
    }
    boolean whole = pairs.size() == top.size() && pairs.size() == bottom.size();
    boolean allOpen = whole && pairs.stream().allMatch(Pair::open);
    if (whole && rowGoesOn(pairs, allOpen)) {
      for (Pair pair : pairs) {
        pair.upper.append(pair.lower, pair.lower.rowSpan - 1);
        below.remove(pair.lower);
      }
      below.forEach(piece -> piece.row--);
      return 1;
    }
    for (Pair pair : pairs) {
      boolean spans = pair.upper.rowSpan > 1 || pair.lower.rowSpan > 1;
      if (spans && (pair.lower.blank() || pair.continues()) || (!allOpen && pair.cut())) {
        pair.upper.append(pair.lower, pair.lower.rowSpan);
        below.remove(pair.lower);
      }
    }
    return 0;
  }

  private static boolean rowGoesOn(List<Pair> pairs, boolean open) {
    boolean text = pairs.stream().anyMatch(Pair::continues);
    boolean clear = pairs.stream().allMatch(pair -> pair.oneBlank() || pair.continues());
    boolean oneRow = pairs.stream().anyMatch(pair -> pair.lower.rowSpan == 1);
    return oneRow && clear && (text || (open && pairs.stream().allMatch(Pair::oneBlank)));
  }

  private static @Nullable Piece same(List<Piece> pieces, Piece piece) {
    for (Piece other : pieces) {
      if (other.column == piece.column && other.columnSpan == piece.columnSpan) {
        return other;
      }
    }
    return null;
  }

  private boolean open(RuledGrid grid, boolean[] open, Piece piece) {
    double[] bounds = bounds();
    for (int j = 0; j < grid.columns(); j++) {
      int from = bound(bounds, grid.xs()[j] - grid.left());
      if (piece.column <= from && from < piece.column + piece.columnSpan && !open[j]) {
        return false;
      }
    }
    return true;
  }
}
