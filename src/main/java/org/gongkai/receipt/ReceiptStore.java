package org.gongkai.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Sql;
import org.jspecify.annotations.Nullable;

/** Stores receipts, and finds them with the status of the submissions that they prove. */
@ApplicationScoped
public class ReceiptStore {

  /**
   * Each receipt has its event: the one of the same place among the submissions of its revision.
   * The first later event that can end a submission ended it; the next submission is one of them.
   */
  private static final String RECEIPTS =
      """
      SELECT c.number, c.report, c.revision, c.sequence, c.digest, c.received_at,
        r.organ, r.year, r.scope, r.region,
        NOT EXISTS (
          SELECT FROM receipt later
          WHERE later.report = c.report AND (later.revision, later.sequence) > (c.revision, c.sequence)) AS newest,
        CASE WHEN ended.kind IS NULL THEN 'in-force' WHEN ended.kind = 'submitted' THEN 'superseded' ELSE ended.kind END
          AS status,
        coalesce(ended.at, c.received_at) AS since, redacted.at AS redacted_at
      FROM receipt c
      JOIN report r ON r.id = c.report
      LEFT JOIN LATERAL (
        SELECT e.number FROM report_event e
        WHERE e.report = c.report AND e.kind = 'submitted' AND e.revision = c.revision
        ORDER BY e.number OFFSET c.sequence - 1 LIMIT 1) begun ON true
      LEFT JOIN LATERAL (
        SELECT e.kind, e.at FROM report_event e
        WHERE e.report = c.report AND e.number > begun.number
          AND e.kind IN ('submitted', 'withdrawn', 'returned', 'reopened')
        ORDER BY e.number LIMIT 1) ended ON true
      LEFT JOIN revision v ON v.report = c.report AND v.number = c.revision
      LEFT JOIN report_event redacted
        ON redacted.report = c.report AND redacted.number = v.redaction AND redacted.at >= c.received_at
      """;

  private static final String NEWEST =
      """
      SELECT number, report, revision, sequence, digest, received_at
      FROM receipt WHERE report = :report AND revision = :revision ORDER BY sequence DESC LIMIT 1
      """;

  private static final String BY_NUMBER = RECEIPTS + "WHERE c.number = :number";

  private static final String BY_PLACE =
      RECEIPTS + "WHERE c.report = :report AND c.revision = :revision AND c.sequence = :sequence";

  private static final String OF_REPORT =
      RECEIPTS + "WHERE c.report = :report ORDER BY c.revision, c.sequence";

  /**
   * A receipt with its report and the status of the submission.
   *
   * @param sequence its place among the receipts of the revision, from 1
   * @param region where the organ was in the report's year
   * @param newest whether nothing was submitted later
   * @param since when the status began
   * @param redactedAt when words of the revision were masked, after it was handed in; or null
   */
  public record Found(
      String number,
      long report,
      int revision,
      int sequence,
      byte[] digest,
      Instant receivedAt,
      String organ,
      int year,
      String scope,
      String region,
      boolean newest,
      ReceiptStatus status,
      Instant since,
      @Nullable Instant redactedAt) {}

  private final Sql sql;

  ReceiptStore(Sql sql) {
    this.sql = sql;
  }

  /** The newest receipt of a revision. */
  public Optional<Receipt> newest(long report, int revision) {
    return sql.statement(NEWEST)
        .bind("report", report)
        .bind("revision", revision)
        .first(ReceiptStore::receipt);
  }

  private static Receipt receipt(ResultSet row) throws SQLException {
    return new Receipt(
        row.getString("number"),
        row.getLong("report"),
        row.getInt("revision"),
        row.getInt("sequence"),
        row.getBytes("digest"),
        Sql.instant(row, "received_at"));
  }

  Optional<Found> find(String number) {
    return sql.statement(BY_NUMBER).bind("number", number).first(ReceiptStore::found);
  }

  Optional<Found> find(long report, int revision, int sequence) {
    return sql.statement(BY_PLACE)
        .bind("report", report)
        .bind("revision", revision)
        .bind("sequence", sequence)
        .first(ReceiptStore::found);
  }

  /** All of a report, oldest first. */
  List<Found> of(long report) {
    return sql.statement(OF_REPORT).bind("report", report).list(ReceiptStore::found);
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        row.getString("number"),
        row.getLong("report"),
        row.getInt("revision"),
        row.getInt("sequence"),
        row.getBytes("digest"),
        Sql.instant(row, "received_at"),
        row.getString("organ"),
        row.getInt("year"),
        row.getString("scope"),
        row.getString("region"),
        row.getBoolean("newest"),
        Parameters.choice(row.getString("status"), ReceiptStatus.class).orElseThrow(),
        Sql.instant(row, "since"),
        Sql.instant(row, "redacted_at"));
  }
}
