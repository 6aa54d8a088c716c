package org.gongkai.difference;

import java.util.Locale;
import org.gongkai.problem.WireCode;

/** How sentences that stand beside each other compare. */
public enum SentenceKind implements WireCode {
  /** To the letter. */
  SAME,
  /** In all but numbers and marks. */
  NUMBERS,
  /** Both say something, and something else. */
  OTHER,
  /** Only the first has it. */
  FIRST,
  /** Only the second has it. */
  SECOND;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
