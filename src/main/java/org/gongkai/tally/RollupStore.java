package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.Sql;

/** What a rollup needs beside its sums. */
@Singleton
public class RollupStore {

  private static final String ONE_MOMENT =
      "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

  /**
   * Statements about kept sums cost less than to plan them each time. What waits to be folded is
   * read by its index: after a bulk load the table is nearly empty and still as long as it was.
   */
  private static final String FOR_KEPT_SUMS =
      """
      SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;
      SET LOCAL plan_cache_mode = force_generic_plan;
      SET LOCAL enable_seqscan = off;
      SET LOCAL jit = off
      """;

  private static final String REGION_NAMES = "SELECT code, name FROM region WHERE code = ANY (?)";

  private static final String ORGAN_NAMES =
      """
      SELECT DISTINCT ON (v.organ) v.organ, v.name
      FROM organ_version v
      WHERE v.organ = ANY (?) AND v.valid_from <= make_date(?, 12, 31)
      ORDER BY v.organ, v.valid_from DESC
      """;

  private static final String STATE =
      """
      SELECT coalesce(sum(s.changes), 0), max(s.at)
      FROM (
        SELECT t.changes, t.changed_at FROM tally_count t
        WHERE t.region = ? AND t.year BETWEEN ? AND ? AND t.basis = ? AND t.kind = '' AND t.level = ''
        UNION ALL
        SELECT c.changes, c.at
        FROM (
          SELECT d.region, count(*), max(d.at) FROM tally_delta d
          WHERE d.year BETWEEN ? AND ? AND d.basis = ?
          GROUP BY 1
        ) c (region, changes, at)
        JOIN region_within w ON w.region = c.region AND w.within = ?
        UNION ALL
        SELECT count(*), max(d.at) FROM region_within w JOIN tally_delta_below d ON d.region = w.region
        WHERE w.within = ? AND tally_reads_below('none', ?) AND d.year BETWEEN ? AND ? AND d.basis = ?
        UNION ALL
        SELECT d.changes, d.changed_at FROM duty_count d WHERE d.region = ? AND d.kind = '' AND d.level = ''
        UNION ALL
        SELECT c.changes, c.at
        FROM (SELECT d.region, count(*), max(d.at) FROM duty_change d GROUP BY 1) c (region, changes, at)
        JOIN region_within w ON w.region = c.region AND w.within = ?
      ) s (changes, at)
      """;

  private final Sql sql;

  RollupStore(Sql sql) {
    this.sql = sql;
  }

  /** Makes all statements of the transaction see the same moment; must be its first. */
  public void holdTheMoment() {
    sql.update(FOR_KEPT_SUMS);
  }

  /** The same for what is added up from the reports, whose statements are planned each time. */
  public void holdTheMomentOfReports() {
    sql.update(ONE_MOMENT);
  }

  /**
   * What state an answer is of.
   *
   * @param changes how many changes there have been of anything that it is made of; folding them
   *     does not alter it
   * @param changed when the last one was made; null where there was none
   */
  public record State(long changes, Instant changed) {}

  public State state(RollupQuery rollupQuery) {
    String region = rollupQuery.region();
    String basis = rollupQuery.basis().code();
    return sql.first(
            STATE,
            row -> {
              OffsetDateTime changed = row.getObject(2, OffsetDateTime.class);
              return new State(row.getLong(1), changed == null ? null : changed.toInstant());
            },
            region,
            rollupQuery.from(),
            rollupQuery.to(),
            basis,
            rollupQuery.from(),
            rollupQuery.to(),
            basis,
            region,
            region,
            region,
            rollupQuery.from(),
            rollupQuery.to(),
            basis,
            region,
            region)
        .orElseThrow();
  }

  public Map<String, String> regionNames(List<String> codes) {
    return names(REGION_NAMES, (Object) codes.toArray(String[]::new));
  }

  /** What organs are called in a year. */
  public Map<String, String> organNames(List<String> codes, int year) {
    return names(ORGAN_NAMES, codes.toArray(String[]::new), year);
  }

  private Map<String, String> names(String statement, Object... values) {
    Map<String, String> names = new LinkedHashMap<>();
    sql.list(statement, row -> names.put(row.getString(1), row.getString(2)), values);
    return names;
  }
}
