package org.gongkai.matrix;

import java.util.ArrayList;
import java.util.List;

/** Text as it is printed: without what has no width, and without blanks at the edges. */
final class PrintedText {

  private PrintedText() {}

  /** Its lines, none of them blank, with the blanks inside as they are. */
  static List<String> lines(String raw) {
    List<String> lines = new ArrayList<>(1);
    int start = 0;
    for (int i = 0; i <= raw.length(); i++) {
      if (i == raw.length() || breaks(raw.charAt(i))) {
        String line = line(raw, start, i);
        if (!line.isEmpty()) {
          lines.add(line);
        }
        start = i + 1;
      }
    }
    return lines;
  }

  /** A line with the tabs at its edges, which divide cells that are blank. */
  static String row(String raw) {
    String line = line(raw, 0, raw.length());
    if (line.isEmpty()) {
      return line;
    }
    String plain = raw.stripTrailing();
    String before = raw.substring(0, raw.length() - raw.stripLeading().length());
    return tabs(before) + line + tabs(raw.substring(plain.length()));
  }

  private static String tabs(String edge) {
    return "\t".repeat((int) edge.chars().filter(sign -> sign == '\t').count());
  }

  private static boolean breaks(char sign) {
    return sign == '\n'
        || sign == '\r'
        || sign == '\f'
        || sign == '\u000b'
        || sign == '\u2028'
        || sign == '\u2029'
        || sign == '\u0085';
  }

  private static String line(String raw, int start, int end) {
    StringBuilder line = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      char sign = raw.charAt(i);
      if (sign == '\u00a0') {
        line.append(' ');
      } else if (!unseen(sign)) {
        line.append(sign);
      }
    }
    int from = 0;
    int to = line.length();
    while (from < to && blank(line.charAt(from))) {
      from++;
    }
    while (to > from && blank(line.charAt(to - 1))) {
      to--;
    }
    return line.substring(from, to);
  }

  static boolean blank(char sign) {
    return Character.isWhitespace(sign) || Character.isSpaceChar(sign) || unseen(sign);
  }

  /** Signs without width: marks of order and joining, soft hyphens, controls. */
  private static boolean unseen(char sign) {
    return sign == '\u00ad'
        || (sign >= '\u200b' && sign <= '\u200f')
        || (sign >= '\u202a' && sign <= '\u202e')
        || (sign >= '\u2060' && sign <= '\u206f')
        || sign == '\ufeff'
        || (sign < ' ' && sign != '\t')
        || (sign >= '\u007f' && sign <= '\u009f');
  }
}
