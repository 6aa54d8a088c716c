package org.gongkai.matrix;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gongkai.matrix.Piece.Words;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of a workbook, cut into what stands on it: tables, and text above, between and below
 * them.
 */
final class Sheet {

  /** A citation heads a part of a table. */
  private static final Pattern CITATION = Pattern.compile("第.{1,12}[条款项].*");

  /** What a workbook may have. */
  private static final int MOST_ROWS = 1 << 20;

  private static final int MOST_COLUMNS = 1 << 14;

  private record Box(String text, boolean bordered) {

    boolean says() {
      return !PrintedText.lines(text).isEmpty();
    }

    boolean counts() {
      return bordered || says();
    }
  }

  /** An area of merged cells. */
  private record Area(int top, int left, int bottom, int right) {}

  /** By row and column. */
  private final NavigableMap<Integer, NavigableMap<Integer, Box>> rows = new TreeMap<>();

  private final Map<Long, Area> merged = new HashMap<>();
  private final BitSet hiddenColumns = new BitSet();
  private final BitSet hiddenRows = new BitSet();
  private int cells;
  private int blanks;
  private boolean somethingHidden;

  void put(int row, int column, String text, boolean bordered) throws UnreadableFile {
    Box box = new Box(text, bordered);
    if (box.counts()) {
      cells++;
    } else {
      blanks++;
    }
    if (cells > ReadingLimits.CELLS) {
      throw GridBuilder.tooManyCells();
    }
    // Programs format whole columns; what is blank far below is no table.
    if (box.counts() || blanks <= ReadingLimits.CELLS) {
      rows.computeIfAbsent(row, k -> new TreeMap<>()).put(column, box);
    }
  }

  void merge(int top, int left, int bottom, int right) throws UnreadableFile {
    if (merged.size() >= ReadingLimits.CELLS) {
      throw GridBuilder.tooManyCells();
    }
    merged.put(key(top, left), new Area(top, left, bottom, right));
  }

  void hideRow(int row) {
    hiddenRows.set(Math.clamp(row, 0, MOST_ROWS));
  }

  /** Hides columns from this one to before that one. */
  void hideColumns(int from, int to) {
    hiddenColumns.set(Math.max(0, from), Math.clamp(to, Math.max(0, from), MOST_COLUMNS));
  }

  /** Whether something that says anything was hidden; known after {@link #pieces}. */
  boolean somethingHidden() {
    return somethingHidden;
  }

  private static long key(int row, int column) {
    return ((long) row << 32) | column;
  }

  private Area area(int row, int column) {
    return merged.getOrDefault(key(row, column), new Area(row, column, row, column));
  }

  List<Piece> pieces() throws UnreadableFile {
    hide();
    boolean borders = bordered() > 3;
    List<Piece> pieces = new ArrayList<>();
    List<Integer> table = new ArrayList<>();
    int expected = -1;
    for (Map.Entry<Integer, NavigableMap<Integer, Box>> entry : rows.entrySet()) {
      ReadingLimits.check();
      int row = entry.getKey();
      boolean joined =
          borders
              ? inTable(entry.getValue())
              : expected >= 0 && row <= hiddenRows.nextClearBit(expected);
      if (!joined) {
        table(table, borders, pieces);
        table.clear();
      }
      if (borders && !joined) {
        words(entry.getValue(), pieces);
      } else {
        table.add(row);
      }
      expected = Math.max(expected, row + 1);
      for (int column : entry.getValue().keySet()) {
        expected = Math.max(expected, Math.min(area(row, column).bottom, row + 1_000) + 1);
      }
    }
    table(table, borders, pieces);
    return pieces;
  }

  /** Takes out what is hidden, unless it is merged with what is shown. */
  private void hide() {
    for (Map.Entry<Integer, NavigableMap<Integer, Box>> entry : rows.entrySet()) {
      int row = entry.getKey();
      entry
          .getValue()
          .entrySet()
          .removeIf(
              cell -> {
                boolean gone = hidden(area(row, cell.getKey()));
                somethingHidden |= gone && cell.getValue().says();
                return gone;
              });
    }
    rows.values().removeIf(row -> row.values().stream().noneMatch(Box::counts));
  }

  private boolean hidden(Area area) {
    return hiddenRows.nextClearBit(area.top) > area.bottom
        || hiddenColumns.nextClearBit(area.left) > area.right;
  }

  private long bordered() {
    return rows.values().stream()
        .flatMap(row -> row.values().stream())
        .filter(Box::bordered)
        .count();
  }

  /** Tables have borders around two cells of a row or more; a title above has one at most. */
  private static boolean inTable(NavigableMap<Integer, Box> row) {
    return row.values().stream().filter(Box::bordered).limit(2).count() == 2;
  }

  private void words(NavigableMap<Integer, Box> row, List<Piece> pieces) {
    for (Box box : row.values()) {
      pieces.add(new Words(box.text, false));
    }
  }

  /** Rows that follow one another: titles at their beginning, and a table, or several. */
  private void table(List<Integer> lines, boolean borders, List<Piece> pieces)
      throws UnreadableFile {
    int left = Integer.MAX_VALUE;
    int right = 0;
    for (int row : lines) {
      for (Map.Entry<Integer, Box> entry : boxes(row).entrySet()) {
        if (entry.getValue().counts()) {
          left = Math.min(left, entry.getKey());
          right = Math.max(right, area(row, entry.getKey()).right);
        }
      }
    }
    int first = 0;
    while (first < lines.size()) {
      String alone = alone(lines.get(first));
      if (alone != null
          && title(alone, borders)
          && (!borders || whole(lines.get(first), left, right))) {
        pieces.add(new Words(alone, false));
        first++;
        continue;
      }
      int end = first + 1;
      while (end < lines.size() && !chapter(lines.get(end), left, right)) {
        end++;
      }
      grid(lines.subList(first, end), left, right, pieces);
      first = end;
    }
  }

  private NavigableMap<Integer, Box> boxes(int row) {
    return rows.getOrDefault(row, new TreeMap<>());
  }

  private static boolean title(String alone, boolean borders) {
    return Assembly.CHAPTER.matcher(alone).lookingAt()
        || (!borders && !CITATION.matcher(alone).matches());
  }

  private boolean chapter(int row, int left, int right) {
    String alone = alone(row);
    return alone != null && Assembly.CHAPTER.matcher(alone).lookingAt() && whole(row, left, right);
  }

  /** The text of a row in which only one cell says something. */
  private @Nullable String alone(int row) {
    String alone = null;
    for (Box box : boxes(row).values()) {
      if (box.says()) {
        if (alone != null) {
          return null;
        }
        alone = box.text.strip();
      }
    }
    return alone;
  }

  /** Whether the cell of a row that says something reaches over the whole table. */
  private boolean whole(int row, int left, int right) {
    for (Map.Entry<Integer, Box> entry : boxes(row).entrySet()) {
      if (entry.getValue().says()) {
        Area area = area(row, entry.getKey());
        return area.left == left && area.right == right && left < right;
      }
    }
    return false;
  }

  private void grid(List<Integer> lines, int left, int right, List<Piece> pieces)
      throws UnreadableFile {
    GridBuilder grid = new GridBuilder();
    for (int i = 0; i < lines.size(); i++) {
      grid.openRow(i);
      int row = lines.get(i);
      for (Map.Entry<Integer, Box> entry : boxes(row).subMap(left, true, right, true).entrySet()) {
        int column = entry.getKey() - left;
        if (grid.free(i, column) != column) {
          continue;
        }
        Area area = area(row, entry.getKey());
        int down = 1;
        while (i + down < lines.size() && lines.get(i + down) <= area.bottom) {
          down++;
        }
        grid.place(
            i,
            column,
            down,
            Math.min(area.right, right) - area.left + 1,
            List.of(new Words(entry.getValue().text, false)));
      }
    }
    pieces.add(grid.build());
  }
}
