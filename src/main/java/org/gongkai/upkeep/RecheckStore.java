package org.gongkai.upkeep;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import org.gongkai.platform.Sql;
import org.gongkai.report.ReportsChanged;

/** Keeps which reports are to be judged again. */
@Singleton
class RecheckStore {

  private static final String ENTER =
      """
      INSERT INTO recheck (report)
      SELECT r.id FROM report r
      WHERE r.organ = ANY (:organs)
        OR r.organ IN (SELECT v.successor FROM organ_version v WHERE v.organ = ANY (:organs) AND v.successor IS NOT NULL)
      ORDER BY r.id
      """;

  /**
   * Those of the same region, year and scope beyond the organ's own, and those of the organ that
   * the one that filed was merged into, of the year and the next.
   */
  private static final String ENTER_BESIDE =
      """
      WITH c AS (
        SELECT * FROM unnest(:organs, :regions, :years, :scopes) AS c (organ, region, year, scope)
      )
      INSERT INTO recheck (report)
      SELECT r.id
      FROM c
      CROSS JOIN LATERAL (
        SELECT r.id FROM report r
        WHERE r.region = c.region AND r.year = c.year AND r.scope = c.scope AND r.organ <> c.organ
        LIMIT 20) r
      WHERE c.scope <> 'organ'
      UNION
      SELECT r.id
      FROM c
      CROSS JOIN LATERAL (
        SELECT v.successor FROM organ_version v
        WHERE v.organ = c.organ AND v.successor IS NOT NULL
        LIMIT 20) v
      CROSS JOIN LATERAL (
        SELECT r.id FROM report r
        WHERE r.organ = v.successor AND r.year BETWEEN c.year AND c.year + 1 AND r.scope = c.scope
        LIMIT 2) r
      ORDER BY 1
      """;

  private static final String TAKE =
      """
      DELETE FROM recheck
      WHERE id IN (SELECT id FROM recheck ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED)
      RETURNING report
      """;

  private static final String ORGANS =
      "SELECT DISTINCT organ FROM report WHERE id = ANY (:reports)";

  private final Sql sql;

  RecheckStore(Sql sql) {
    this.sql = sql;
  }

  /** Reports of these organs, and of those that they were merged into. */
  void enter(Collection<String> organs) {
    sql.statement(ENTER).bind("organs", organs.toArray(String[]::new)).update();
  }

  /** Reports that others which came or went are held against. */
  void enterBeside(List<ReportsChanged.ReportChanged> moved) {
    sql.statement(ENTER_BESIDE)
        .bind(
            "organs",
            moved.stream().map(ReportsChanged.ReportChanged::organ).toArray(String[]::new))
        .bind(
            "regions",
            moved.stream().map(ReportsChanged.ReportChanged::region).toArray(String[]::new))
        .bind("years", moved.stream().mapToInt(ReportsChanged.ReportChanged::year).toArray())
        .bind("scopes", moved.stream().map(c -> c.scope().code()).toArray(String[]::new))
        .send();
  }

  /** Takes some of them out, the oldest first; the same report may be there more than once. */
  List<Long> take(int most) {
    return sql.statement(TAKE).bind("most", most).list(row -> row.getLong("report"));
  }

  /** The organs of reports. */
  String[] organs(List<Long> reports) {
    return sql.statement(ORGANS)
        .bind("reports", reports.stream().mapToLong(Long::longValue).toArray())
        .list(row -> row.getString("organ"))
        .toArray(String[]::new);
  }
}
