package org.gongkai.check;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern that is tried only where it can begin. Which signs those are is asked of the pattern
 * itself: of a sign that it can begin with it wants to see more. Most signs of a text begin
 * nothing, which makes long lists of words fast.
 */
public final class Phrase {

  private final Pattern pattern;
  private final BitSet starts = new BitSet();

  private Phrase(Pattern pattern) {
    this.pattern = pattern;
    String candidates = pattern.pattern() + "0123456789";
    for (int i = 0; i < candidates.length(); i++) {
      Matcher matcher = pattern.matcher(candidates.substring(i, i + 1));
      if (matcher.lookingAt() || matcher.hitEnd()) {
        starts.set(candidates.charAt(i));
      }
    }
  }

  /** Of a pattern that begins with signs that it names. */
  static Phrase of(String pattern) {
    return new Phrase(Pattern.compile(pattern));
  }

  /** What is found, first to last, as {@link Matcher#find} finds it. */
  public interface Found {
    void at(Matcher match);
  }

  public void each(String words, int from, int to, Found found) {
    each(words, from, to, to, found);
  }

  /** Where it begins before {@code last}. */
  public void each(String words, int from, int last, int to, Found found) {
    Matcher matcher = null;
    for (int i = from; i < last; i++) {
      if (starts.get(words.charAt(i))) {
        matcher = matcher == null ? matcher(words) : matcher;
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
        matcher = matcher == null ? matcher(words) : matcher;
        if (matcher.region(i, to).lookingAt()) {
          return true;
        }
      }
    }
    return false;
  }

  /** What stands before and behind the stretch that is searched counts for looking around. */
  private Matcher matcher(String words) {
    return pattern.matcher(words).useTransparentBounds(true).useAnchoringBounds(false);
  }
}
