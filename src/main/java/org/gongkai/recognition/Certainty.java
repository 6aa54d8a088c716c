package org.gongkai.recognition;

import java.util.Locale;
import org.gongkai.problem.WireCode;

/** How sure it is that what was found is what it is said to be. */
public enum Certainty implements WireCode {
  /** Found by its labels, or the only reading that there is. */
  SURE,
  /**
   * Found by its position among labels that were found, or by words that may mean something else.
   */
  LIKELY;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
