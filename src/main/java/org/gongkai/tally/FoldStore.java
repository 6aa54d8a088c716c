package org.gongkai.tally;

import static java.util.stream.Collectors.toMap;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.platform.Sql;
import org.gongkai.registry.RegionLevel;
import org.jspecify.annotations.Nullable;

/**
 * Changes that wait to be folded into sums and counts. What was taken has a number, so that nothing
 * that is committed meanwhile is lost.
 */
@Singleton
class FoldStore {

  /** Where changes wait. */
  enum Waiting {
    /** For the sums of the nation and of provinces. */
    ABOVE,
    /** For those of cities, districts and townships; in those above already. */
    BELOW;

    /** Whether they wait for the sums of regions of a level. */
    boolean isFor(String level) {
      return ABOVE_LEVELS.contains(level) == (this == ABOVE);
    }
  }

  private static final Set<String> ABOVE_LEVELS =
      Set.of(RegionLevel.NATION.code(), RegionLevel.PROVINCE.code());

  private static final long LOCK = 0x676f6e676b616907L;

  private static final String TRY = "SELECT pg_try_advisory_xact_lock(:lock) AS held";

  private static final String WAIT = "SELECT pg_advisory_xact_lock(:lock)";

  private static final String TAKE = "SELECT id FROM tally_delta ORDER BY id LIMIT :most";

  /** Region by region, so that a row of sums is written once for many changes. */
  private static final String TAKE_BELOW =
      "SELECT id, region FROM tally_delta_below WHERE region > :after ORDER BY region, year LIMIT"
          + " :most";

  private static final String TAKE_EXPECTED =
      "SELECT id FROM expected_report_change ORDER BY id LIMIT :most";

  /** Each region once, however many are below it. Thousands asked for by ANY take long to plan. */
  private static final String WITHIN =
      """
      SELECT code, parent, level
      FROM region
      WHERE code IN (SELECT w.within FROM unnest(:regions) AS asked (region) JOIN region_within w USING (region))
      """;

  private static final String FOLD_EXPECTED =
      """
      INSERT INTO expected_report_count AS known (region, kind, level, year, expected, changes, changed_at)
      SELECT w.within, as_a.kind, as_a.level, c.year, sum(c.change), count(*), max(c.at)
      FROM expected_report_change c
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

  /** What has sums below as well goes on to wait for them, as it is. */
  private static final String PASS_ON =
      """
      WITH done AS (
        DELETE FROM tally_delta WHERE id = ANY (:ids) RETURNING *
      )
      INSERT INTO tally_delta_below
      SELECT done.* FROM done JOIN region r ON r.code = done.region
      WHERE NOT r.IS_ABOVE AND done.id = ANY (:alone)
      """
          .replace("IS_ABOVE", PlaceSql.IS_ABOVE);

  /** The same added up. */
  private static final String PASS_ON_TOGETHER =
      """
      INSERT INTO tally_delta_below (id, at, region, year, basis, kind, changes, reports, expected, unexplained, waived, cells,
        numbers, stated, blank, approximate, reported)
      SELECT d.id, d.at, d.region, d.year, d.basis, d.kind, d.changes, d.reports, d.expected, d.unexplained, d.waived,
        d.cells::smallint[], d.numbers::numeric[], d.stated::integer[], d.blank::integer[], d.approximate::integer[],
        d.reported::integer[]
      FROM unnest(:ids, :at, :regions, :years, :bases, :kinds, :made, :reports, :expected, :unexplained, :waived,
          :cells::text[], :numbers::text[], :stated::text[], :blank::text[], :approximate::text[], :reported::text[])
        AS d (id, at, region, year, basis, kind, changes, reports, expected, unexplained, waived, cells, numbers, stated, blank,
          approximate, reported)
      JOIN region r ON r.code = d.region
      WHERE NOT r.IS_ABOVE
      """
          .replace("IS_ABOVE", PlaceSql.IS_ABOVE);

  private static final String DONE_BELOW = "DELETE FROM tally_delta_below WHERE id = ANY (:ids)";

  private static final String DONE_EXPECTED =
      "DELETE FROM expected_report_change WHERE id = ANY (:ids)";

  private final Sql sql;

  FoldStore(Sql sql) {
    this.sql = sql;
  }

  /** A change that waits below, and the region of its organs. */
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
  long[] oldestExpected(int most) {
    return ids(TAKE_EXPECTED, most);
  }

  private long[] ids(String statement, int most) {
    return sql.statement(statement).bind("most", most).list(row -> row.getLong("id")).stream()
        .mapToLong(id -> id)
        .toArray();
  }

  /**
   * A region of which changes are, or one that it is within.
   *
   * @param parent null for the nation
   */
  record Place(String region, @Nullable String parent, String level) {}

  /** Some regions and all that they are within. */
  Map<String, Place> within(Collection<String> regions) {
    return sql
        .statement(WITHIN)
        .bind("regions", regions.toArray(String[]::new))
        .list(
            row ->
                new Place(row.getString("code"), row.getString("parent"), row.getString("level")))
        .stream()
        .collect(toMap(Place::region, place -> place));
  }

  /**
   * Takes away what is folded above, and hands on what must be folded below.
   *
   * @param alone those that are handed on as they are
   */
  void passOn(long[] ids, long[] alone) {
    about(PASS_ON, ids).bind("alone", alone).update();
  }

  /** Hands on what of others is added up, under a number of theirs that is not used any more. */
  void passOn(Map<Long, TallyRow> places, Map<Long, SumFold.Added> sums) {
    List<Long> ids = List.copyOf(places.keySet());
    List<SumFold.Added> changes = ids.stream().map(sums::get).toList();
    SumColumns.bind(
            sql.statement(PASS_ON_TOGETHER), ids.stream().map(places::get).toList(), changes)
        .bind("ids", ids.stream().mapToLong(id -> id).toArray())
        .update();
  }

  /** Takes away what is folded below. */
  void removeBelow(long[] ids) {
    about(DONE_BELOW, ids).update();
  }

  void foldExpected(long[] ids) {
    about(FOLD_EXPECTED, ids).update();
    about(DONE_EXPECTED, ids).update();
  }

  private Sql.Statement about(String statement, long[] ids) {
    return sql.statement(statement).bind("ids", ids);
  }
}
