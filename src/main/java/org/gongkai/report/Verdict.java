package org.gongkai.report;

/**
 * What became of one of many reports.
 *
 * @param filed where it was taken, else null
 * @param problem why it was not, else null
 */
record Verdict(Filed filed, RuntimeException problem) {

  static Verdict of(Filed filed) {
    return new Verdict(filed, null);
  }

  static Verdict refused(RuntimeException problem) {
    return new Verdict(null, problem);
  }
}
