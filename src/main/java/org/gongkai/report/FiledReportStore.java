package org.gongkai.report;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gongkai.platform.Sql;
import org.gongkai.receipt.Receipt;

/** Reads reports that are about to change, with what is kept beside them, in one statement. */
@Singleton
class FiledReportStore {

  private static final String LOAD =
      """
      SELECT r.id, r.organ, r.year, r.scope, r.state, r.region, r.kind, r.expected, r.revision, r.edit, r.events,
        r.unexplained, r.waived, r.published_unexplained, r.published_waived, r.published_revision, r.hidden_revision,
        r.editions, r.findings, r.year_findings, r.created_at, r.changed_at, r.submitted_at, r.first_submitted_at,
        r.return_due, r.return_answered_at, r.handed_in_on,
        c.number, c.sequence, c.digest, c.received_at, EXISTS (SELECT FROM remark m WHERE m.report = r.id) AS remarked
      FROM unnest(:ids) AS wanted (id)
      CROSS JOIN LATERAL (SELECT * FROM report r WHERE r.id = wanted.id LIMIT 1) r
      LEFT JOIN LATERAL (
        SELECT c.number, c.sequence, c.digest, c.received_at FROM receipt c
        WHERE c.report = r.id AND c.revision = r.revision
        ORDER BY c.sequence DESC LIMIT 1) c ON true
      """;

  /**
   * A report as it stands.
   *
   * @param receipt the newest one of the newest revision
   * @param remarked whether anything was ever said of its findings
   */
  record Filed(Report report, Optional<Receipt> receipt, boolean remarked) {}

  private final Sql sql;

  FiledReportStore(Sql sql) {
    this.sql = sql;
  }

  /** Those that are there, by their ids. */
  Map<Long, Filed> load(Collection<Long> ids) {
    Map<Long, Filed> found = new HashMap<>();
    if (!ids.isEmpty()) {
      sql.statement(LOAD)
          .bind("ids", ids.stream().mapToLong(Long::longValue).toArray())
          .list(FiledReportStore::filed)
          .forEach(filed -> found.put(filed.report().id(), filed));
    }
    return found;
  }

  private static Filed filed(ResultSet row) throws SQLException {
    Report report = Report.read(row);
    String number = row.getString("number");
    Optional<Receipt> receipt =
        number == null
            ? Optional.empty()
            : Optional.of(
                new Receipt(
                    number,
                    report.id(),
                    report.revision(),
                    row.getInt("sequence"),
                    row.getBytes("digest"),
                    Sql.instant(row, "received_at")));
    return new Filed(report, receipt, row.getBoolean("remarked"));
  }
}
