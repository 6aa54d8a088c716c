package org.gongkai.webhook;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.access.Role;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Sql;

/** Webhooks in the database. */
@Singleton
final class WebhookStore {

  private static final String INSERT =
      """
      INSERT INTO webhook (id, url, secret, kinds, role, region, created_by, created_by_name, created_at, position)
      VALUES (:id, :url, :secret, :kinds, :role, :region, :createdBy, :createdByName, :createdAt,
        (SELECT coalesce(max(position), 0) FROM change))
      """;

  private static final String BY_ID = "SELECT * FROM webhook WHERE id = :id";

  private static final String PAGE =
      """
      SELECT * FROM webhook
      WHERE (:maker::uuid IS NULL OR created_by = :maker) AND number > :after
      ORDER BY number
      LIMIT :limit
      """;

  private static final String COUNT =
      """
      SELECT count(*) AS total FROM webhook WHERE :maker::uuid IS NULL OR created_by = :maker
      """;

  private static final String DELETE = "DELETE FROM webhook WHERE id = :id";

  /** Follows the name {@code ended}: the webhooks that end. */
  private static final String DROP_DELIVERIES =
      """
      UPDATE delivery d SET state = 'dead', next_at = NULL, last_error = 'disabled'
      FROM ended WHERE d.webhook = ended.id AND d.state = 'pending'
      """;

  private static final String END =
      """
      WITH ended AS (
        UPDATE webhook SET state = 'disabled', disabled_by = 'receiver'
        WHERE id = :id AND state = 'active'
        RETURNING id
      )
      """
          + DROP_DELIVERIES;

  private static final String END_WITH_KEY =
      """
      WITH ended AS (
        UPDATE webhook w SET state = 'disabled', disabled_by = 'key'
        FROM api_key k
        WHERE k.id = w.created_by
          AND w.state = 'active'
          AND (k.revoked_at <= :now OR k.expires_at <= :now)
        RETURNING w.id
      )
      """
          + DROP_DELIVERIES;

  private final Sql sql;

  WebhookStore(Sql sql) {
    this.sql = sql;
  }

  /** Adds a webhook, which gets changes from now on. */
  void insert(Webhook webhook) {
    sql.statement(INSERT)
        .bind("id", webhook.id())
        .bind("url", webhook.url())
        .bind("secret", webhook.secret().bytes())
        .bind("kinds", webhook.kinds().map(kinds -> kinds.toArray(String[]::new)).orElse(null))
        .bind("role", webhook.role().code())
        .bind("region", webhook.region().orElse(null))
        .bind("createdBy", webhook.createdBy())
        .bind("createdByName", webhook.createdByName())
        .bind("createdAt", webhook.createdAt())
        .update();
  }

  Optional<Webhook> byId(UUID id) {
    return sql.statement(BY_ID).bind("id", id).first(WebhookStore::webhook);
  }

  /** Oldest first; those that a key made, or all. */
  List<Webhook> page(Optional<UUID> maker, long after, int limit) {
    return sql.statement(PAGE)
        .bind("maker", maker.orElse(null))
        .bind("after", after)
        .bind("limit", limit)
        .list(WebhookStore::webhook);
  }

  long count(Optional<UUID> maker) {
    return sql.statement(COUNT)
        .bind("maker", maker.orElse(null))
        .first(row -> row.getLong("total"))
        .orElse(0L);
  }

  void delete(UUID id) {
    sql.statement(DELETE).bind("id", id).update();
  }

  /** Ends a webhook at its receiver's wish, and drops its pending deliveries. */
  void end(UUID id) {
    sql.statement(END).bind("id", id).update();
  }

  /** Ends the webhooks of keys that are no longer accepted. */
  void endWithKeys(Instant now) {
    sql.statement(END_WITH_KEY).bind("now", now).update();
  }

  private static Webhook webhook(ResultSet row) throws SQLException {
    Array kinds = row.getArray("kinds");
    String endedBy = row.getString("disabled_by");
    return new Webhook(
        row.getObject("id", UUID.class),
        row.getLong("number"),
        row.getString("url"),
        new WebhookSecret(row.getBytes("secret")),
        kinds == null ? Optional.empty() : Optional.of(List.of((String[]) kinds.getArray())),
        Parameters.choice(row.getString("role"), Role.class).orElseThrow(),
        Optional.ofNullable(row.getString("region")),
        row.getObject("created_by", UUID.class),
        row.getString("created_by_name"),
        Sql.instant(row, "created_at"),
        Parameters.choice(row.getString("state"), Webhook.WebhookState.class).orElseThrow(),
        endedBy == null ? Optional.empty() : Parameters.choice(endedBy, Webhook.EndedBy.class),
        row.getLong("position"));
  }
}
