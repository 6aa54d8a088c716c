package org.gongkai.rollup;

import jakarta.inject.Singleton;
import org.gongkai.platform.Sql;

/**
 * Folds changes into the sums and counts of their regions and of all above. What was taken is named
 * by its number, so that nothing that is committed meanwhile is lost.
 */
@Singleton
class FoldStore {

  private static final String TAKE = "SELECT id FROM tally_change ORDER BY id LIMIT ?";

  private static final String TAKE_DUTIES = "SELECT id FROM duty_change ORDER BY id LIMIT ?";

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
      WHERE c.id = ANY (?::bigint[])
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
      WHERE c.id = ANY (?::bigint[])
      GROUP BY 1, 2, 3, 4
      ON CONFLICT (region, kind, level, year) DO UPDATE SET
        expected = known.expected + excluded.expected,
        changes = known.changes + excluded.changes,
        changed_at = greatest(known.changed_at, excluded.changed_at)
      """;

  private static final String DONE = "DELETE FROM tally_change WHERE id = ANY (?::bigint[])";

  private static final String DONE_DUTIES = "DELETE FROM duty_change WHERE id = ANY (?::bigint[])";

  private final Sql sql;
  private final FigureFold figures;

  FoldStore(Sql sql, FigureFold figures) {
    this.sql = sql;
    this.figures = figures;
  }

  /**
   * Folds changes of reports, the oldest first.
   *
   * @return how many
   */
  int foldReports(int most) {
    String[] taken = take(TAKE, most);
    if (taken.length > 0) {
      figures.fold(taken);
      sql.update(FOLD_COUNTS, (Object) taken);
      sql.update(DONE, (Object) taken);
    }
    return taken.length;
  }

  /** Folds changes of what is expected. */
  int foldDuties(int most) {
    String[] taken = take(TAKE_DUTIES, most);
    if (taken.length > 0) {
      sql.update(FOLD_DUTIES, (Object) taken);
      sql.update(DONE_DUTIES, (Object) taken);
    }
    return taken.length;
  }

  private String[] take(String statement, int most) {
    return sql.list(statement, row -> row.getString(1), most).toArray(String[]::new);
  }
}
