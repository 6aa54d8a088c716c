package org.gongkai.recognition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts figures apart that stand without blanks between them: 21710000218. They are cut only where a
 * single cut makes every group add up to its last figure; where no sums are known, only where there
 * is a digit for each.
 */
final class RunTogether {

  private static final int LONGEST = 90;
  private static final int MOST_STEPS = 200_000;

  private final String digits;
  private final int group;
  private final int count;
  private final List<String> cut = new ArrayList<>();
  private @Nullable List<String> only;
  private int found;
  private int steps;

  private RunTogether(String digits, int count, int group) {
    this.digits = digits;
    this.count = count;
    this.group = group;
  }

  /**
   * Cuts digits into figures.
   *
   * @param count how many figures there are
   * @param group how many of them add up to the last one of each group; 0 where none do
   * @return null where no cut or more than one is possible, or it takes too long to tell
   */
  static @Nullable List<String> cut(String digits, int count, int group) {
    if (digits.length() < count || digits.length() > LONGEST) {
      return null;
    }
    if (group < 2) {
      return digits.length() == count ? List.of(digits.split("")) : null;
    }
    RunTogether search = new RunTogether(digits, count, group);
    search.from(0, 0);
    return search.found == 1 && search.steps < MOST_STEPS ? search.only : null;
  }

  /**
   * Tries all figures from a place on.
   *
   * @param sum of the figures of this group so far
   */
  private void from(int at, long sum) {
    if (found > 1 || ++steps >= MOST_STEPS) {
      return;
    }
    int left = count - cut.size();
    if (left == 0) {
      if (at == digits.length()) {
        found++;
        only = List.copyOf(cut);
      }
      return;
    }
    boolean total = cut.size() % group == group - 1;
    int longest = digits.charAt(Math.min(at, digits.length() - 1)) == '0' ? 1 : 12;
    for (int length = 1; length <= longest && at + length <= digits.length() - left + 1; length++) {
      String figure = digits.substring(at, at + length);
      long number = Long.parseLong(figure);
      if (total && number != sum) {
        continue;
      }
      cut.add(figure);
      from(at + length, total ? 0 : sum + number);
      cut.removeLast();
    }
  }
}
