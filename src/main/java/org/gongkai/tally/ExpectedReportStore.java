package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.gongkai.platform.Sql;

/**
 * Writes from which year on a report of an organ is expected where. The view {@code
 * organ_expected_report} says it by the registry, the table {@code expected_report} as it was
 * counted last.
 */
@Singleton
class ExpectedReportStore {

  private static final String NOTE =
      """
      INSERT INTO expected_report_change (at, region, kind, year, change)
      SELECT :now, step.region, step.kind, step.year, sum(step.change)
      FROM (
        SELECT region, kind, year, change FROM organ_expected_report WHERE organ = ANY (:organs)
        UNION ALL
        SELECT region, kind, year, -change FROM expected_report WHERE organ = ANY (:organs)
      ) step
      GROUP BY step.region, step.kind, step.year
      """;

  private static final String NOTE_REGIONS =
      """
      INSERT INTO expected_report_change (at, region, kind, year, change)
      SELECT :now, code, '', 0, 0 FROM unnest(:regions) AS changed (code)
      """;

  private static final String FORGET = "DELETE FROM expected_report WHERE organ = ANY (:organs)";

  private static final String KEEP =
      """
      INSERT INTO expected_report (organ, year, region, kind, change)
      SELECT organ, year, region, kind, change FROM organ_expected_report WHERE organ = ANY (:organs)
      """;

  private final Sql sql;

  ExpectedReportStore(Sql sql) {
    this.sql = sql;
  }

  /** Counts organs as the registry has them now; the difference waits to be folded. */
  void follow(String[] organs, Instant now) {
    sql.statement(NOTE).bind("now", now).bind("organs", organs).update();
    sql.statement(FORGET).bind("organs", organs).update();
    sql.statement(KEEP).bind("organs", organs).update();
  }

  /** Notes that something of regions has changed that no number shows. */
  void note(String[] regions, Instant now) {
    sql.statement(NOTE_REGIONS).bind("now", now).bind("regions", regions).update();
  }
}
