package org.gongkai.rollup;

import jakarta.inject.Singleton;
import org.gongkai.platform.Sql;

/**
 * Folds changes into the sums of their regions and of all above, each in one statement. What was
 * taken is named by its number, so that nothing that is committed meanwhile is lost.
 */
@Singleton
class FoldStore {

  private static final String TAKE = "SELECT id FROM tally_change ORDER BY id LIMIT ?";

  private static final String TAKE_DUTIES = "SELECT id FROM duty_change ORDER BY id LIMIT ?";

  private static final String FOLD_FIGURES =
      """
      WITH change AS (
        SELECT c.region, c.kind, c.year, c.basis, c.report, c.revision, c.sign
        FROM tally_change c
        WHERE c.id = ANY (?) AND c.sign <> 0
      ),
      said AS (
        SELECT c.region, c.kind, c.year, c.basis, s.cell, sum(c.sign * s.number) AS number, sum(c.sign * s.stated) AS stated,
          sum(c.sign * s.blank) AS blank, sum(c.sign * s.approximate) AS approximate, sum(c.sign) AS reports
        FROM change c
        CROSS JOIN LATERAL revision_said(c.report, c.revision) AS s
        GROUP BY 1, 2, 3, 4, 5
      ),
      added AS (
        SELECT w.within AS region, s.year, s.basis, cell.section, as_a.kind, as_a.level, s.cell, sum(s.number) AS number,
          sum(s.stated) AS stated, sum(s.blank) AS blank, sum(s.approximate) AS approximate, sum(s.reports) AS reports
        FROM said s
        JOIN cell ON cell.id = s.cell
        JOIN region r ON r.code = s.region
        JOIN region_within w ON w.region = s.region
        CROSS JOIN LATERAL (VALUES ('', ''), (s.kind, r.level)) AS as_a (kind, level)
        GROUP BY 1, 2, 3, 4, 5, 6, 7
      ),
      touched AS (
        SELECT DISTINCT region, year, basis, section, kind, level FROM added
      ),
      merged AS (
        SELECT m.region, m.year, m.basis, m.section, m.kind, m.level, m.cell, trim_scale(coalesce(sum(m.number), 0)) AS number,
          sum(m.stated)::integer AS stated, sum(m.blank)::integer AS blank, sum(m.approximate)::integer AS approximate,
          sum(m.reports)::integer AS reports
        FROM (
          SELECT region, year, basis, section, kind, level, cell, number, stated, blank, approximate, reports FROM added
          UNION ALL
          SELECT t.region, t.year, t.basis, t.section, t.kind, t.level, u.cell, u.number, u.stated, u.blank, u.approximate,
            u.reports
          FROM touched
          JOIN tally t USING (region, year, basis, section, kind, level)
          CROSS JOIN LATERAL unnest(t.cells, t.numbers, t.stated, t.blank, t.approximate, t.reports)
            AS u (cell, number, stated, blank, approximate, reports)
        ) m
        GROUP BY m.region, m.year, m.basis, m.section, m.kind, m.level, m.cell
      )
      INSERT INTO tally (region, year, basis, section, kind, level, cells, numbers, stated, blank, approximate, reports)
      SELECT region, year, basis, section, kind, level,
        coalesce(array_agg(cell ORDER BY cell) FILTER (WHERE is_left), '{}'),
        coalesce(array_agg(number ORDER BY cell) FILTER (WHERE is_left), '{}'),
        coalesce(array_agg(stated ORDER BY cell) FILTER (WHERE is_left), '{}'),
        coalesce(array_agg(blank ORDER BY cell) FILTER (WHERE is_left), '{}'),
        coalesce(array_agg(approximate ORDER BY cell) FILTER (WHERE is_left), '{}'),
        coalesce(array_agg(reports ORDER BY cell) FILTER (WHERE is_left), '{}')
      FROM merged
      CROSS JOIN LATERAL (SELECT (number, stated, blank, approximate, reports) <> (0, 0, 0, 0, 0)) AS any_thing (is_left)
      GROUP BY region, year, basis, section, kind, level
      ON CONFLICT (region, year, basis, section, kind, level) DO UPDATE SET
        cells = excluded.cells,
        numbers = excluded.numbers,
        stated = excluded.stated,
        blank = excluded.blank,
        approximate = excluded.approximate,
        reports = excluded.reports
      """;

  private static final String FOLD_COUNTS =
      """
      INSERT INTO tally_count AS known (region, year, basis, kind, level, reports, expected, unexplained, waived, changes,
        changed_at)
      SELECT w.within, c.year, c.basis, as_a.kind, as_a.level, sum(c.sign), sum(c.expected), sum(c.unexplained),
        sum(c.waived), count(*), max(c.at)
      FROM tally_change c
      JOIN region r ON r.code = c.region
      JOIN region_within w ON w.region = c.region
      CROSS JOIN LATERAL (VALUES ('', ''), (c.kind, r.level)) AS as_a (kind, level)
      WHERE c.id = ANY (?)
      GROUP BY 1, 2, 3, 4, 5
      ON CONFLICT (region, year, basis, kind, level) DO UPDATE SET
        reports = known.reports + excluded.reports,
        expected = known.expected + excluded.expected,
        unexplained = known.unexplained + excluded.unexplained,
        waived = known.waived + excluded.waived,
        changes = known.changes + excluded.changes,
        changed_at = greatest(known.changed_at, excluded.changed_at)
      """;

  private static final String FOLD_DUTIES =
      """
      INSERT INTO duty_count AS known (region, kind, level, year, expected, changes, changed_at)
      SELECT w.within, as_a.kind, as_a.level, c.year, sum(c.change), count(*), max(c.at)
      FROM duty_change c
      JOIN region r ON r.code = c.region
      JOIN region_within w ON w.region = c.region
      CROSS JOIN LATERAL (VALUES ('', ''), (c.kind, r.level)) AS as_a (kind, level)
      WHERE c.id = ANY (?)
      GROUP BY 1, 2, 3, 4
      ON CONFLICT (region, kind, level, year) DO UPDATE SET
        expected = known.expected + excluded.expected,
        changes = known.changes + excluded.changes,
        changed_at = greatest(known.changed_at, excluded.changed_at)
      """;

  private static final String DONE = "DELETE FROM tally_change WHERE id = ANY (?)";

  private static final String DONE_DUTIES = "DELETE FROM duty_change WHERE id = ANY (?)";

  private final Sql sql;

  FoldStore(Sql sql) {
    this.sql = sql;
  }

  /**
   * Folds changes of reports, the oldest first.
   *
   * @return how many
   */
  int foldReports(int most) {
    Long[] taken = take(TAKE, most);
    if (taken.length > 0) {
      each(taken, FOLD_FIGURES, FOLD_COUNTS, DONE);
    }
    return taken.length;
  }

  /** Folds changes of what is expected. */
  int foldDuties(int most) {
    Long[] taken = take(TAKE_DUTIES, most);
    if (taken.length > 0) {
      each(taken, FOLD_DUTIES, DONE_DUTIES);
    }
    return taken.length;
  }

  private Long[] take(String statement, int most) {
    return sql.list(statement, row -> row.getLong(1), most).toArray(Long[]::new);
  }

  private void each(Long[] taken, String... statements) {
    for (String statement : statements) {
      sql.work(
          connection -> {
            try (var prepared = connection.prepareStatement(statement)) {
              prepared.setArray(1, connection.createArrayOf("bigint", taken));
              return prepared.executeUpdate();
            }
          });
    }
  }
}
