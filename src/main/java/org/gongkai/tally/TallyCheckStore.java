package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.Sql;

/** Which regions' sums are to be checked, and what the last check of each has found. */
@Singleton
class TallyCheckStore {

  private static final String WITHIN =
      "SELECT region FROM region_within WHERE within = :region ORDER BY depth DESC, region";

  /** Regions that have sums, those that were looked at longest ago first. */
  private static final String IN_TURN =
      """
      SELECT t.region
      FROM (SELECT DISTINCT region FROM expected_report_count) t
      LEFT JOIN tally_check k ON k.region = t.region
      ORDER BY k.checked_at NULLS FIRST, t.region
      LIMIT :most
      """;

  private static final String AFTER =
      """
      SELECT DISTINCT region FROM expected_report_count WHERE region > :region ORDER BY region LIMIT :most
      """;

  /** In one order, so that checks beside each other wait for each other one way only. */
  private static final String NOTE =
      """
      INSERT INTO tally_check (region, checked_at, differences)
      SELECT c.region, :now, c.differences
      FROM unnest(:regions, :differences) AS c (region, differences)
      ORDER BY c.region
      ON CONFLICT (region) DO UPDATE SET checked_at = excluded.checked_at, differences = excluded.differences
      """;

  private static final String DIFFERENCES =
      "SELECT coalesce(sum(differences), 0) AS known FROM tally_check WHERE differences > 0";

  private final Sql sql;

  TallyCheckStore(Sql sql) {
    this.sql = sql;
  }

  /** A region and all below it, the lowest first. */
  List<String> within(String region) {
    return sql.statement(WITHIN).bind("region", region).list(row -> row.getString("region"));
  }

  List<String> inTurn(int most) {
    return sql.statement(IN_TURN).bind("most", most).list(row -> row.getString("region"));
  }

  /** Regions that have sums, after one, by their codes. */
  List<String> after(String region, int most) {
    return sql.statement(AFTER)
        .bind("region", region)
        .bind("most", most)
        .list(row -> row.getString("region"));
  }

  /**
   * Notes a check.
   *
   * @param found how many differences each region has
   */
  void note(Map<String, Integer> found, Instant now) {
    List<String> regions = List.copyOf(found.keySet());
    sql.statement(NOTE)
        .bind("regions", regions.toArray(String[]::new))
        .bind("differences", regions.stream().map(found::get).toArray(Integer[]::new))
        .bind("now", now)
        .update();
  }

  /** How many differences the last check of each region has found, together. */
  long differences() {
    return sql.statement(DIFFERENCES).first(row -> row.getLong("known")).orElse(0L);
  }
}
