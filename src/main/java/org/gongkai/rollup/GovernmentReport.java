package org.gongkai.rollup;

/**
 * The report of a government, for itself and its departments or for its whole area.
 *
 * @param scope code of it: {@code level} or {@code area}
 * @param document what it says, to the letter
 */
record GovernmentReport(
    long id, int revision, String organ, String name, String scope, String document) {

  /** Where the revision is. */
  String address() {
    return address(id, revision);
  }

  static String address(long report, int revision) {
    return "/api/v1/reports/%d/revisions/%d".formatted(report, revision);
  }
}
