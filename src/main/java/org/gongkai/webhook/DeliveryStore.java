package org.gongkai.webhook;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.feed.ChangeView;
import org.gongkai.platform.Sql;

/** Deliveries in the database: made, claimed, and what has become of them. */
@Singleton
final class DeliveryStore {

  /**
   * A delivery that was claimed.
   *
   * @param attempt the number of this attempt, from 1
   */
  record Claimed(int attempt, ChangeView change) {}

  /** One statement, so that a webhook's position and its deliveries are never apart. */
  private static final String SPREAD =
      """
      WITH due AS (
        SELECT w.id, w.kinds, w.role, w.region, w.position AS after, least(w.position + 1000, ?) AS upto
        FROM webhook w
        WHERE w.state = 'active' AND w.position < ?
        ORDER BY w.position
        LIMIT 100
        FOR UPDATE SKIP LOCKED
      ), made AS (
        INSERT INTO delivery (webhook, position, next_at)
        SELECT d.id, c.position, ?
        FROM due d
        JOIN change c ON c.position > d.after AND c.position <= d.upto
        WHERE (d.kinds IS NULL OR c.kind = ANY (d.kinds))
          AND (d.role <> 'reader' OR c.kind = 'report.published' OR c.published)
          AND (d.region IS NULL
            OR EXISTS (SELECT 1 FROM region_within w WHERE w.region = c.region AND w.within = d.region))
        ON CONFLICT (webhook, position) DO NOTHING
      )
      UPDATE webhook w SET position = d.upto FROM due d WHERE w.id = d.id
      """;

  /** In any order, so that no webhook that always has something to do stands before the others. */
  private static final String WAITING =
      """
      SELECT w.id
      FROM webhook w
      WHERE w.state = 'active'
        AND w.id <> ALL (CAST(? AS uuid[]))
        AND EXISTS (
          SELECT 1 FROM delivery d WHERE d.webhook = w.id AND d.state = 'pending' AND d.next_at <= ?)
      ORDER BY random()
      LIMIT ?
      """;

  private static final String CLAIM =
      """
      UPDATE delivery d SET attempts = d.attempts + 1, next_at = ?
      FROM (
        SELECT webhook, position
        FROM delivery
        WHERE webhook = ? AND state = 'pending' AND next_at <= ?
        ORDER BY next_at, position
        LIMIT ?
        FOR UPDATE SKIP LOCKED
      ) due
      JOIN change c ON c.position = due.position
      WHERE d.webhook = due.webhook AND d.position = due.position
      RETURNING d.attempts, c.*
      """;

  private static final String DELIVERED =
      """
      UPDATE delivery
      SET state = 'delivered', delivered_at = ?, next_at = NULL, last_status = ?, last_error = NULL
      WHERE webhook = ? AND position = ? AND state <> 'delivered'
      """;

  private static final String FAILED =
      """
      UPDATE delivery
      SET state = CASE WHEN CAST(? AS timestamptz) IS NULL THEN 'dead' ELSE 'pending' END,
        next_at = ?, last_status = ?, last_error = ?
      WHERE webhook = ? AND position = ? AND attempts = ? AND state = 'pending'
      """;

  private static final String RETRY =
      """
      UPDATE delivery SET state = 'pending', attempts = 0, next_at = ?
      WHERE webhook = ? AND position = ? AND state = 'dead'
      """;

  private static final String FORGET =
      "DELETE FROM delivery WHERE state = 'delivered' AND delivered_at < ?";

  private final Sql sql;

  DeliveryStore(Sql sql) {
    this.sql = sql;
  }

  /**
   * Makes deliveries of some of the changes up to a position, for some webhooks.
   *
   * @return whether there was anything to do
   */
  boolean spread(long newest, Instant now) {
    return sql.update(SPREAD, newest, newest, time(now)) > 0;
  }

  /** Webhooks with something to deliver, apart from those that are being served. */
  List<UUID> waiting(Collection<UUID> served, Instant now, int limit) {
    return sql.list(
        WAITING,
        row -> row.getObject(1, UUID.class),
        served.stream().map(UUID::toString).toArray(String[]::new),
        time(now),
        limit);
  }

  /** Takes what is due, and keeps others from taking it until the lease is over. */
  List<Claimed> claim(UUID webhook, Instant now, Instant lease, int limit) {
    return sql.list(CLAIM, DeliveryStore::claimed, time(lease), webhook, time(now), limit);
  }

  void delivered(UUID webhook, long position, int status, Instant now) {
    sql.update(DELIVERED, time(now), status, webhook, position);
  }

  /** Notes a failure; the delivery is dead where it is not to be tried again. */
  void failed(UUID webhook, Claimed claimed, Outcome outcome, Optional<Instant> again) {
    OffsetDateTime next = again.map(DeliveryStore::time).orElse(null);
    sql.update(
        FAILED,
        next,
        next,
        outcome.status(),
        outcome.failure().code(),
        webhook,
        claimed.change().position(),
        claimed.attempt());
  }

  /** Starts a dead delivery again; false where it is not dead. */
  boolean retry(UUID webhook, long position, Instant now) {
    return sql.update(RETRY, time(now), webhook, position) > 0;
  }

  void forget(Instant before) {
    sql.update(FORGET, time(before));
  }

  private static Claimed claimed(ResultSet row) throws SQLException {
    return new Claimed(row.getInt("attempts"), ChangeView.of(row));
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
