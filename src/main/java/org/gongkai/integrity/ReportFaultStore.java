package org.gongkai.integrity;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.gongkai.platform.Sql;
import org.jspecify.annotations.Nullable;

/** Asks the database for what contradicts itself in reports, and for what they say. */
@Singleton
class ReportFaultStore {

  private static final String NEXT =
      """
      SELECT max(report) AS last
      FROM (SELECT report FROM revision WHERE report > :after GROUP BY report ORDER BY report LIMIT :most) r
      """;

  private static final String NEWEST =
      "SELECT greatest((SELECT max(id) FROM report), (SELECT max(report) FROM revision)) AS last";

  private static final String DOCUMENTS =
      """
      SELECT v.report, v.number, v.document, v.digest, v.redaction,
        EXISTS (SELECT FROM receipt c WHERE c.report = v.report AND c.revision = v.number) AS handed_in
      FROM revision v
      WHERE v.report > :after AND v.report <= :last
      ORDER BY v.report, v.number
      """;

  private static final String REVISIONS =
      """
      SELECT v.report, 'revisions-with-a-gap' AS code, 'numbers ' || min(v.number) || ' to ' || max(v.number) || ', rows ' || count(*) AS detail
      FROM revision v
      WHERE v.report > :after AND v.report <= :last
      GROUP BY v.report
      HAVING min(v.number) <> 1 OR max(v.number) <> count(*)
      UNION ALL
      SELECT r.id, 'not-the-newest-revision', 'report has ' || r.revision || ', revisions go to ' || coalesce(v.newest::text, 'none')
      FROM report r
      LEFT JOIN (
        SELECT report, max(number) AS newest FROM revision WHERE report > :after AND report <= :last GROUP BY report
      ) v ON v.report = r.id
      WHERE r.id > :after AND r.id <= :last AND v.newest IS DISTINCT FROM r.revision
      UNION ALL
      SELECT r.id, 'published-revision-missing', 'revision ' || coalesce(r.published_revision, r.hidden_revision)
      FROM report r
      WHERE r.id > :after AND r.id <= :last AND coalesce(r.published_revision, r.hidden_revision) IS NOT NULL
        AND NOT EXISTS (
          SELECT FROM revision v WHERE v.report = r.id AND v.number = coalesce(r.published_revision, r.hidden_revision))
      UNION ALL
      SELECT f.report, 'figures-of-no-revision', 'revision ' || f.revision
      FROM (SELECT DISTINCT report, revision FROM figure WHERE report > :after AND report <= :last) f
      WHERE NOT EXISTS (SELECT FROM revision v WHERE v.report = f.report AND v.number = f.revision)
      """;

  private static final String EVENTS =
      """
      SELECT e.report, 'events-with-a-gap' AS code, 'numbers ' || min(e.number) || ' to ' || max(e.number) || ', rows ' || count(*) AS detail
      FROM report_event e
      WHERE e.report > :after AND e.report <= :last
      GROUP BY e.report
      HAVING min(e.number) <> 1 OR max(e.number) <> count(*)
      UNION ALL
      SELECT e.report, 'event-before-the-one-before', 'event ' || e.number || ' at ' || e.at
      FROM (
        SELECT report, number, at, lag(at) OVER (PARTITION BY report ORDER BY number) AS before
        FROM report_event
        WHERE report > :after AND report <= :last
      ) e
      WHERE e.at < e.before
      UNION ALL
      SELECT r.id, 'not-as-its-last-event',
        'report: ' || concat_ws(' ', r.events, r.state, r.revision, r.published_revision)
          || ', event: ' || coalesce(concat_ws(' ', e.number, e.state, e.revision, e.published_revision), 'none')
      FROM report r
      LEFT JOIN (
        SELECT DISTINCT ON (report) report, number, state, revision, published_revision
        FROM report_event
        WHERE report > :after AND report <= :last
        ORDER BY report, number DESC
      ) e ON e.report = r.id
      WHERE r.id > :after AND r.id <= :last
        AND (e.number, e.state, e.revision, e.published_revision)
          IS DISTINCT FROM (r.events, r.state, r.revision, r.published_revision)
      """;

  private static final String RECEIPTS =
      """
      SELECT c.report, 'receipt-of-no-revision' AS code, c.number AS detail
      FROM receipt c
      WHERE c.report > :after AND c.report <= :last
        AND NOT EXISTS (SELECT FROM revision v WHERE v.report = c.report AND v.number = c.revision)
      UNION ALL
      SELECT c.report, 'receipt-of-another-digest', c.number
      FROM receipt c
      JOIN revision v ON v.report = c.report AND v.number = c.revision
      WHERE c.report > :after AND c.report <= :last AND c.digest <> v.digest
      UNION ALL
      SELECT r.id, 'submission-without-receipt', 'revision ' || r.revision
      FROM report r
      WHERE r.id > :after AND r.id <= :last AND is_filed(r.state)
        AND NOT EXISTS (SELECT FROM receipt c WHERE c.report = r.id AND c.revision = r.revision)
      """;

  /** Of each event there is one change, which has its position or waits for it. */
  private static final String CHANGES =
      """
      SELECT r.id AS report, 'changes-are-not-the-events' AS code,
        'events ' || r.events || ', changes ' || coalesce(c.changes, 0) AS detail
      FROM report r
      LEFT JOIN (
        SELECT all_changes.report, count(*) AS changes
        FROM (
          SELECT c.report FROM change c
          JOIN report m ON m.organ = c.organ AND m.id = c.report
          WHERE m.id > :after AND m.id <= :last AND c.kind <> 'report.moved'
          UNION ALL
          SELECT o.report FROM outbox o WHERE o.report > :after AND o.report <= :last AND o.kind <> 'report.moved'
        ) all_changes
        GROUP BY all_changes.report
      ) c ON c.report = r.id
      WHERE r.id > :after AND r.id <= :last AND r.events <> coalesce(c.changes, 0)
      """;

  private static final String POSITIONS =
      """
      SELECT 'webhook ' || w.id AS place, 'position-ahead-of-the-feed' AS code, w.position || ' of ' || n.newest AS detail
      FROM webhook w
      CROSS JOIN (SELECT coalesce(max(position), 0) AS newest FROM change) n
      WHERE w.position > n.newest
      UNION ALL
      SELECT s.place, 'numbers-would-be-given-again', 'next after ' || s.given || ', there is ' || s.used
      FROM (
        SELECT 'change' AS place, pg_sequence_last_value(pg_get_serial_sequence('change', 'position')::regclass) AS given,
          (SELECT max(position) FROM change) AS used
        UNION ALL
        SELECT 'report', pg_sequence_last_value(pg_get_serial_sequence('report', 'id')::regclass),
          (SELECT greatest((SELECT max(id) FROM report), (SELECT max(report) FROM revision)))
      ) s
      WHERE s.used > coalesce(s.given, 0)
      """;

  /** A revision as it is stored. */
  record Stored(
      long report, int number, String document, byte[] digest, boolean masked, boolean handedIn) {}

  private final Sql sql;

  ReportFaultStore(Sql sql) {
    this.sql = sql;
  }

  /** The last of some reports after one; those that were discarded have revisions too. */
  OptionalLong lastOfSome(long after, int most) {
    return number(sql.statement(NEXT).bind("after", after).bind("most", most));
  }

  /** The last report that there is, whatever of it is there. */
  OptionalLong newest() {
    return number(sql.statement(NEWEST));
  }

  private static OptionalLong number(Sql.Statement statement) {
    @Nullable Long last =
        statement.list(row -> row.getObject("last", Long.class)).stream()
            .filter(java.util.Objects::nonNull)
            .findFirst()
            .orElse(null);
    return last == null ? OptionalLong.empty() : OptionalLong.of(last);
  }

  /** The revisions of some reports, one after the other. */
  void eachDocument(long after, long last, Consumer<Stored> taking) {
    try (Sql.Cursor<Stored> rows =
        sql.statement(DOCUMENTS)
            .bind("after", after)
            .bind("last", last)
            .cursor(
                row ->
                    new Stored(
                        row.getLong("report"),
                        row.getInt("number"),
                        row.getString("document"),
                        row.getBytes("digest"),
                        row.getObject("redaction") != null,
                        row.getBoolean("handed_in")))) {
      rows.stream().forEach(taking);
    }
  }

  /** What contradicts itself of some reports. */
  void eachFault(long after, long last, Consumer<Fault> taking) {
    for (String statement : List.of(REVISIONS, EVENTS, RECEIPTS, CHANGES)) {
      sql.statement(statement)
          .bind("after", after)
          .bind("last", last)
          .list(
              row ->
                  new Fault(
                      "report " + row.getLong("report"),
                      row.getString("code"),
                      row.getString("detail")))
          .forEach(taking);
    }
  }

  /** What would be given twice, or was passed before it was given. */
  List<Fault> positions() {
    return sql.statement(POSITIONS)
        .list(
            row ->
                new Fault(row.getString("place"), row.getString("code"), row.getString("detail")));
  }
}
