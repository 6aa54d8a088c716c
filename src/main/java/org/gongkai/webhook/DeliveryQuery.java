package org.gongkai.webhook;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Sql;

/** Lists the deliveries of a webhook. */
@Singleton
final class DeliveryQuery {

  private static final String PAGE =
      """
      SELECT d.position, c.kind, d.state, d.attempts, d.next_at, d.last_status, d.last_error, d.delivered_at
      FROM delivery d
      JOIN change c ON c.position = d.position
      WHERE d.webhook = ? AND (?::text IS NULL OR d.state = ?) AND d.position < ?
      ORDER BY d.position DESC
      LIMIT ?
      """;

  private static final String COUNT =
      "SELECT count(*) FROM delivery d WHERE d.webhook = ? AND (?::text IS NULL OR d.state = ?)";

  private final Sql sql;

  DeliveryQuery(Sql sql) {
    this.sql = sql;
  }

  DeliveryView.Page page(Webhook webhook, Optional<DeliveryState> state, long before, int size) {
    String code = state.map(DeliveryState::code).orElse(null);
    List<DeliveryView> found =
        sql.list(PAGE, row -> view(row, webhook), webhook.id(), code, code, before, size + 1);
    boolean more = found.size() > size;
    List<DeliveryView> items = more ? found.subList(0, size) : found;
    long total = sql.first(COUNT, row -> row.getLong(1), webhook.id(), code, code).orElse(0L);
    return new DeliveryView.Page(
        items, total, more ? Long.toString(items.getLast().position()) : null);
  }

  /** The delivery of one change, if there is one. */
  Optional<DeliveryView> one(Webhook webhook, long position) {
    return page(webhook, Optional.empty(), position + 1, 1).items().stream()
        .filter(delivery -> delivery.position() == position)
        .findFirst();
  }

  private static DeliveryView view(ResultSet row, Webhook webhook) throws SQLException {
    String error = row.getString("last_error");
    return new DeliveryView(
        row.getLong("position"),
        webhook.messageId(row.getLong("position")),
        row.getString("kind"),
        Parameters.choice(row.getString("state"), DeliveryState.class).orElseThrow(),
        row.getInt("attempts"),
        instant(row, "next_at"),
        row.getObject("last_status", Integer.class),
        error == null ? null : Parameters.choice(error, Failure.class).orElseThrow(),
        instant(row, "delivered_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
