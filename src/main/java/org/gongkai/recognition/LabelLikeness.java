package org.gongkai.recognition;

import org.gongkai.problem.Nearest;

/** How like a printed label is to one of the form. */
final class LabelLikeness {

  private static final int SHORTEST_CUT = 4;

  private LabelLikeness() {}

  /** Whether a printed label is the beginning of one of the form. */
  static boolean isCut(String printed, String label) {
    return printed.length() >= SHORTEST_CUT && label.startsWith(printed);
  }

  /**
   * Whether a printed label is one of the form but for a sign or two. Short labels differ from
   * others in no more, so only long ones may be misprinted.
   */
  static boolean isMisprinted(String printed, String label) {
    int length = Math.min(printed.length(), label.length());
    int allowed = length >= 16 ? 3 : length >= 10 ? 2 : length >= 6 ? 1 : 0;
    return allowed > 0
        && Math.abs(printed.length() - label.length()) <= allowed
        && Nearest.edits(printed, label) <= allowed;
  }

  /** Length of the longest sequence of signs that both have. */
  static int common(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = 0;
      for (int j = 1; j <= other.length(); j++) {
        int above = row[j];
        row[j] =
            one.charAt(i - 1) == other.charAt(j - 1) ? diagonal + 1 : Math.max(above, row[j - 1]);
        diagonal = above;
      }
    }
    return row[other.length()];
  }
}
