package org.gongkai.report;

import java.time.Instant;

/**
 * How a report stands, now or as it was after one of its events.
 *
 * @param revision the revision that is shown
 * @param publishedRevision the one that the public sees, or null
 */
record Standing(
    ReportState state,
    int revision,
    Integer publishedRevision,
    int unexplained,
    int waived,
    Instant changedAt,
    Instant submittedAt,
    Instant firstSubmittedAt) {

  static Standing of(Report report) {
    return new Standing(
        report.state(),
        report.revision(),
        report.publishedRevision(),
        report.unexplained(),
        report.waived(),
        report.changedAt(),
        report.submittedAt(),
        report.firstSubmittedAt());
  }

  /** After an event; when it was submitted stands in its receipts. */
  static Standing after(ReportEvent event) {
    return new Standing(
        event.state(),
        event.revision(),
        event.publishedRevision(),
        event.unexplained(),
        event.waived(),
        event.at(),
        null,
        null);
  }
}
