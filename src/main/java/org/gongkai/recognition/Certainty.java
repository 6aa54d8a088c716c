package org.gongkai.recognition;

/** How sure it is that what was found is what it is said to be. */
public enum Certainty {
  /** Found by its labels, or the only reading that there is. */
  SURE,
  /**
   * Found by its position among labels that were found, or by words that may mean something else.
   */
  LIKELY
}
