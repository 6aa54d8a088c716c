package org.gongkai.crosscheck;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.gongkai.language.Phrase;

/**
 * How much of a text stands in another one too.
 *
 * @param share of its characters that are part of a stretch which stands there, 0 to 1, two digits
 * @param part of the other text where the longest passage stands
 * @param start where the longest passage begins in the text
 * @param startThere where it begins in that part of the other text
 */
record Overlap(BigDecimal share, String part, int start, int end, int startThere, int endThere) {

  private static final int DIGITS = 2;

  static Overlap of(PlainText text, Map<String, String> other, Phrase customary) {
    int covered = 0;
    int until = 0;
    Repetition.Run longest = null;
    for (Repetition.Run run : Repetition.runs(text, other, customary)) {
      int end = run.start() + run.length();
      covered += Math.max(0, end - Math.max(until, run.start()));
      until = Math.max(until, end);
      if (longest == null || run.length() > longest.length()) {
        longest = run;
      }
    }
    if (longest == null) {
      return new Overlap(BigDecimal.ZERO, "", 0, 0, 0, 0);
    }
    Repetition.Place there = longest.place();
    int last = longest.length() - 1;
    return new Overlap(
        BigDecimal.valueOf(covered)
            .divide(BigDecimal.valueOf(text.length()), DIGITS, RoundingMode.DOWN),
        there.part(),
        text.origin(longest.start()),
        text.origin(longest.start() + last) + 1,
        there.text().origin(there.at()),
        there.text().origin(there.at() + last) + 1);
  }
}
