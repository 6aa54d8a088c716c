package org.gongkai.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.gongkai.matrix.Piece.Row;
import org.gongkai.matrix.Piece.Words;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain text: its lines are paragraphs; lines that follow one another and are divided by tabs
 * or bars into as many cells each are tables.
 */
final class PlainTextReader implements DocumentReader {

  /** The line of a table that only draws: {@code |---|:--:|}, {@code +----+}, {@code ├──┼──┤}. */
  private static final Pattern DRAWN = Pattern.compile("[|+:=\\-─━┌┬┐├┼┤└┴┘│┃╔╦╗╠╬╣╚╩╝═║\\s]+");

  private static final Pattern BAR = Pattern.compile("(?<!\\\\)[|│┃║]");

  /** Ends a cell whose text is on the line above, or fills a row up; it draws nothing. */
  private static final Pattern BARS_ALONE = Pattern.compile("\\s*[|│┃║]+\\s*");

  private static final int BARS = 2;

  @Override
  public PrintedDocument read(byte[] bytes) throws UnreadableFile {
    return read(Decoded.of(bytes));
  }

  PrintedDocument read(Decoded decoded) throws UnreadableFile {
    ReadingLimits.checkLines(decoded.text());
    Assembly assembly = new Assembly(FileKind.TEXT);
    assembly.notice(decoded.notice());
    List<Run> runs = runs(decoded.text());
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      if (run.even() && !joined(runs, i, -1) && !joined(runs, i, 1)) {
        run.table(assembly);
      } else {
        for (String line : run.lines) {
          assembly.add(run.divider == TAB ? new Row(line) : new Words(line, false));
        }
      }
    }
    return assembly.document();
  }

  /**
   * Lines that follow one another.
   *
   * @param divider what divides their cells, or null
   */
  private record Run(@Nullable Pattern divider, List<String> lines) {

    /**
     * Whether they have as many cells each. Copied from a table with merged cells, lines have fewer
     * cells than columns: which ones, they do not say.
     */
    boolean even() {
      return divider != null
          && lines.size() > 1
          && lines.stream().mapToInt(line -> cells(line, divider).length).distinct().count() == 1;
    }

    void table(Assembly assembly) throws UnreadableFile {
      GridBuilder grid = new GridBuilder();
      for (int row = 0; row < lines.size(); row++) {
        grid.openRow(row);
        int column = 0;
        for (String cell : cells(lines.get(row), Objects.requireNonNull(divider))) {
          Words words = new Words(cell.replace("\\|", "|"), false);
          column = grid.place(row, column, 1, 1, List.of(words));
        }
      }
      assembly.add(grid.build());
    }
  }

  private static List<Run> runs(String text) throws UnreadableFile {
    List<Run> runs = new ArrayList<>();
    Run run = new Run(null, new ArrayList<>());
    for (String line : text.split("\\R|\\f", -1)) {
      ReadingLimits.check();
      boolean drawn = !line.isBlank() && DRAWN.matcher(line).matches();
      boolean cell = run.divider != BAR && BARS_ALONE.matcher(line).matches();
      drawn &= !cell;
      Pattern own = drawn && run.divider == BAR ? BAR : cell ? null : divider(line);
      if (own != run.divider) {
        runs.add(run);
        run = new Run(own, new ArrayList<>());
      }
      if (!drawn || own == null) {
        run.lines.add(line);
      }
    }
    runs.add(run);
    return runs;
  }

  /** Whether one line alone stands between this run and another table: it is a row of both. */
  private static boolean joined(List<Run> runs, int at, int step) {
    int between = at + step;
    int other = between + step;
    return other >= 0
        && other < runs.size()
        && runs.get(between).divider == null
        && runs.get(between).lines.size() == 1
        && !runs.get(between).lines.getFirst().isBlank()
        && runs.get(other).divider != null;
  }

  private static final Pattern TAB = Pattern.compile("\t");

  /** What divides the cells of a line, or null where it is no line of a table. */
  private static @Nullable Pattern divider(String line) {
    String plain = line.strip();
    if (BAR.matcher(plain).results().limit(BARS).count() == BARS
        && "|│┃║".indexOf(plain.charAt(0)) >= 0) {
      return BAR;
    }
    if (!plain.isEmpty()
        && DRAWN.matcher(plain).matches()
        && "+┌╔|".indexOf(plain.charAt(0)) >= 0) {
      return BAR;
    }
    int text = line.length() - line.stripLeading().length();
    return !plain.isEmpty() && line.indexOf('\t', text) >= 0 ? TAB : null;
  }

  private static String[] cells(String line, Pattern divider) {
    if (divider == TAB) {
      return divider.split(line, -1);
    }
    String plain = line.strip();
    String inside = plain.substring(1);
    if (!inside.isEmpty()
        && "|│┃║".indexOf(inside.charAt(inside.length() - 1)) >= 0
        && !inside.endsWith("\\|")) {
      inside = inside.substring(0, inside.length() - 1);
    }
    return divider.split(inside, -1);
  }
}
