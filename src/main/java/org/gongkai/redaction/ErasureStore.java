package org.gongkai.redaction;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gongkai.platform.Sql;
import org.gongkai.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * Takes words out of what is kept. History stays, with its numbers, authors, times and digests; the
 * service has the right to change its words alone.
 */
@Singleton
public class ErasureStore {

  /** The figures of a draft are not kept, and no receipt is of one. */
  private static final String DISCARD =
      """
      UPDATE revision SET document = '', shingles = NULL, findings = '[]', reason = NULL WHERE report = :report;
      UPDATE report_event SET reason = NULL, detail = NULL WHERE report = :report;
      UPDATE remark SET reason = NULL WHERE report = :report;
      DELETE FROM shingle WHERE report = :report;
      DELETE FROM report WHERE id = :report AND submitted_at IS NULL
      """;

  private static final String WRITE_REVISIONS =
      """
      UPDATE revision SET document = n.document, shingles = n.shingles, findings = n.findings::jsonb, reason = n.reason,
        redaction = :event
      FROM unnest(:numbers, :documents, :shingles, :findings, :reasons) AS n (number, document, shingles, findings, reason)
      WHERE revision.report = :report AND revision.number = n.number
      """;

  private static final String DOCUMENT =
      "SELECT document FROM revision WHERE report = :report AND number = :revision";

  private static final String WRITE_EVENTS =
      """
      UPDATE report_event SET reason = n.reason, detail = n.detail::jsonb
      FROM unnest(:numbers, :reasons, :details) AS n (number, reason, detail)
      WHERE report_event.report = :report AND report_event.number = n.number
        AND (report_event.reason IS DISTINCT FROM n.reason OR report_event.detail IS DISTINCT FROM n.detail::jsonb)
      """;

  private static final String REMARKS =
      "SELECT number, reason FROM remark WHERE report = :report AND reason IS NOT NULL";

  private static final String WRITE_REMARKS =
      """
      UPDATE remark SET reason = n.reason
      FROM unnest(:numbers, :reasons) AS n (number, reason)
      WHERE remark.report = :report AND remark.number = n.number AND remark.reason <> n.reason
      """;

  private static final String FOLLOW =
      """
      UPDATE remark SET about = n.about_now
      FROM unnest(:findings, :abouts, :aboutsNow) AS n (finding, about, about_now)
      WHERE remark.report = :report AND remark.finding = n.finding AND remark.about = n.about
      """;

  /** Reports that are held against this one: findings of those may quote it. */
  private static final String NEIGHBOURS =
      "r.id <> :report AND (r.organ = :organ OR r.region = :region AND r.year = :year)";

  private static final String JUDGED =
      """
      SELECT r.id AS report, 0 AS revision, r.organ, r.year_findings AS findings FROM report r WHERE NEIGHBOURS
      UNION ALL
      SELECT r.id, v.number, r.organ, v.findings FROM report r JOIN revision v ON v.report = r.id WHERE NEIGHBOURS
      ORDER BY report, revision
      """
          .replace("NEIGHBOURS", NEIGHBOURS);

  private static final String WRITE_JUDGED =
      """
      WITH n AS (
        SELECT * FROM unnest(:reports, :revisions, :findings) AS n (report, revision, findings)
      ),
      now AS (
        UPDATE report SET year_findings = n.findings::jsonb FROM n WHERE report.id = n.report AND n.revision = 0
      )
      UPDATE revision SET findings = n.findings::jsonb
      FROM n
      WHERE revision.report = n.report AND revision.number = n.revision
      """;

  /** A document is kept as it was sent: words may be written with escapes in it. */
  private static final String MAY_HOLD =
      """
      SELECT r.id, said.json, said.words
      FROM report r
      CROSS JOIN LATERAL (
        SELECT v.document AS json, v.reason AS words FROM revision v WHERE v.report = r.id
        UNION ALL
        SELECT e.detail::text, e.reason FROM report_event e WHERE e.report = r.id
        UNION ALL
        SELECT NULL, m.reason FROM remark m WHERE m.report = r.id) AS said
      WHERE NEIGHBOURS AND (strpos(said.json, chr(92)) > 0 OR EXISTS (
        SELECT FROM unnest(:words) AS w (word) WHERE strpos(said.json, w.word) > 0 OR strpos(said.words, w.word) > 0))
      ORDER BY r.id
      """
          .replace("NEIGHBOURS", NEIGHBOURS);

  /** A revision with words masked. */
  record Revised(
      int number, String document, byte[] shingles, String findings, @Nullable String reason) {}

  /** What was said by an event, or null. */
  record Said(int number, @Nullable String reason, @Nullable String detail) {}

  /**
   * What is found in a report.
   *
   * @param revision 0: beside others now; otherwise in this revision at the time
   */
  record Judged(long report, int revision, String organ, String findings) {

    boolean isNow() {
      return revision == 0;
    }

    Judged with(String otherFindings) {
      return new Judged(report, revision, organ, otherFindings);
    }
  }

  private final Sql sql;

  ErasureStore(Sql sql) {
    this.sql = sql;
  }

  /** Throws a draft away; its organ is held. */
  public void discard(long report) {
    sql.statement(DISCARD).bind("report", report).update();
  }

  void write(long report, int event, List<Revised> revised) {
    sql.statement(WRITE_REVISIONS)
        .bind("report", report)
        .bind("event", event)
        .bind("numbers", revised.stream().mapToInt(Revised::number).toArray())
        .bind("documents", texts(revised, Revised::document))
        .bind("shingles", revised.stream().map(Revised::shingles).toArray(byte[][]::new))
        .bind("findings", texts(revised, Revised::findings))
        .bind("reasons", texts(revised, Revised::reason))
        .update();
  }

  /** What a revision says now, whatever Hibernate has read of it before. */
  String document(long report, int revision) {
    return sql.statement(DOCUMENT)
        .bind("report", report)
        .bind("revision", revision)
        .first(row -> row.getString("document"))
        .orElseThrow();
  }

  void writeEvents(long report, List<Said> said) {
    sql.statement(WRITE_EVENTS)
        .bind("report", report)
        .bind("numbers", said.stream().mapToInt(Said::number).toArray())
        .bind("reasons", texts(said, Said::reason))
        .bind("details", texts(said, Said::detail))
        .update();
  }

  /** What is said of a report's findings, by the number of the remark. */
  Map<Integer, String> remarks(long report) {
    Map<Integer, String> remarks = new HashMap<>();
    sql.statement(REMARKS)
        .bind("report", report)
        .list(row -> remarks.put(row.getInt("number"), row.getString("reason")));
    return remarks;
  }

  void writeRemarks(long report, Map<Integer, String> remarks) {
    List<Map.Entry<Integer, String>> all = List.copyOf(remarks.entrySet());
    sql.statement(WRITE_REMARKS)
        .bind("report", report)
        .bind("numbers", all.stream().mapToInt(Map.Entry::getKey).toArray())
        .bind("reasons", texts(all, Map.Entry::getValue))
        .update();
  }

  /** Keeps remarks with the findings that they are about. */
  void follow(long report, List<FindingMask.Moved> moved) {
    sql.statement(FOLLOW)
        .bind("report", report)
        .bind("findings", texts(moved, FindingMask.Moved::finding))
        .bind("abouts", texts(moved, FindingMask.Moved::about))
        .bind("aboutsNow", texts(moved, FindingMask.Moved::aboutNow))
        .update();
  }

  List<Judged> neighbours(Report report) {
    return beside(JUDGED, report)
        .list(
            row ->
                new Judged(
                    row.getLong("report"),
                    row.getInt("revision"),
                    row.getString("organ"),
                    row.getString("findings")));
  }

  void writeJudged(List<Judged> judged) {
    sql.statement(WRITE_JUDGED)
        .bind("reports", judged.stream().mapToLong(Judged::report).toArray())
        .bind("revisions", judged.stream().mapToInt(Judged::revision).toArray())
        .bind("findings", texts(judged, Judged::findings))
        .update();
  }

  /** Other reports in which one of some words stands, or was said of them. */
  List<Long> alsoIn(Report report, WordMask words) {
    return beside(MAY_HOLD, report)
        .bind("words", words.words().toArray(String[]::new))
        .list(
            row ->
                words.standsIn(row.getString("json")) || words.standsInText(row.getString("words"))
                    ? Optional.of(row.getLong("id"))
                    : Optional.<Long>empty())
        .stream()
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private Sql.Statement beside(String statement, Report report) {
    return sql.statement(statement)
        .bind("report", report.id())
        .bind("organ", report.organ())
        .bind("region", report.region())
        .bind("year", report.year());
  }

  private static <T> String[] texts(List<T> rows, Function<T, @Nullable String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }
}
