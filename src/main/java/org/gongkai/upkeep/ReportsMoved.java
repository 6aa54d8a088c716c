package org.gongkai.upkeep;

import java.time.Instant;
import java.util.List;
import org.gongkai.form.Scope;
import org.gongkai.report.ReportState;

/**
 * Some reports are in another region now, although nobody has touched them: the registry says
 * something else of where their organs were. Fired inside the transaction that says so, so that an
 * observer's work commits or rolls back with it.
 */
public record ReportsMoved(Instant at, List<Move> moves) {

  /**
   * A report that has moved.
   *
   * @param from the region that it was in
   * @param to the region that it is in
   * @param published whether the public sees it
   */
  public record Move(
      long report,
      String organ,
      int year,
      Scope scope,
      String from,
      String to,
      int revision,
      ReportState state,
      boolean published) {}
}
