package org.gongkai.language;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that is tried only where it can begin, and there only with what can begin so. Which
 * signs those are is asked of the pattern itself: of a sign that it can begin with it wants to see
 * more; and so of two signs, when they are met for the first time. Most signs of a text begin
 * nothing, and most of the others are not followed by what would go on, which makes long lists of
 * words fast.
 */
public final class Phrase {

  /** Pairs of signs that are remembered; a text has some hundreds that matter. */
  private static final int PAIRS = 1 << 12;

  private static final int KNOWN = 1;
  private static final int GOES_ON = 2;
  private static final int MIX = 0x9e3779b1;

  private final SignSet starts;
  private final Map<Character, Pattern> patterns = new HashMap<>();

  /**
   * The groups of each pattern by their names, which the pattern itself copies at each question.
   */
  private final Map<Pattern, Map<String, Integer>> groups = new IdentityHashMap<>();

  private final Alternatives alternatives;

  /** By two signs: whether they can begin it. */
  private final AtomicLongArray pairs = new AtomicLongArray(PAIRS);

  private Phrase(String pattern) {
    alternatives = new Alternatives(pattern);
    StringBuilder beginning = new StringBuilder();
    for (char sign : (pattern + "0123456789").toCharArray()) {
      Pattern some = patterns.containsKey(sign) ? null : alternatives.beginningWith(sign);
      if (some != null) {
        beginning.append(sign);
        patterns.put(sign, some);
        groups.computeIfAbsent(some, Pattern::namedGroups);
      }
    }
    starts = SignSet.of(beginning.toString());
  }

  /** Of a pattern that begins with signs that it names. */
  public static Phrase of(String pattern) {
    return new Phrase(pattern);
  }

  /** Where a group of what was found begins; less than 0 where it was not found. */
  public int start(Matcher match, String group) {
    Integer number = Objects.requireNonNull(groups.get(match.pattern())).get(group);
    return match.start(Objects.requireNonNull(number));
  }

  /** What is found, first to last, as {@link Matcher#find} finds it. */
  public interface Found {
    void at(Matcher match);
  }

  public void each(String words, int from, int to, Found found) {
    each(words, from, to, to, found);
  }

  /** At each place where it begins, also inside of what is found before. */
  public void everywhere(String words, Found found) {
    Matcher matcher = null;
    int to = words.length();
    for (int i = 0; i < to; i++) {
      if (canBegin(words, i, to)) {
        matcher = matcher(words, i, matcher);
        if (matcher.region(i, to).lookingAt()) {
          found.at(matcher);
        }
      }
    }
  }

  /** Where it begins before {@code last}. */
  public void each(String words, int from, int last, int to, Found found) {
    Matcher matcher = null;
    for (int i = from; i < last; i++) {
      if (canBegin(words, i, to)) {
        matcher = matcher(words, i, matcher);
        if (matcher.region(i, to).lookingAt() && matcher.end() > i) {
          int end = matcher.end();
          found.at(matcher);
          i = end - 1;
        }
      }
    }
  }

  public boolean isIn(String words, int from, int to) {
    Matcher matcher = null;
    for (int i = from; i < to; i++) {
      if (canBegin(words, i, to)) {
        matcher = matcher(words, i, matcher);
        if (matcher.region(i, to).lookingAt()) {
          return true;
        }
      }
    }
    return false;
  }

  /** What is found at a place; null where it does not begin there. */
  public @Nullable Matcher at(String words, int place, int to) {
    if (place >= to || !canBegin(words, place, to)) {
      return null;
    }
    Matcher matcher = matcher(words, place, null);
    return matcher.region(place, to).lookingAt() ? matcher : null;
  }

  /** Where it is found first; null where it is not. */
  public @Nullable Matcher first(String words, int from, int to) {
    Matcher found = null;
    for (int i = from; i < to && found == null; i++) {
      found = at(words, i, to);
    }
    return found;
  }

  private boolean canBegin(String words, int place, int to) {
    char sign = words.charAt(place);
    return starts.has(sign) && (place + 1 >= to || canBegin(sign, words.charAt(place + 1)));
  }

  private boolean canBegin(char sign, char next) {
    long pair = (long) sign << Character.SIZE | next;
    int slot = (int) pair * MIX >>> Integer.SIZE - 12;
    long known = pairs.getOpaque(slot);
    if (known >>> 2 != pair || (known & KNOWN) == 0) {
      boolean goesOn = alternatives.canBegin(sign, next);
      known = pair << 2 | KNOWN | (goesOn ? GOES_ON : 0);
      pairs.setOpaque(slot, known);
    }
    return (known & GOES_ON) != 0;
  }

  /** What stands before and behind the stretch that is searched counts for looking around. */
  private Matcher matcher(String words, int place, @Nullable Matcher before) {
    Pattern pattern = Objects.requireNonNull(patterns.get(words.charAt(place)));
    return before == null
        ? pattern.matcher(words).useTransparentBounds(true).useAnchoringBounds(false)
        : before.pattern().equals(pattern) ? before : before.usePattern(pattern);
  }
}
