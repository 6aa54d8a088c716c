package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.gongkai.platform.Sql;

/**
 * Makes the sums of one region anew: those of its own organs from the reports and the registry,
 * less what waits to be folded, all others from the sums of the regions directly below. Nothing may
 * be folded meanwhile; what is filed meanwhile changes the reports and what waits alike.
 */
@Singleton
class RebuildStore {

  private static final String ENTER =
      """
      INSERT INTO tally_rebuild (region, depth)
      SELECT w.within, (SELECT max(a.depth) FROM region_within a WHERE a.region = w.within)
      FROM (
        SELECT region FROM report
        UNION SELECT region FROM expected_report
        UNION SELECT region FROM tally
        UNION SELECT region FROM expected_report_count
      ) known
      JOIN region_within w ON w.region = known.region
      GROUP BY w.within
      ON CONFLICT (region) DO NOTHING
      """;

  private static final String WAITING = "SELECT count(*) AS waiting FROM tally_rebuild";

  private static final String NEXT =
      "SELECT region FROM tally_rebuild ORDER BY depth DESC, region LIMIT 1";

  private static final String DONE = "DELETE FROM tally_rebuild WHERE region = :region";

  private static final String NO_SUMS =
      """
      UPDATE tally SET changes = changes + 1, changed_at = :now, reports = 0, expected = 0, unexplained = 0, waived = 0,
        cells = '{}', numbers = '{}', stated = '{}', blank = '{}', approximate = '{}', reported = '{}'
      WHERE region = :region
      """;

  private static final String SUMS =
      PartSql.in(
          """
          WITH part AS (
            SELECT * FROM REPORT_FIGURES s
            UNION ALL
            SELECT d.year, d.basis, d.kind, d.level, d.cell, -d.number, -d.stated, -d.blank, -d.approximate, -d.reports
            FROM WAITING_FIGURES d
            UNION ALL
            SELECT t.year, t.basis, t.kind, t.level, CELLS_OF_U
            FROM region c
            JOIN tally t ON t.region = c.code AND t.kind <> ''
            KEPT_CELLS
            WHERE c.parent = :region
            UNION ALL
            SELECT * FROM PASSED_ON_FIGURES d
          ),
          cell_sum AS (
            SELECT p.year, p.basis, as_a.kind, as_a.level, p.cell, coalesce(sum(p.number), 0) AS number,
              sum(p.stated)::integer AS stated, sum(p.blank)::integer AS blank, sum(p.approximate)::integer AS approximate,
              sum(p.reports)::integer AS reports
            FROM part p
            CROSS JOIN LATERAL (VALUES ('', ''), (p.kind, p.level)) AS as_a (kind, level)
            GROUP BY p.year, p.basis, as_a.kind, as_a.level, p.cell
          ),
          cells AS (
            SELECT year, basis, kind, level, array_agg(cell ORDER BY cell) AS cells, array_agg(number ORDER BY cell) AS numbers,
              CASE WHEN bool_or(stated <> reports) THEN array_agg(stated ORDER BY cell) ELSE '{}' END AS stated,
              CASE WHEN bool_or(blank <> 0) THEN array_agg(blank ORDER BY cell) ELSE '{}' END AS blank,
              CASE WHEN bool_or(approximate <> 0) THEN array_agg(approximate ORDER BY cell) ELSE '{}' END AS approximate,
              array_agg(reports ORDER BY cell) AS reported
            FROM cell_sum
            WHERE (number, stated, blank, approximate, reports) <> (0, 0, 0, 0, 0)
            GROUP BY year, basis, kind, level
          ),
          counts AS (
            SELECT p.year, p.basis, as_a.kind, as_a.level, sum(p.reports) AS reports, sum(p.expected) AS expected,
              sum(p.unexplained) AS unexplained, sum(p.waived) AS waived
            FROM (
              SELECT * FROM REPORT_COUNTS s
              UNION ALL
              SELECT d.year, d.basis, d.kind, d.level, -d.reports, -d.expected, -d.unexplained, -d.waived
              FROM WAITING_COUNTS d
              UNION ALL
              SELECT t.year, t.basis, t.kind, t.level, t.reports, t.expected, t.unexplained, t.waived
              FROM region c
              JOIN tally t ON t.region = c.code AND t.kind <> ''
              WHERE c.parent = :region
              UNION ALL
              SELECT * FROM PASSED_ON_COUNTS d
            ) p
            CROSS JOIN LATERAL (VALUES ('', ''), (p.kind, p.level)) AS as_a (kind, level)
            GROUP BY p.year, p.basis, as_a.kind, as_a.level
          )
          INSERT INTO tally (region, year, basis, kind, level, changes, changed_at, reports, expected, unexplained, waived,
            cells, numbers, stated, blank, approximate, reported)
          SELECT :region, n.year, n.basis, n.kind, n.level, 1, :now, n.reports, n.expected, n.unexplained, n.waived,
            coalesce(c.cells, '{}'), coalesce(c.numbers, '{}'), coalesce(c.stated, '{}'), coalesce(c.blank, '{}'),
            coalesce(c.approximate, '{}'), coalesce(c.reported, '{}')
          FROM counts n
          LEFT JOIN cells c USING (year, basis, kind, level)
          ON CONFLICT (region, year, basis, kind, level) DO UPDATE SET
            reports = excluded.reports,
            expected = excluded.expected,
            unexplained = excluded.unexplained,
            waived = excluded.waived,
            cells = excluded.cells,
            numbers = excluded.numbers,
            stated = excluded.stated,
            blank = excluded.blank,
            approximate = excluded.approximate,
            reported = excluded.reported
          """);

  private static final String NONE_EXPECTED =
      "UPDATE expected_report_count SET expected = 0, changes = changes + 1, changed_at = :now"
          + " WHERE region = :region";

  private static final String EXPECTED =
      """
      INSERT INTO expected_report_count AS known (region, kind, level, year, expected, changes, changed_at)
      SELECT :region, as_a.kind, as_a.level, p.year, sum(p.change), 1, :now
      FROM (
        SELECT d.year, d.kind, r.level, d.change FROM region r JOIN expected_report d ON d.region = r.code WHERE r.code = :region
        UNION ALL
        SELECT d.year, d.kind, r.level, -d.change
        FROM region r
        JOIN expected_report_change d ON d.region = r.code
        WHERE r.code = :region
        UNION ALL
        SELECT t.year, t.kind, t.level, t.expected
        FROM region c
        JOIN expected_report_count t ON t.region = c.code AND t.kind <> ''
        WHERE c.parent = :region
      ) p
      CROSS JOIN LATERAL (VALUES ('', ''), (p.kind, p.level)) AS as_a (kind, level)
      GROUP BY as_a.kind, as_a.level, p.year
      ON CONFLICT (region, kind, level, year) DO UPDATE SET expected = excluded.expected
      """;

  private final Sql sql;

  RebuildStore(Sql sql) {
    this.sql = sql;
  }

  /** Enters all regions that have sums, or should; says how many wait now. */
  int enterAll() {
    sql.statement(ENTER).update();
    return sql.statement(WAITING).first(row -> row.getInt("waiting")).orElseThrow();
  }

  /** The next region, after all below it. */
  Optional<String> next() {
    return sql.statement(NEXT).first(row -> row.getString("region"));
  }

  void rebuild(String region, Instant now) {
    about(NO_SUMS, region).bind("now", now).update();
    about(SUMS, region).bind("now", now).update();
    about(NONE_EXPECTED, region).bind("now", now).update();
    about(EXPECTED, region).bind("now", now).update();
    about(DONE, region).update();
  }

  private Sql.Statement about(String statement, String region) {
    return sql.statement(statement).bind("region", region);
  }
}
