package org.gongkai.report;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.gongkai.platform.Sql;
import org.gongkai.receipt.Receipt;

/** Writes the rows of reports that are filed for the first time: four statements, sent as one. */
@Singleton
class FirstFilingStore {

  private static final String WRITE =
      """
      INSERT INTO report (id, organ, year, scope, state, region, kind, expected, revision, edit, events, unexplained, waived,
        editions, findings, year_findings, created_at, changed_at, submitted_at, first_submitted_at)
      OVERRIDING SYSTEM VALUE
      SELECT id, organ, year, scope, state, region, kind, expected, 1, edit, 1, unexplained, waived,
        editions::jsonb, findings::jsonb, year_findings::jsonb, ?, ?, ?, ?
      FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        AS r (id, organ, year, scope, state, region, kind, expected, edit, unexplained, waived, editions, findings, year_findings);

      INSERT INTO revision (report, number, document, digest, prints, editions, findings, author, reason, made_at)
      SELECT report, 1, document, digest, prints, editions::jsonb, findings::jsonb, ?, ?::text, ?
      FROM unnest(?, ?, ?, ?, ?, ?) AS v (report, document, digest, prints, editions, findings);

      INSERT INTO receipt (number, report, revision, digest, received_at)
      SELECT number, report, 1, digest, ?
      FROM unnest(?, ?, ?) AS c (number, report, digest);

      INSERT INTO report_event (report, number, kind, at, state, revision, unexplained, waived, author, reason)
      SELECT report, 1, kind, ?, state, 1, unexplained, waived, ?, ?::text
      FROM unnest(?, ?, ?, ?, ?) AS e (report, kind, state, unexplained, waived)
      """;

  private final Sql sql;

  FirstFilingStore(Sql sql) {
    this.sql = sql;
  }

  /** All of them at one moment, by one author for one reason. */
  void write(List<FirstFiling.Opened> opened, Revision.Authorship authorship, Instant moment) {
    OffsetDateTime now = moment.atOffset(ZoneOffset.UTC);
    List<Report> reports = opened.stream().map(FirstFiling.Opened::report).toList();
    List<Revision> revisions = opened.stream().map(FirstFiling.Opened::revision).toList();
    List<ReportEvent> events = opened.stream().map(FirstFiling.Opened::event).toList();
    List<Receipt> receipts = opened.stream().flatMap(o -> o.receipt().stream()).toList();
    OffsetDateTime submitted = receipts.isEmpty() ? null : now;
    long[] ids = reports.stream().mapToLong(Report::id).toArray();
    String[] states = texts(reports, r -> r.state().code());
    int[] unexplained = numbers(reports, Report::unexplained);
    int[] waived = numbers(reports, Report::waived);
    String[] editions = texts(reports, Report::editions);
    sql.update(
        WRITE,
        now,
        now,
        submitted,
        submitted,
        ids,
        texts(reports, Report::organ),
        numbers(reports, Report::year),
        texts(reports, r -> r.scope().code()),
        states,
        texts(reports, Report::region),
        texts(reports, Report::kind),
        flags(reports),
        numbers(reports, Report::edit),
        unexplained,
        waived,
        editions,
        texts(reports, Report::findings),
        texts(reports, Report::yearFindings),
        authorship.author(),
        authorship.reason(),
        now,
        ids,
        texts(revisions, Revision::document),
        revisions.stream().map(Revision::digest).toArray(byte[][]::new),
        revisions.stream().map(Revision::prints).toArray(byte[][]::new),
        editions,
        texts(revisions, Revision::findings),
        now,
        texts(receipts, Receipt::number),
        receipts.stream().mapToLong(Receipt::report).toArray(),
        receipts.stream().map(Receipt::digest).toArray(byte[][]::new),
        now,
        authorship.author(),
        authorship.reason(),
        ids,
        texts(events, e -> e.kind().code()),
        states,
        unexplained,
        waived);
  }

  private static <T> String[] texts(List<T> rows, Function<T, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }

  private static <T> int[] numbers(List<T> rows, ToIntFunction<T> column) {
    return rows.stream().mapToInt(column).toArray();
  }

  private static boolean[] flags(List<Report> reports) {
    boolean[] flags = new boolean[reports.size()];
    IntStream.range(0, flags.length).forEach(i -> flags[i] = reports.get(i).isExpected());
    return flags;
  }
}
