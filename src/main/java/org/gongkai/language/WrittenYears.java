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
    StringBuilder plain = new StringBuilder(text);
    for (int i = 0; i < plain.length(); i++) {
      char sign = plain.charAt(i);
      if (Glyphs.read(sign) != sign) {
        plain.setCharAt(i, Glyphs.read(sign));
      } else {
        switch (sign) {
          case '（' -> plain.setCharAt(i, '(');
          case '）' -> plain.setCharAt(i, ')');
          case '．' -> plain.setCharAt(i, '.');
          case '／' -> plain.setCharAt(i, '/');
          case '\u3000', '\u00a0' -> plain.setCharAt(i, ' ');
          case '—', '–', '－', '−', '─', '―', '‐', '~', '～' -> plain.setCharAt(i, '-');
          default -> {
            // as it is
          }
        }
      }
    }
    return plain.toString();
  }
}
