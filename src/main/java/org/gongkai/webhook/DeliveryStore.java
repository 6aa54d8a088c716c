package org.gongkai.webhook;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.feed.ChangeQuery;
import org.gongkai.feed.ChangeView;
import org.gongkai.platform.Sql;
import org.jspecify.annotations.Nullable;

/** Makes deliveries, claims them and records their outcome. */
@Singleton
final class DeliveryStore {

  /**
   * A delivery that was claimed.
   *
   * @param attempt the number of this attempt, from 1
   */
  record Claimed(int attempt, ChangeView change) {}

  /**
   * What is not delivered.
   *
   * @param oldest when the oldest change was made that is to be sent, or null
   */
  record Waiting(long pending, long dead, @Nullable Instant oldest) {}

  /** One statement, so that a webhook's position and its deliveries are never apart. */
  private static final String SPREAD =
      """
      WITH due AS (
        SELECT w.id, w.kinds, w.role, w.region, w.position AS after, least(w.position + 1000, :newest) AS upto
        FROM webhook w
        WHERE w.state = 'active' AND w.position < :newest
        ORDER BY w.position
        LIMIT 100
        FOR UPDATE SKIP LOCKED
      ), made AS (
        INSERT INTO delivery (webhook, position, next_at)
        SELECT d.id, c.position, :now
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
        AND w.id <> ALL (:served)
        AND EXISTS (
          SELECT 1 FROM delivery d WHERE d.webhook = w.id AND d.state = 'pending' AND d.next_at <= :now)
      ORDER BY random()
      LIMIT :limit
      """;

  private static final String CLAIM =
      """
      UPDATE delivery d SET attempts = d.attempts + 1, next_at = :lease
      FROM (
        SELECT webhook, position
        FROM delivery
        WHERE webhook = :webhook AND state = 'pending' AND next_at <= :now
        ORDER BY next_at, position
        LIMIT :limit
        FOR UPDATE SKIP LOCKED
      ) due
      JOIN change c ON c.position = due.position
      WHERE d.webhook = due.webhook AND d.position = due.position
      RETURNING d.attempts, c.*
      """;

  private static final String DELIVERED =
      """
      UPDATE delivery
      SET state = 'delivered', delivered_at = :now, next_at = NULL, last_status = :status, last_error = NULL
      WHERE webhook = :webhook AND position = :position AND state <> 'delivered'
      """;

  private static final String FAILED =
      """
      UPDATE delivery
      SET state = CASE WHEN :next::timestamptz IS NULL THEN 'dead' ELSE 'pending' END,
        next_at = :next, last_status = :status, last_error = :error
      WHERE webhook = :webhook AND position = :position AND attempts = :attempt AND state = 'pending'
      """;

  private static final String RETRY =
      """
      UPDATE delivery SET state = 'pending', attempts = 0, next_at = :now
      WHERE webhook = :webhook AND position = :position AND state = 'dead'
      """;

  /** Of each webhook by its index, so that nobody reads what was delivered. */
  private static final String HOW_MUCH_WAITS =
      """
      SELECT coalesce(sum(p.pending), 0) AS pending, coalesce(sum(x.dead), 0) AS dead, min(o.at) AS oldest
      FROM webhook w
      CROSS JOIN LATERAL (
        SELECT count(*) AS pending, min(d.position) AS first
        FROM delivery d WHERE d.webhook = w.id AND d.state = 'pending') p
      CROSS JOIN LATERAL (
        SELECT count(*) AS dead FROM delivery d WHERE d.webhook = w.id AND d.state = 'dead') x
      LEFT JOIN change o ON o.position = p.first
      """;

  private static final String FORGET =
      "DELETE FROM delivery WHERE state = 'delivered' AND delivered_at < :before";

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
    return sql.statement(SPREAD).bind("newest", newest).bind("now", now).update() > 0;
  }

  Waiting waiting() {
    return sql.statement(HOW_MUCH_WAITS)
        .first(
            row ->
                new Waiting(
                    row.getLong("pending"), row.getLong("dead"), Sql.instant(row, "oldest")))
        .orElseThrow();
  }

  /** Webhooks with something to deliver, apart from those that are being served. */
  List<UUID> waiting(Collection<UUID> served, Instant now, int limit) {
    return sql.statement(WAITING)
        .bind("served", served.toArray(UUID[]::new))
        .bind("now", now)
        .bind("limit", limit)
        .list(row -> row.getObject("id", UUID.class));
  }

  /** Takes what is due, and keeps others from taking it until the lease is over. */
  List<Claimed> claim(UUID webhook, Instant now, Instant lease, int limit) {
    return sql.statement(CLAIM)
        .bind("lease", lease)
        .bind("webhook", webhook)
        .bind("now", now)
        .bind("limit", limit)
        .list(DeliveryStore::claimed);
  }

  void delivered(UUID webhook, long position, int status, Instant now) {
    sql.statement(DELIVERED)
        .bind("now", now)
        .bind("status", status)
        .bind("webhook", webhook)
        .bind("position", position)
        .update();
  }

  /**
   * Notes an outcome that is no success; the delivery is dead where it is not to be tried again.
   */
  void failed(UUID webhook, Claimed claimed, DeliveryOutcome outcome, Optional<Instant> again) {
    sql.statement(FAILED)
        .bind("next", again.orElse(null))
        .bind("status", outcome.status())
        .bind("error", requireNonNull(outcome.failure()).code())
        .bind("webhook", webhook)
        .bind("position", claimed.change().position())
        .bind("attempt", claimed.attempt())
        .update();
  }

  /** Starts a dead delivery again; false where it is not dead. */
  boolean retry(UUID webhook, long position, Instant now) {
    return sql.statement(RETRY)
            .bind("now", now)
            .bind("webhook", webhook)
            .bind("position", position)
            .update()
        > 0;
  }

  void forget(Instant before) {
    sql.statement(FORGET).bind("before", before).update();
  }

  private static Claimed claimed(ResultSet row) throws SQLException {
    return new Claimed(row.getInt("attempts"), ChangeQuery.change(row));
  }
}
