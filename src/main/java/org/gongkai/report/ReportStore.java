package org.gongkai.report;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.gongkai.platform.Sql;
import org.gongkai.receipt.Receipt;

/** Writes reports and what became of them, any number at a time. */
@Singleton
class ReportStore {

  private static final String OPEN_REPORTS =
      """
      INSERT INTO report (id, organ, year, scope, region, kind, expected, state, revision, edit, events, published_revision, hidden_revision,
        unexplained, waived, published_unexplained, published_waived, editions, findings, year_findings, created_at, changed_at, submitted_at, first_submitted_at,
        return_due, return_answered_at, handed_in_on)
      OVERRIDING SYSTEM VALUE
      SELECT id, organ, year, scope, region, kind, expected, state, revision, edit, events, published_revision, hidden_revision,
        unexplained, waived, published_unexplained, published_waived, editions::jsonb, findings::jsonb, year_findings::jsonb, created_at, changed_at, submitted_at,
        first_submitted_at, return_due::date, return_answered_at, handed_in_on::date
      FROM unnest(:ids, :organs, :years, :scopes, :regions, :kinds, :expected, :states, :revisions, :edits, :events,
          :publishedRevisions, :hiddenRevisions, :unexplained, :waived, :publishedUnexplained,
          :publishedWaived, :editions, :findings, :yearFindings, :created, :changed, :submitted,
          :firstSubmitted, :returnDues, :returnsAnswered, :handedInOn)
        AS r (id, organ, year, scope, region, kind, expected, state, revision, edit, events, published_revision, hidden_revision,
          unexplained, waived, published_unexplained, published_waived, editions, findings, year_findings, created_at, changed_at, submitted_at, first_submitted_at,
          return_due, return_answered_at, handed_in_on)
      """;

  /** Where an organ belongs follows the registry and is not changed here. */
  private static final String WRITE_REPORTS =
      OPEN_REPORTS
          + """
          ON CONFLICT (id) DO UPDATE SET state = excluded.state, revision = excluded.revision, edit = excluded.edit,
            events = excluded.events, published_revision = excluded.published_revision, hidden_revision = excluded.hidden_revision, unexplained = excluded.unexplained,
            waived = excluded.waived, published_unexplained = excluded.published_unexplained,
            published_waived = excluded.published_waived, editions = excluded.editions, findings = excluded.findings,
            year_findings = excluded.year_findings, changed_at = excluded.changed_at, submitted_at = excluded.submitted_at,
            first_submitted_at = excluded.first_submitted_at, return_due = excluded.return_due,
            return_answered_at = excluded.return_answered_at, handed_in_on = excluded.handed_in_on;
          """;

  private static final String WRITE_REVISIONS =
      """
      INSERT INTO revision (report, number, document, digest, shingles, editions, findings, author, reason, made_at)
      SELECT report, number, document, digest, shingles, editions::jsonb, findings::jsonb, author, reason, made_at
      FROM unnest(:rReports, :rNumbers, :rDocuments, :rDigests, :rShingles, :rEditions, :rFindings, :rAuthors,
          :rReasons, :rMade)
        AS v (report, number, document, digest, shingles, editions, findings, author, reason, made_at);
      """;

  private static final String WRITE_RECEIPTS =
      """
      INSERT INTO receipt (number, report, revision, sequence, digest, received_at)
      SELECT number, report, revision, sequence, digest, received_at
      FROM unnest(:cNumbers, :cReports, :cRevisions, :cSequences, :cDigests, :cReceived)
        AS c (number, report, revision, sequence, digest, received_at);
      """;

  private static final String WRITE_EVENTS =
      """
      INSERT INTO report_event (report, number, kind, at, state, revision, published_revision, unexplained, waived, author,
        reason, detail)
      SELECT report, number, kind, at, state, revision, published_revision, unexplained, waived, author, reason,
        detail::jsonb
      FROM unnest(:eReports, :eNumbers, :eKinds, :eMoments, :eStates, :eRevisions, :ePublishedRevisions,
          :eUnexplained, :eWaived, :eAuthors, :eReasons, :eDetails)
        AS e (report, number, kind, at, state, revision, published_revision, unexplained, waived, author, reason, detail)
      """;

  private static final String WRITE_FINDINGS =
      """
      UPDATE report SET year_findings = f.year_findings::jsonb, unexplained = f.unexplained, waived = f.waived,
        published_unexplained = f.published_unexplained, published_waived = f.published_waived
      FROM unnest(:ids, :yearFindings, :unexplained, :waived, :publishedUnexplained, :publishedWaived)
        AS f (id, year_findings, unexplained, waived, published_unexplained, published_waived)
      WHERE report.id = f.id
      """;

  private final Sql sql;

  ReportStore(Sql sql) {
    this.sql = sql;
  }

  /** Writes how reports stand, with their new revisions, receipts and events. */
  void write(List<Report> reports) {
    List<Revision> revisions = present(reports, Report::newRevision);
    List<Receipt> receipts = present(reports, Report::newReceipt);
    List<ReportEvent> events = present(reports, Report::newEvent);
    Sql.Statement all =
        sql.statement(
            (reports.stream().allMatch(Report::isOpened) ? OPEN_REPORTS + ";\n" : WRITE_REPORTS)
                + (revisions.isEmpty() ? "" : WRITE_REVISIONS)
                + (receipts.isEmpty() ? "" : WRITE_RECEIPTS)
                + WRITE_EVENTS);
    bindReports(all, reports);
    if (!revisions.isEmpty()) {
      bindRevisions(all, revisions);
    }
    if (!receipts.isEmpty()) {
      bindReceipts(all, receipts);
    }
    bindEvents(all, events);
    all.send();
  }

  /** Writes what is found beside other reports. */
  void writeFindings(List<Report> reports) {
    sql.statement(WRITE_FINDINGS)
        .bind("ids", longs(reports, Report::id))
        .bind("yearFindings", texts(reports, r -> r.findings().around()))
        .bind("unexplained", numbers(reports, r -> r.findings().counts().unexplained()))
        .bind("waived", numbers(reports, r -> r.findings().counts().waived()))
        .bind("publishedUnexplained", numbers(reports, r -> r.published().counts().unexplained()))
        .bind("publishedWaived", numbers(reports, r -> r.published().counts().waived()))
        .update();
  }

  private static void bindReports(Sql.Statement statement, List<Report> reports) {
    statement
        .bind("ids", longs(reports, Report::id))
        .bind("organs", texts(reports, Report::organ))
        .bind("years", numbers(reports, Report::year))
        .bind("scopes", texts(reports, r -> r.scope().code()))
        .bind("regions", texts(reports, Report::region))
        .bind("kinds", texts(reports, Report::kind))
        .bind("expected", reports.stream().map(Report::isExpected).toArray(Boolean[]::new))
        .bind("states", texts(reports, r -> r.state().code()))
        .bind("revisions", numbers(reports, Report::revision))
        .bind("edits", numbers(reports, Report::edit))
        .bind("events", numbers(reports, Report::events))
        .bind("publishedRevisions", nullable(reports, r -> r.published().shown()))
        .bind("hiddenRevisions", nullable(reports, r -> r.published().hidden()))
        .bind("unexplained", numbers(reports, r -> r.findings().counts().unexplained()))
        .bind("waived", numbers(reports, r -> r.findings().counts().waived()))
        .bind("publishedUnexplained", numbers(reports, r -> r.published().counts().unexplained()))
        .bind("publishedWaived", numbers(reports, r -> r.published().counts().waived()))
        .bind("editions", texts(reports, Report::editions))
        .bind("findings", texts(reports, r -> r.findings().own()))
        .bind("yearFindings", texts(reports, r -> r.findings().around()))
        .bind("created", moments(reports, r -> r.dates().created()))
        .bind("changed", moments(reports, Report::changedAt))
        .bind("submitted", moments(reports, r -> r.dates().submitted()))
        .bind("firstSubmitted", moments(reports, r -> r.dates().firstSubmitted()))
        .bind("returnDues", texts(reports, r -> Objects.toString(r.dates().returnDue(), null)))
        .bind("returnsAnswered", moments(reports, r -> r.dates().returnAnswered()))
        .bind("handedInOn", texts(reports, r -> Objects.toString(r.dates().handedInOn(), null)));
  }

  private static void bindRevisions(Sql.Statement statement, List<Revision> revisions) {
    statement
        .bind("rReports", longs(revisions, v -> v.key().report()))
        .bind("rNumbers", numbers(revisions, v -> v.key().number()))
        .bind("rDocuments", texts(revisions, Revision::document))
        .bind("rDigests", bytes(revisions, Revision::digest))
        .bind("rShingles", bytes(revisions, Revision::shingles))
        .bind("rEditions", texts(revisions, Revision::editions))
        .bind("rFindings", texts(revisions, Revision::findings))
        .bind("rAuthors", texts(revisions, Revision::author))
        .bind("rReasons", texts(revisions, Revision::reason))
        .bind("rMade", moments(revisions, Revision::madeAt));
  }

  private static void bindReceipts(Sql.Statement statement, List<Receipt> receipts) {
    statement
        .bind("cNumbers", texts(receipts, Receipt::number))
        .bind("cReports", longs(receipts, Receipt::report))
        .bind("cRevisions", numbers(receipts, Receipt::revision))
        .bind("cSequences", numbers(receipts, Receipt::sequence))
        .bind("cDigests", bytes(receipts, Receipt::digest))
        .bind("cReceived", moments(receipts, Receipt::receivedAt));
  }

  private static void bindEvents(Sql.Statement statement, List<ReportEvent> events) {
    statement
        .bind("eReports", longs(events, e -> e.key().report()))
        .bind("eNumbers", numbers(events, e -> e.key().number()))
        .bind("eKinds", texts(events, e -> e.kind().code()))
        .bind("eMoments", moments(events, ReportEvent::at))
        .bind("eStates", texts(events, e -> e.state().code()))
        .bind("eRevisions", numbers(events, ReportEvent::revision))
        .bind("ePublishedRevisions", nullable(events, ReportEvent::publishedRevision))
        .bind("eUnexplained", numbers(events, e -> e.counts().unexplained()))
        .bind("eWaived", numbers(events, e -> e.counts().waived()))
        .bind("eAuthors", texts(events, ReportEvent::author))
        .bind("eReasons", texts(events, ReportEvent::reason))
        .bind("eDetails", texts(events, ReportEvent::detail));
  }

  private static <T> List<T> present(List<Report> reports, Function<Report, T> part) {
    return reports.stream().map(part).filter(Objects::nonNull).toList();
  }

  private static <T> String[] texts(List<T> rows, Function<T, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }

  private static <T> long[] longs(List<T> rows, ToLongFunction<T> column) {
    return rows.stream().mapToLong(column).toArray();
  }

  private static <T> int[] numbers(List<T> rows, ToIntFunction<T> column) {
    return rows.stream().mapToInt(column).toArray();
  }

  private static <T> Integer[] nullable(List<T> rows, Function<T, Integer> column) {
    return rows.stream().map(column).toArray(Integer[]::new);
  }

  private static <T> byte[][] bytes(List<T> rows, Function<T, byte[]> column) {
    return rows.stream().map(column).toArray(byte[][]::new);
  }

  private static <T> Instant[] moments(List<T> rows, Function<T, Instant> column) {
    return rows.stream().map(column).toArray(Instant[]::new);
  }
}
