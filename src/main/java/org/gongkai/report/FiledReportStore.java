package org.gongkai.report;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.platform.Sql;
import org.gongkai.receipt.Receipt;

/**
 * Reads reports that are about to change, with what is kept beside them: in one statement, and one
 * more where something was said of their findings.
 */
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

  private static final String REMARKS =
      """
      SELECT m.report, m.number, m.kind, m.finding, m.about, m.blanks, m.reason, m.author, m.at
      FROM remark m WHERE m.report = ANY (:ids)
      ORDER BY m.report, m.number
      """;

  /**
   * A report as it stands.
   *
   * @param receipt the newest one of the newest revision
   * @param remarks what was said of its findings
   */
  record Filed(Report report, Optional<Receipt> receipt, Remarks remarks) {}

  private record Row(Report report, Optional<Receipt> receipt, boolean remarked) {}

  private final Sql sql;

  FiledReportStore(Sql sql) {
    this.sql = sql;
  }

  /** Those that are there, by their ids, in no order. */
  Map<Long, Filed> load(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    List<Row> rows =
        sql.statement(LOAD).bind("ids", longs(ids.stream())).list(FiledReportStore::row);
    Map<Long, Remarks> remarks =
        remarks(rows.stream().filter(Row::remarked).map(row -> row.report().id()).toList());
    return rows.stream()
        .collect(
            Collectors.toMap(
                row -> row.report().id(),
                row ->
                    new Filed(
                        row.report(),
                        row.receipt(),
                        remarks.getOrDefault(row.report().id(), Remarks.NONE))));
  }

  private Map<Long, Remarks> remarks(List<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return sql.statement(REMARKS).bind("ids", longs(ids.stream())).list(Remark::read).stream()
        .collect(
            Collectors.groupingBy(
                Remark::report, Collectors.collectingAndThen(Collectors.toList(), Remarks::new)));
  }

  private static long[] longs(Stream<Long> ids) {
    return ids.mapToLong(Long::longValue).toArray();
  }

  private static Row row(ResultSet row) throws SQLException {
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
    return new Row(report, receipt, row.getBoolean("remarked"));
  }
}
