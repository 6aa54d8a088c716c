package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
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
      FROM (SELECT DISTINCT region FROM duty_count) t
      LEFT JOIN tally_check k ON k.region = t.region
      ORDER BY k.checked_at NULLS FIRST, t.region
      LIMIT :most
      """;

  private static final String AFTER =
      """
      SELECT DISTINCT region FROM duty_count WHERE region > :region ORDER BY region LIMIT :most
      """;

  private static final String NOTE =
      """
      INSERT INTO tally_check (region, checked_at, differences) VALUES (:region, :now, :differences)
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

  void note(String region, Instant now, int differences) {
    sql.statement(NOTE)
        .bind("region", region)
        .bind("now", now)
        .bind("differences", differences)
        .update();
  }

  /** How many differences the last check of each region has found, together. */
  long differences() {
    return sql.statement(DIFFERENCES).first(row -> row.getLong("known")).orElse(0L);
  }
}
