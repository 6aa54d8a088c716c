package org.gongkai.webhook;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.Paging;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Sql;

/** Lists the deliveries of a webhook. */
@Singleton
final class DeliveryQuery {

  private static final String LISTED =
      """
      WHERE d.webhook = :webhook AND (:state::text IS NULL OR d.state = :state)
      """;

  private static final String PAGE =
      """
      SELECT d.position, c.kind, d.state, d.attempts, d.next_at, d.last_status, d.last_error, d.delivered_at
      FROM delivery d
      JOIN change c ON c.position = d.position
      """
          + LISTED
          + """
            AND d.position < :before
          ORDER BY d.position DESC
          LIMIT :limit
          """;

  private static final String TOTAL = "SELECT count(*) AS total FROM delivery d " + LISTED;

  private final Sql sql;

  DeliveryQuery(Sql sql) {
    this.sql = sql;
  }

  DeliveryView.Page page(
      Webhook webhook, Optional<DeliveryView.DeliveryState> state, long before, int size) {
    List<DeliveryView> found =
        listed(PAGE, webhook, state)
            .bind("before", before)
            .bind("limit", size + 1)
            .list(row -> view(row, webhook));
    Paging.Page<DeliveryView> page = Paging.Page.of(found, size);
    long total = listed(TOTAL, webhook, state).first(row -> row.getLong("total")).orElse(0L);
    return new DeliveryView.Page(page.items(), total, page.next(DeliveryView::position));
  }

  private Sql.Statement listed(
      String statement, Webhook webhook, Optional<DeliveryView.DeliveryState> state) {
    return sql.statement(statement)
        .bind("webhook", webhook.id())
        .bind("state", state.map(DeliveryView.DeliveryState::code).orElse(null));
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
        Parameters.choice(row.getString("state"), DeliveryView.DeliveryState.class).orElseThrow(),
        row.getInt("attempts"),
        Sql.instant(row, "next_at"),
        row.getObject("last_status", Integer.class),
        error == null
            ? null
            : Parameters.choice(error, DeliveryOutcome.Failure.class).orElseThrow(),
        Sql.instant(row, "delivered_at"));
  }
}
