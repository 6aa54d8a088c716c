package org.gongkai.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.matrix.Piece.Words;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain text: its lines are paragraphs; lines that follow one another and are divided by tabs
 * or bars are tables.
 */
final class TextReader implements DocumentReader {

  /** The line of a table that only draws: {@code |---|:--:|}, {@code +----+}, {@code ├──┼──┤}. */
  private static final Pattern DRAWN = Pattern.compile("[|+:=\\-─━┌┬┐├┼┤└┴┘│┃╔╦╗╠╬╣╚╩╝═║\\s]+");

  private static final Pattern BAR = Pattern.compile("(?<!\\\\)[|│┃║]");

  private static final int BARS = 2;

  @Override
  public PrintedDocument read(byte[] bytes) throws UnreadableFile {
    return read(Decoded.of(bytes));
  }

  PrintedDocument read(Decoded decoded) throws UnreadableFile {
    Assembly assembly = new Assembly(FileKind.TEXT);
    assembly.notice(decoded.notice());
    List<String> waiting = new ArrayList<>();
    Pattern divider = null;
    for (String line : decoded.text().split("\\R|\\f", -1)) {
      ReadingLimits.check();
      Pattern own = divider(line);
      boolean drawn = divider == BAR && !line.isBlank() && DRAWN.matcher(line).matches();
      if (!drawn && own != divider) {
        table(waiting, divider, assembly);
        waiting.clear();
        divider = own;
      }
      if (divider == null) {
        assembly.add(new Words(line, false));
      } else if (!drawn && !DRAWN.matcher(line).matches()) {
        waiting.add(line);
      }
    }
    table(waiting, divider, assembly);
    return assembly.document();
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

  private static void table(List<String> lines, @Nullable Pattern divider, Assembly assembly)
      throws UnreadableFile {
    if (divider == null || lines.size() < 2) {
      for (String line : lines) {
        assembly.add(new Words(line, false));
      }
      return;
    }
    GridBuilder grid = new GridBuilder();
    int row = 0;
    for (String line : lines) {
      grid.openRow(row);
      int column = 0;
      for (String cell : cells(line, divider)) {
        column = grid.place(row, column, 1, 1, List.of(new Words(cell.replace("\\|", "|"), false)));
      }
      row++;
    }
    assembly.add(grid.build());
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
