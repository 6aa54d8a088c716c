package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.gongkai.platform.Sql;

/** Finds receipts by the number that is printed on them. */
@ApplicationScoped
class ReceiptStore {

  private static final String FIND =
      """
      SELECT c.number, c.report, c.revision, c.digest, c.received_at,
        r.organ, r.year, r.scope, r.region,
        NOT EXISTS (
          SELECT FROM receipt later WHERE later.report = c.report AND later.revision > c.revision)
      FROM receipt c
      JOIN report r ON r.id = c.report
      WHERE c.number = ?
      """;

  /**
   * A receipt with the report that it is of.
   *
   * @param region where the organ was in the report's year
   * @param newest whether no later revision has been submitted
   */
  record Found(
      String number,
      long report,
      int revision,
      byte[] digest,
      Instant receivedAt,
      String organ,
      int year,
      String scope,
      String region,
      boolean newest) {}

  private final Sql sql;

  ReceiptStore(Sql sql) {
    this.sql = sql;
  }

  Optional<Found> find(String number) {
    return sql.first(FIND, ReceiptStore::found, number);
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        row.getString(1),
        row.getLong(2),
        row.getInt(3),
        row.getBytes(4),
        row.getObject(5, OffsetDateTime.class).toInstant(),
        row.getString(6),
        row.getInt(7),
        row.getString(8),
        row.getString(9),
        row.getBoolean(10));
  }
}
