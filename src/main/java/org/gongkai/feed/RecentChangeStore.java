package org.gongkai.feed;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongkai.platform.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Tells those who remember what they have counted which organs' own reports have changed since, so
 * that they count those alone. It belongs in a transaction with one snapshot, beside what is
 * counted.
 */
@Singleton
public class RecentChangeStore {

  /** Whoever has missed more counts all anew. */
  private static final int MOST = 5_000;

  /** Of nothing before it. */
  private static final long NOW = Long.MAX_VALUE;

  /**
   * What has no position yet is always among it: it may have been committed since. Each region is
   * looked up; without a limit the planner goes through all that the region has.
   */
  private static final String SINCE =
      """
      WITH newest AS (
        SELECT coalesce(max(c.position), 0) AS position FROM change c
      ),
      recent AS (
        SELECT c.kind, c.report, c.year, c.scope, c.region FROM change c
        WHERE c.position > :position AND (SELECT n.position FROM newest n) - :position <= :most
        UNION ALL
        SELECT o.kind, o.report, o.year, o.scope, o.region FROM outbox o
      )
      SELECT pg_postmaster_start_time()::text AS server, n.position, r.of_organs, r.report, r.region
      FROM newest n
      LEFT JOIN (
        SELECT DISTINCT true AS of_organs, NULL::bigint AS report, NULL AS region
        FROM recent WHERE kind = :organChanged
        UNION ALL
        SELECT DISTINCT false, c.report, c.region
        FROM recent c
        CROSS JOIN LATERAL (
          SELECT FROM region_within w WHERE w.region = c.region AND w.within = :region LIMIT 1) AS inside
        WHERE c.year = :year AND c.scope = 'organ'
      ) r ON true
      """;

  private final Sql sql;

  RecentChangeStore(Sql sql) {
    this.sql = sql;
  }

  /**
   * How far the feed was.
   *
   * @param server which run of the database that was: another one may have other changes there
   */
  public record Position(String server, long position) {}

  /** A report of which something has become, and a region that it is in or was in. */
  public record Changed(long report, String region) {}

  /**
   * What has changed.
   *
   * @param reports those that were or are in the region, once for each place in it; null where
   *     anything may have changed: organs are registered otherwise, or too much has happened
   */
  public record Since(Position now, @Nullable List<Changed> reports) {}

  private record Row(
      Position now, @Nullable Boolean ofOrgans, long report, @Nullable String region) {}

  /**
   * What has become of organs' own reports of a year since a position, as the transaction sees it.
   *
   * @param region with all below it
   * @param earlier at which whoever asks has seen all; null for never. It was read in a transaction
   *     that ended before this one began to see anything
   */
  public Since since(@Nullable Position earlier, String region, int year) {
    List<Row> rows =
        sql.statement(SINCE)
            .bind("position", earlier == null ? NOW : earlier.position())
            .bind("most", (long) MOST)
            .bind("organChanged", ChangeKinds.ORGAN_CHANGED)
            .bind("region", region)
            .bind("year", year)
            .list(
                row ->
                    new Row(
                        new Position(row.getString("server"), row.getLong("position")),
                        row.getObject("of_organs", Boolean.class),
                        row.getLong("report"),
                        row.getString("region")));
    Position now = rows.getFirst().now();
    return new Since(now, isWhole(earlier, now) ? reports(rows) : null);
  }

  private static boolean isWhole(@Nullable Position earlier, Position now) {
    return earlier != null
        && earlier.server().equals(now.server())
        && earlier.position() <= now.position()
        && now.position() - earlier.position() <= MOST;
  }

  private static @Nullable List<Changed> reports(List<Row> rows) {
    List<Changed> reports = new ArrayList<>();
    for (Row row : rows) {
      if (Boolean.TRUE.equals(row.ofOrgans())) {
        return null;
      }
      if (row.ofOrgans() != null) {
        reports.add(new Changed(row.report(), Objects.requireNonNull(row.region())));
      }
    }
    return reports;
  }
}
