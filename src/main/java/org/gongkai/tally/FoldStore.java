package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.util.List;
import org.gongkai.platform.Sql;

/**
 * Folds changes into the sums and counts of their regions and of all above. What was taken is named
 * by its number, so that nothing that is committed meanwhile is lost.
 */
@Singleton
class FoldStore {

  /** Whether a region is one of those whose sums are folded first. */
  static final String IS_ABOVE = "level IN ('nation', 'province')";

  private static final String TAKE = "SELECT id FROM tally_delta ORDER BY id LIMIT ?";

  /** Region by region, so that a row of sums is written once for many changes. */
  private static final String TAKE_BELOW =
      "SELECT id, region FROM tally_delta_below WHERE region > ? ORDER BY region, year LIMIT ?";

  private static final String TAKE_DUTIES = "SELECT id FROM duty_change ORDER BY id LIMIT ?";

  private static final String FOLD_COUNTS =
      """
      INSERT INTO tally_count AS known (region, year, basis, kind, level, reports, expected, unexplained, waived, changes,
        changed_at)
      SELECT w.within, c.year, c.basis, as_a.kind, as_a.level, sum(c.reports), sum(c.expected), sum(c.unexplained),
        sum(c.waived), count(*), max(c.at)
      FROM %s c
      JOIN region r ON r.code = c.region
      JOIN region_within w ON w.region = c.region
      JOIN region a ON a.code = w.within AND (a.IS_ABOVE) = ?
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
      """
          .replace("IS_ABOVE", IS_ABOVE);

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

  /** What has sums below as well goes on to wait for them. */
  private static final String PASS_ON =
      """
      WITH done AS (
        DELETE FROM tally_delta WHERE id = ANY (?::bigint[]) RETURNING *
      )
      INSERT INTO tally_delta_below
      SELECT done.* FROM done JOIN region r ON r.code = done.region WHERE NOT r.IS_ABOVE
      """
          .replace("IS_ABOVE", IS_ABOVE);

  private static final String DONE_BELOW =
      "DELETE FROM tally_delta_below WHERE id = ANY (?::bigint[])";

  private static final String DONE_DUTIES = "DELETE FROM duty_change WHERE id = ANY (?::bigint[])";

  private final Sql sql;
  private final FigureFold figures;

  /** Where to go on below, so that each region has its turn. */
  private volatile String last = "";

  FoldStore(Sql sql, FigureFold figures) {
    this.sql = sql;
    this.figures = figures;
  }

  /**
   * Folds changes into the sums of the nation and of provinces, the oldest first.
   *
   * @return how many
   */
  int foldReports(int most) {
    String[] taken = take(TAKE, most);
    if (taken.length > 0) {
      fold("tally_delta", true, taken);
      sql.update(PASS_ON, (Object) taken);
    }
    return taken.length;
  }

  /** Folds what is in those sums into those of cities, districts and townships. */
  int foldBelow(int most) {
    record Taken(String id, String region) {}
    List<Taken> taken =
        sql.list(TAKE_BELOW, r -> new Taken(r.getString(1), r.getString(2)), last, most);
    boolean fromTheBeginning = last.isEmpty();
    // a region of which some may be left is the next one's again
    last = taken.size() < most ? "" : before(taken.getLast().region());
    if (taken.isEmpty()) {
      return fromTheBeginning ? 0 : foldBelow(most);
    }
    String[] ids = taken.stream().map(Taken::id).toArray(String[]::new);
    fold("tally_delta_below", false, ids);
    sql.update(DONE_BELOW, (Object) ids);
    return ids.length;
  }

  private void fold(String table, boolean above, String[] ids) {
    figures.fold(table, above, ids);
    sql.update(FOLD_COUNTS.formatted(table), above, ids);
  }

  /** What stands just before a code that ends in a digit. */
  private static String before(String region) {
    int end = region.length() - 1;
    return region.substring(0, end) + (char) (region.charAt(end) - 1);
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
