package org.gongkai.problem;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How near words are to each other, and which one somebody most likely meant. */
public final class Nearest {

  /** No key is longer; whatever is, resembles none. */
  private static final int LONGEST = 64;

  private Nearest() {}

  /** The known word that the given one misspells: at most a third of its letters are wrong. */
  public static Optional<String> to(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    String lower = word.toLowerCase(Locale.ROOT);
    @Nullable String nearest = null;
    int fewest = Integer.MAX_VALUE;
    for (String candidate : known) {
      int edits = edits(lower, candidate.toLowerCase(Locale.ROOT));
      if (edits < fewest && 3 * edits <= candidate.length()) {
        nearest = candidate;
        fewest = edits;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** How many letters must be put in, left out or changed (Levenshtein). */
  public static int edits(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int j = 0; j < above.length; j++) {
      above[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[above.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[to.length()];
  }
}
