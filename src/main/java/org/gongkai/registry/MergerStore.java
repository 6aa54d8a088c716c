package org.gongkai.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.platform.Sql;

/** What is known of mergers of organs. */
@ApplicationScoped
class MergerStore {

  private static final long LOCK = 0x676f6e676b61690bL;

  private static final String WAIT = "SELECT pg_advisory_xact_lock(:lock)";

  /**
   * From each of the organs to what it was merged into, and on from what that was on the day: the
   * version of then, or the last one, where it has ended before.
   */
  private static final String CIRCLES =
      """
      WITH RECURSIVE merged (began, organ, day) AS (
        SELECT version.organ, version.successor, version.valid_to
        FROM organ_version version
        WHERE version.organ = ANY (:organs) AND version.successor IS NOT NULL
        UNION ALL
        SELECT merged.began, version.successor, greatest(version.valid_to, merged.day)
        FROM merged
        JOIN LATERAL (
          SELECT of_day.successor, of_day.valid_to FROM organ_version of_day
          WHERE of_day.organ = merged.organ AND of_day.valid_from <= merged.day
          ORDER BY of_day.valid_from DESC
          LIMIT 1) AS version ON version.successor IS NOT NULL
      ) CYCLE organ, day SET is_circle USING path
      SELECT DISTINCT began FROM merged WHERE is_circle
      """;

  private static final String REGION =
      "SELECT p.region FROM " + OrganSql.regionOn(":organ", ":day") + " AS p";

  private final Sql sql;

  MergerStore(Sql sql) {
    this.sql = sql;
  }

  /**
   * Those of the organs that were merged, through others or not, into what is merged into itself.
   * Who writes at the same time waits: of two that close a circle together the second one sees it.
   */
  Set<String> circular(Collection<String> organs) {
    sql.statement(WAIT).bind("lock", LOCK).list(row -> true);
    return new TreeSet<>(
        sql.statement(CIRCLES)
            .bind("organs", organs.toArray(String[]::new))
            .list(row -> row.getString("began")));
  }

  /** Where the successor was on the day of the merger. */
  Optional<String> region(Merger merger) {
    return sql.statement(REGION)
        .bind("organ", merger.successor())
        .bind("day", merger.day())
        .first(row -> row.getString("region"));
  }
}
