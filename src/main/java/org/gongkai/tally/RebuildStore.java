package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
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
        UNION SELECT region FROM duty
        UNION SELECT region FROM tally_count
        UNION SELECT region FROM duty_count
      ) known
      JOIN region_within w ON w.region = known.region
      GROUP BY w.within
      ON CONFLICT (region) DO NOTHING
      """;

  private static final String WAITING = "SELECT count(*) FROM tally_rebuild";

  private static final String NEXT =
      "SELECT region FROM tally_rebuild ORDER BY depth DESC, region LIMIT 1";

  private static final String DONE = "DELETE FROM tally_rebuild WHERE region = ?";

  private static final String NO_FIGURES = "DELETE FROM tally WHERE region = ?";

  private static final String FIGURES =
      """
      WITH part AS (
        SELECT c.year, b.basis, c.kind, r.level, s.cell, s.number, s.stated, s.blank, s.approximate, 1 AS reports
        FROM region r
        CROSS JOIN (VALUES ('submitted'), ('accepted'), ('published')) AS b (basis)
        CROSS JOIN LATERAL report_counted(b.basis, NULL) AS c
        CROSS JOIN LATERAL revision_said(c.report, c.revision) AS s
        WHERE r.code = ? AND c.region = ?
        UNION ALL
        SELECT d.year, d.basis, d.kind, r.level, u.cell, -u.number, -u.stated, -u.blank, -u.approximate, -u.reports
        FROM region r
        JOIN (SELECT * FROM tally_delta UNION ALL SELECT * FROM tally_delta_below) d ON d.region = r.code
        CROSS JOIN LATERAL unnest(d.cells, d.numbers, d.stated, d.blank, d.approximate, d.reported)
          AS u (cell, number, stated, blank, approximate, reports)
        WHERE r.code = ?
        UNION ALL
        SELECT t.year, t.basis, t.kind, t.level, u.cell, u.number, u.stated, u.blank, u.approximate, u.reports
        FROM region c
        JOIN tally t ON t.region = c.code AND t.kind <> ''
        CROSS JOIN LATERAL unnest(t.cells, t.numbers, t.stated, t.blank, t.approximate, t.reports)
          AS u (cell, number, stated, blank, approximate, reports)
        WHERE c.parent = ?
        UNION ALL
        SELECT d.year, d.basis, d.kind, own.level, u.cell, u.number, u.stated, u.blank, u.approximate, u.reports
        FROM region r
        JOIN region c ON c.parent = r.code AND r.IS_ABOVE AND NOT c.IS_ABOVE
        JOIN region_within w ON w.within = c.code
        JOIN region own ON own.code = w.region
        JOIN tally_delta_below d ON d.region = w.region
        CROSS JOIN LATERAL unnest(d.cells, d.numbers, d.stated, d.blank, d.approximate, d.reported)
          AS u (cell, number, stated, blank, approximate, reports)
        WHERE r.code = ?
      ),
      cell_sum AS (
        SELECT p.year, p.basis, as_a.kind, as_a.level, cell.section, p.cell, coalesce(sum(p.number), 0) AS number,
          sum(p.stated)::integer AS stated, sum(p.blank)::integer AS blank, sum(p.approximate)::integer AS approximate,
          sum(p.reports)::integer AS reports
        FROM part p
        JOIN cell ON cell.id = p.cell
        CROSS JOIN LATERAL (VALUES ('', ''), (p.kind, p.level)) AS as_a (kind, level)
        GROUP BY 1, 2, 3, 4, 5, 6
      )
      INSERT INTO tally (region, year, basis, section, kind, level, cells, numbers, stated, blank, approximate, reports)
      SELECT ?, year, basis, section, kind, level, array_agg(cell ORDER BY cell), array_agg(number ORDER BY cell),
        array_agg(stated ORDER BY cell), array_agg(blank ORDER BY cell), array_agg(approximate ORDER BY cell),
        array_agg(reports ORDER BY cell)
      FROM cell_sum
      WHERE (number, stated, blank, approximate, reports) <> (0, 0, 0, 0, 0)
      GROUP BY year, basis, section, kind, level
      """
          .replace("IS_ABOVE", FoldStore.IS_ABOVE);

  private static final String NO_COUNTS =
      """
      UPDATE tally_count SET reports = 0, expected = 0, unexplained = 0, waived = 0, changes = changes + 1, changed_at = ?
      WHERE region = ?
      """;

  private static final String COUNTS =
      """
      INSERT INTO tally_count AS known (region, year, basis, kind, level, reports, expected, unexplained, waived, changes,
        changed_at)
      SELECT ?, p.year, p.basis, as_a.kind, as_a.level, sum(p.reports), sum(p.expected), sum(p.unexplained), sum(p.waived), 1, ?
      FROM (
        SELECT c.year, b.basis, c.kind, r.level, 1 AS reports, c.expected::integer AS expected, c.unexplained, c.waived
        FROM region r
        CROSS JOIN (VALUES ('submitted'), ('accepted'), ('published')) AS b (basis)
        CROSS JOIN LATERAL report_counted(b.basis, NULL) AS c
        WHERE r.code = ? AND c.region = ?
        UNION ALL
        SELECT d.year, d.basis, d.kind, r.level, -d.reports, -d.expected, -d.unexplained, -d.waived
        FROM region r
        JOIN (SELECT * FROM tally_delta UNION ALL SELECT * FROM tally_delta_below) d ON d.region = r.code
        WHERE r.code = ?
        UNION ALL
        SELECT t.year, t.basis, t.kind, t.level, t.reports, t.expected, t.unexplained, t.waived
        FROM region c
        JOIN tally_count t ON t.region = c.code AND t.kind <> ''
        WHERE c.parent = ?
        UNION ALL
        SELECT d.year, d.basis, d.kind, own.level, d.reports, d.expected, d.unexplained, d.waived
        FROM region r
        JOIN region c ON c.parent = r.code AND r.IS_ABOVE AND NOT c.IS_ABOVE
        JOIN region_within w ON w.within = c.code
        JOIN region own ON own.code = w.region
        JOIN tally_delta_below d ON d.region = w.region
        WHERE r.code = ?
      ) p
      CROSS JOIN LATERAL (VALUES ('', ''), (p.kind, p.level)) AS as_a (kind, level)
      GROUP BY 2, 3, 4, 5
      ON CONFLICT (region, year, basis, kind, level) DO UPDATE SET
        reports = excluded.reports,
        expected = excluded.expected,
        unexplained = excluded.unexplained,
        waived = excluded.waived
      """
          .replace("IS_ABOVE", FoldStore.IS_ABOVE);

  private static final String NO_DUTIES =
      "UPDATE duty_count SET expected = 0, changes = changes + 1, changed_at = ? WHERE region = ?";

  private static final String DUTIES =
      """
      INSERT INTO duty_count AS known (region, kind, level, year, expected, changes, changed_at)
      SELECT ?, as_a.kind, as_a.level, p.year, sum(p.change), 1, ?
      FROM (
        SELECT d.year, d.kind, r.level, d.change FROM region r JOIN duty d ON d.region = r.code WHERE r.code = ?
        UNION ALL
        SELECT d.year, d.kind, r.level, -d.change FROM region r JOIN duty_change d ON d.region = r.code WHERE r.code = ?
        UNION ALL
        SELECT t.year, t.kind, t.level, t.expected
        FROM region c
        JOIN duty_count t ON t.region = c.code AND t.kind <> ''
        WHERE c.parent = ?
      ) p
      CROSS JOIN LATERAL (VALUES ('', ''), (p.kind, p.level)) AS as_a (kind, level)
      GROUP BY 2, 3, 4
      ON CONFLICT (region, kind, level, year) DO UPDATE SET expected = excluded.expected
      """;

  private final Sql sql;

  RebuildStore(Sql sql) {
    this.sql = sql;
  }

  /** Enters all regions that have sums, or should; says how many wait now. */
  int enterAll() {
    sql.update(ENTER);
    return sql.first(WAITING, row -> row.getInt(1)).orElseThrow();
  }

  /** The next region, after all below it. */
  Optional<String> next() {
    List<String> next = sql.list(NEXT, row -> row.getString(1));
    return next.stream().findFirst();
  }

  void rebuild(String region, OffsetDateTime now) {
    sql.update(NO_FIGURES, region);
    sql.update(FIGURES, region, region, region, region, region, region);
    sql.update(NO_COUNTS, now, region);
    sql.update(COUNTS, region, now, region, region, region, region, region);
    sql.update(NO_DUTIES, now, region);
    sql.update(DUTIES, region, now, region, region, region);
    sql.update(DONE, region);
  }
}
