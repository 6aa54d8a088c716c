package org.gongkai.report;

/**
 * What became of one of many reports.
 *
 * @param filed where it was taken, else null
 * @param problem why it was not, else null
 * @param region where the organ was in the year, or null where that is not known
 */
record Verdict(Filed filed, RuntimeException problem, String region) {

  static Verdict of(Filed filed) {
    return new Verdict(filed, null, filed.report().region());
  }

  static Verdict refused(RuntimeException problem, String region) {
    return new Verdict(null, problem, region);
  }
}
