package org.gongkai.language;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that is tried only where it can begin, and there only with what can begin so. Which
 * signs those are is asked of the pattern itself: of a sign that it can begin with it wants to see
 * more. Most signs of a text begin nothing, which makes long lists of words fast.
 */
public final class Phrase {

  private final BitSet starts = new BitSet();
  private final Map<Character, Pattern> patterns = new HashMap<>();

  private Phrase(String pattern) {
    Alternatives alternatives = new Alternatives(pattern);
    for (char sign : (pattern + "0123456789").toCharArray()) {
      Pattern some = starts.get(sign) ? null : alternatives.beginningWith(sign);
      if (some != null) {
        starts.set(sign);
        patterns.put(sign, some);
      }
    }
  }

  /** Of a pattern that begins with signs that it names. */
  public static Phrase of(String pattern) {
    return new Phrase(pattern);
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
    for (int i = 0; i < words.length(); i++) {
      if (starts.get(words.charAt(i))) {
        matcher = matcher(words, i, matcher);
        if (matcher.region(i, words.length()).lookingAt()) {
          found.at(matcher);
        }
      }
    }
  }

  /** Where it begins before {@code last}. */
  public void each(String words, int from, int last, int to, Found found) {
    Matcher matcher = null;
    for (int i = from; i < last; i++) {
      if (starts.get(words.charAt(i))) {
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
      if (starts.get(words.charAt(i))) {
        matcher = matcher(words, i, matcher);
        if (matcher.region(i, to).lookingAt()) {
          return true;
        }
      }
    }
    return false;
  }

  /** What stands before and behind the stretch that is searched counts for looking around. */
  private Matcher matcher(String words, int place, @Nullable Matcher before) {
    Pattern pattern = Objects.requireNonNull(patterns.get(words.charAt(place)));
    return before == null
        ? pattern.matcher(words).useTransparentBounds(true).useAnchoringBounds(false)
        : before.pattern().equals(pattern) ? before : before.usePattern(pattern);
  }
}
