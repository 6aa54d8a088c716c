package org.gongkai.webhook;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(position), 0) FROM change))
      """;

  private static final String BY_ID = "SELECT * FROM webhook WHERE id = ?";

  private static final String PAGE =
      """
      SELECT * FROM webhook
      WHERE (CAST(? AS uuid) IS NULL OR created_by = ?) AND number > ?
      ORDER BY number
      LIMIT ?
      """;

  private static final String COUNT =
      "SELECT count(*) FROM webhook WHERE CAST(? AS uuid) IS NULL OR created_by = ?";

  private static final String DELETE = "DELETE FROM webhook WHERE id = ?";

  private static final String END =
      """
      WITH ended AS (
        UPDATE webhook SET state = 'disabled', disabled_by = 'receiver'
        WHERE id = ? AND state = 'active'
        RETURNING id
      )
      UPDATE delivery d SET state = 'dead', next_at = NULL, last_error = 'disabled'
      FROM ended WHERE d.webhook = ended.id AND d.state = 'pending'
      """;

  private static final String END_WITH_KEY =
      """
      WITH ended AS (
        UPDATE webhook w SET state = 'disabled', disabled_by = 'key'
        FROM api_key k
        WHERE k.id = w.created_by
          AND w.state = 'active'
          AND (k.revoked_at <= ? OR k.expires_at <= ?)
        RETURNING w.id
      )
      UPDATE delivery d SET state = 'dead', next_at = NULL, last_error = 'disabled'
      FROM ended WHERE d.webhook = ended.id AND d.state = 'pending'
      """;

  private final Sql sql;

  WebhookStore(Sql sql) {
    this.sql = sql;
  }

  /** Keeps a new webhook, which is told of what changes from now on. */
  void insert(Webhook webhook) {
    sql.update(
        INSERT,
        webhook.id(),
        webhook.url(),
        webhook.secret().bytes(),
        webhook.kinds().map(kinds -> kinds.toArray(String[]::new)).orElse(null),
        webhook.role().code(),
        webhook.region().orElse(null),
        webhook.createdBy(),
        webhook.createdByName(),
        time(webhook.createdAt()));
  }

  Optional<Webhook> byId(UUID id) {
    return sql.first(BY_ID, WebhookStore::webhook, id);
  }

  /** Oldest first; those that a key made, or all. */
  List<Webhook> page(Optional<UUID> maker, long after, int limit) {
    return sql.list(
        PAGE, WebhookStore::webhook, maker.orElse(null), maker.orElse(null), after, limit);
  }

  long count(Optional<UUID> maker) {
    return sql.first(COUNT, row -> row.getLong(1), maker.orElse(null), maker.orElse(null))
        .orElse(0L);
  }

  void delete(UUID id) {
    sql.update(DELETE, id);
  }

  /** Ends a webhook whose receiver wants no more, with all that is still to be delivered. */
  void end(UUID id) {
    sql.update(END, id);
  }

  /** Ends the webhooks of keys that are no longer accepted. */
  void endWithKeys(Instant now) {
    sql.update(END_WITH_KEY, time(now), time(now));
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
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        Parameters.choice(row.getString("state"), Webhook.WebhookState.class).orElseThrow(),
        endedBy == null ? Optional.empty() : Parameters.choice(endedBy, Webhook.EndedBy.class),
        row.getLong("position"));
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
