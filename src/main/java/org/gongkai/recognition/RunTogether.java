package org.gongkai.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts figures apart that stand without blanks between them: 21710000218. A cut makes every group
 * add up to its last figure. Where no sums are known, 559 may be a figure between blank cells, and
 * only noughts, and a digit behind them, cannot be read in another way.
 */
final class RunTogether {

  private static final Pattern ZEROS = Pattern.compile("0+[0-9]");
  private static final int LONGEST = 90;
  private static final int MOST_STEPS = 200_000;
  private static final int MOST_CUTS = 40;

  private final String digits;
  private final int group;
  private final int count;
  private final List<String> cut = new ArrayList<>();
  private final List<List<String>> found = new ArrayList<>();
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
   * @return all cuts; none where there are too many, or it takes too long to tell
   */
  static List<List<String>> cuts(String digits, int count, int group) {
    if (digits.length() < count || digits.length() > LONGEST) {
      return List.of();
    }
    if (group < 2) {
      boolean apart = digits.length() == count && ZEROS.matcher(digits).matches();
      return apart ? List.of(List.of(digits.split(""))) : List.of();
    }
    RunTogether search = new RunTogether(digits, count, group);
    search.from(0, 0);
    boolean told = search.found.size() <= MOST_CUTS && search.steps < MOST_STEPS;
    return told ? search.found : List.of();
  }

  /**
   * Tries all figures from a place on.
   *
   * @param sum of the figures of this group so far
   */
  private void from(int at, long sum) {
    if (found.size() > MOST_CUTS || ++steps >= MOST_STEPS) {
      return;
    }
    int left = count - cut.size();
    if (left == 0) {
      if (at == digits.length()) {
        found.add(List.copyOf(cut));
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
