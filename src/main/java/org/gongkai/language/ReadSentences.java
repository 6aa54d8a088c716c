package org.gongkai.language;

/**
 * The sentences that were read last, so that each is read once whatever is asked of it. Two of
 * them: a number that is told in turn is read in words of its own.
 */
final class ReadSentences {

  private final ReportLanguage language;
  private final char quantity;
  private Clauses last;
  private Clauses before;

  /** Behind the words of the last one that a number has taken. */
  private int taken;

  /**
   * Has read nothing yet.
   *
   * @param quantity stands for a number with its unit in sentences
   */
  ReadSentences(ReportLanguage language, char quantity) {
    this.language = language;
    this.quantity = quantity;
    this.last = fresh("");
    this.before = last;
  }

  /** A sentence, which then is the last one. */
  Clauses read(String sentence) {
    if (!last.isOf(sentence)) {
      Clauses other = before;
      before = last;
      last = other.isOf(sentence) ? other : fresh(sentence);
      taken = 0;
    }
    return last;
  }

  /** A sentence that is asked for once, and does not become the last one. */
  Clauses fresh(String sentence) {
    return new Clauses(sentence, quantity, language.read(sentence), language.roles());
  }

  /** Leaves to the numbers that follow only what stands behind a place. */
  void take(int end) {
    taken = end;
  }

  /** From where words are left, of those from a place on. */
  int leftFrom(int place) {
    return Math.max(place, taken);
  }
}
