package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.util.List;
import org.gongkai.platform.Sql;

/**
 * Changes that wait to be folded into sums and counts. What was taken has a number, so that nothing
 * that is committed meanwhile is lost.
 */
@Singleton
class FoldStore {

  /** Where changes wait. */
  enum Waiting {
    /** For the sums of the nation and of provinces. */
    ABOVE("tally_delta", true),
    /** For those of cities, districts and townships; in those above already. */
    BELOW("tally_delta_below", false);

    private final String table;
    private final boolean above;

    Waiting(String table, boolean above) {
      this.table = table;
      this.above = above;
    }

    private String in(String statement) {
      return statement
          .replace("DELTAS", table)
          .replace("SUMMED", (above ? "" : "NOT ") + "a." + PlaceSql.IS_ABOVE);
    }
  }

  private static final long LOCK = 0x676f6e676b616907L;

  private static final String TRY = "SELECT pg_try_advisory_xact_lock(:lock) AS held";

  private static final String WAIT = "SELECT pg_advisory_xact_lock(:lock)";

  private static final String TAKE = "SELECT id FROM tally_delta ORDER BY id LIMIT :most";

  /** Region by region, so that a row of sums is written once for many changes. */
  private static final String TAKE_BELOW =
      "SELECT id, region FROM tally_delta_below WHERE region > :after ORDER BY region, year LIMIT :most";

  private static final String TAKE_DUTIES = "SELECT id FROM duty_change ORDER BY id LIMIT :most";

  private static final String FIGURES =
      """
      SELECT d.region, d.year, d.basis, d.kind, r.level, d.cells, d.numbers, d.stated, d.blank, d.approximate,
        d.reported AS reports
      FROM DELTAS d JOIN region r ON r.code = d.region
      WHERE d.id = ANY (:ids)
      """;

  private static final String WITHIN =
      """
      SELECT DISTINCT w.region, w.within
      FROM DELTAS d
      JOIN region_within w ON w.region = d.region
      JOIN region a ON a.code = w.within AND SUMMED
      WHERE d.id = ANY (:ids)
      """;

  private static final String FOLD_COUNTS =
      """
      INSERT INTO tally_count AS known (region, year, basis, kind, level, reports, expected, unexplained, waived, changes,
        changed_at)
      SELECT w.within, c.year, c.basis, as_a.kind, as_a.level, sum(c.reports), sum(c.expected), sum(c.unexplained),
        sum(c.waived), count(*), max(c.at)
      FROM DELTAS c
      JOIN region r ON r.code = c.region
      JOIN region_within w ON w.region = c.region
      JOIN region a ON a.code = w.within AND SUMMED
      CROSS JOIN LATERAL (VALUES ('', ''), (c.kind, r.level)) AS as_a (kind, level)
      WHERE c.id = ANY (:ids)
      GROUP BY w.within, c.year, c.basis, as_a.kind, as_a.level
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
      WHERE c.id = ANY (:ids)
      GROUP BY w.within, as_a.kind, as_a.level, c.year
      ON CONFLICT (region, kind, level, year) DO UPDATE SET
        expected = known.expected + excluded.expected,
        changes = known.changes + excluded.changes,
        changed_at = greatest(known.changed_at, excluded.changed_at)
      """;

  /** What has sums below as well goes on to wait for them. */
  private static final String PASS_ON =
      """
      WITH done AS (
        DELETE FROM tally_delta WHERE id = ANY (:ids) RETURNING *
      )
      INSERT INTO tally_delta_below
      SELECT done.* FROM done JOIN region r ON r.code = done.region WHERE NOT r.IS_ABOVE
      """
          .replace("IS_ABOVE", PlaceSql.IS_ABOVE);

  private static final String DONE_BELOW = "DELETE FROM tally_delta_below WHERE id = ANY (:ids)";

  private static final String DONE_DUTIES = "DELETE FROM duty_change WHERE id = ANY (:ids)";

  private final Sql sql;

  FoldStore(Sql sql) {
    this.sql = sql;
  }

  /** A change that waits below, and the region whose organs it is of. */
  record Below(long id, String region) {}

  /** Whether this transaction is the one that folds, until its end. */
  boolean tryLock() {
    return sql.statement(TRY).bind("lock", LOCK).first(row -> row.getBoolean("held")).orElse(false);
  }

  /** The same, after the one that is. */
  void lock() {
    sql.statement(WAIT).bind("lock", LOCK).first(row -> true);
  }

  /** The oldest changes that wait above. */
  long[] oldest(int most) {
    return ids(TAKE, most);
  }

  /** Changes that wait below, of regions after one. */
  List<Below> below(String after, int most) {
    return sql.statement(TAKE_BELOW)
        .bind("after", after)
        .bind("most", most)
        .list(row -> new Below(row.getLong("id"), row.getString("region")));
  }

  /** The oldest changes of what is expected. */
  long[] oldestDuties(int most) {
    return ids(TAKE_DUTIES, most);
  }

  private long[] ids(String statement, int most) {
    return sql.statement(statement).bind("most", most).list(row -> row.getLong("id")).stream()
        .mapToLong(id -> id)
        .toArray();
  }

  /** What changes say of cells, each with the columns that {@link TallyRow} knows but a section. */
  <T> void figures(Waiting waiting, long[] ids, Sql.Row<T> reader) {
    about(waiting.in(FIGURES), ids).list(reader);
  }

  /** The regions of changes, each with one that it is within and whose sums are folded now. */
  <T> void within(Waiting waiting, long[] ids, Sql.Row<T> reader) {
    about(waiting.in(WITHIN), ids).list(reader);
  }

  void foldCounts(Waiting waiting, long[] ids) {
    about(waiting.in(FOLD_COUNTS), ids).update();
  }

  /** Takes away what is folded above, and hands on what must be folded below. */
  void passOn(long[] ids) {
    about(PASS_ON, ids).update();
  }

  /** Takes away what is folded below. */
  void removeBelow(long[] ids) {
    about(DONE_BELOW, ids).update();
  }

  void foldDuties(long[] ids) {
    about(FOLD_DUTIES, ids).update();
    about(DONE_DUTIES, ids).update();
  }

  private Sql.Statement about(String statement, long[] ids) {
    return sql.statement(statement).bind("ids", ids);
  }
}
