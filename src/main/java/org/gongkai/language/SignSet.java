package org.gongkai.language;

import java.util.Collection;
import java.util.function.IntPredicate;

/** Some signs, of which a sign is known to be one without being compared with each. */
public final class SignSet {

  private final long[] bits = new long[(Character.MAX_VALUE + 1) / Long.SIZE];

  private SignSet() {}

  public static SignSet of(String signs) {
    SignSet set = new SignSet();
    for (int i = 0; i < signs.length(); i++) {
      set.add(signs.charAt(i));
    }
    return set;
  }

  /** With which some words begin. */
  public static SignSet ofFirst(Collection<String> words) {
    SignSet set = new SignSet();
    words.forEach(word -> set.add(word.charAt(0)));
    return set;
  }

  /** With which some words end. */
  public static SignSet ofLast(Collection<String> words) {
    SignSet set = new SignSet();
    words.forEach(word -> set.add(word.charAt(word.length() - 1)));
    return set;
  }

  /** All that something is true of. */
  public static SignSet where(IntPredicate isOne) {
    SignSet set = new SignSet();
    for (int sign = 0; sign <= Character.MAX_VALUE; sign++) {
      if (isOne.test(sign)) {
        set.add((char) sign);
      }
    }
    return set;
  }

  /** These and one more. */
  public SignSet and(char sign) {
    SignSet set = new SignSet();
    System.arraycopy(bits, 0, set.bits, 0, bits.length);
    set.add(sign);
    return set;
  }

  private void add(char sign) {
    bits[sign >> 6] |= 1L << sign;
  }

  public boolean has(char sign) {
    return (bits[sign >> 6] & 1L << sign) != 0;
  }

  /** Whether one of them stands between two places. */
  public boolean isIn(CharSequence text, int from, int to) {
    return first(text, from, to) < to;
  }

  /** Where the first of them stands from a place on; {@code to} where none does. */
  public int first(CharSequence text, int from, int to) {
    int at = from;
    while (at < to && !has(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Behind the last of them before a place; {@code from} where none stands there. */
  public int behindLast(CharSequence text, int from, int before) {
    int at = before;
    while (at > from && !has(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }
}
