package org.gongkai.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How texts write years, with wide and Chinese digits too, and how they are read. */
public final class WrittenYears {

  /** A year, captured. */
  public static final String YEAR =
      "(?<![0-9])((?:19|20)[0-9]{2}|(?:一九|二[〇○零])[〇○零一二三四五六七八九]{2})(?![0-9])";

  private static final Pattern ONLY_DIGITS = Pattern.compile("[0-9〇○零一二三四五六七八九]{4}");

  /** A year, captured, with the word for it. */
  public static final String OF_YEAR = YEAR + "\\s{0,3}年\\s{0,3}";

  private static final String CHINESE_DIGITS = "零一二三四五六七八九";

  private static final char[] PLAIN = table();

  private WrittenYears() {}

  /** All years that a match has captured: its only groups that are digits. */
  public static List<Integer> of(MatchResult match) {
    List<Integer> years = new ArrayList<>();
    for (int i = 1; i <= match.groupCount(); i++) {
      String group = match.group(i);
      if (group != null && ONLY_DIGITS.matcher(group).matches()) {
        years.add(year(group));
      }
    }
    return years;
  }

  private static int year(String digits) {
    int year = 0;
    for (char digit : digits.toCharArray()) {
      int value = digit <= '9' ? digit - '0' : Math.max(0, CHINESE_DIGITS.indexOf(digit));
      year = year * 10 + value;
    }
    return year;
  }

  /**
   * Signs as they are read ({@link Glyphs}), brackets, dots and strokes made narrow, and all dashes
   * one: sign for sign, so that places stay.
   */
  public static String plain(String text) {
    return Glyphs.read(text, PLAIN);
  }

  private static char[] table() {
    char[] table = new char[Character.MAX_VALUE + 1];
    for (int i = 0; i < table.length; i++) {
      char sign = (char) i;
      table[i] = Glyphs.read(sign) == sign ? narrow(sign) : Glyphs.read(sign);
    }
    return table;
  }

  private static char narrow(char sign) {
    return switch (sign) {
      case '（' -> '(';
      case '）' -> ')';
      case '．' -> '.';
      case '／' -> '/';
      case '\u3000', '\u00a0' -> ' ';
      case '—', '–', '－', '−', '─', '―', '‐', '~', '～' -> '-';
      default -> sign;
    };
  }
}
