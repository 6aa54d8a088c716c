package org.gongkai.report;

import java.time.Instant;
import java.util.List;
import org.gongkai.form.Scope;

/**
 * Something has become of each of some reports. Fired inside the transaction that does it, so that
 * an observer's work commits or rolls back with it.
 */
public record ReportsChanged(List<ReportChanged> changes) {

  /**
   * Something has become of a report.
   *
   * @param region where the organ was in the report's year
   * @param revision number of the newest revision
   * @param state the state after the event
   * @param author who did it
   * @param isTold whether readers are told, as they see the report or saw it until then
   */
  public record ReportChanged(
      ReportEventKind kind,
      long report,
      String organ,
      int year,
      Scope scope,
      String region,
      int revision,
      ReportState state,
      String author,
      Instant at,
      boolean isTold) {}
}
