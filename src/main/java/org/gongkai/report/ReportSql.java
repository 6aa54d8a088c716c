package org.gongkai.report;

import java.time.Instant;
import org.gongkai.platform.Sql;
import org.gongkai.registry.OrganSql;
import org.jspecify.annotations.Nullable;

/**
 * Reports as other statements read them: texts to stand in a {@code FROM}. What is asked of an
 * instant has the name {@code :asOf}, which {@link #bind} binds. Which revision counts is said by
 * {@code counted_revision} in the database, for now and for the past alike.
 */
public final class ReportSql {

  /**
   * The reports that an office may read: of years that are over those that were handed in in its
   * region and below; drafts, and reports of a year that is not over, where the organ is today. The
   * statement binds {@code visible}, the region, and {@code today}.
   */
  public static final String IN_CHARGE =
      """
      SELECT r.id FROM region_within w
      JOIN report r ON r.region = w.region
      WHERE w.within = :visible
        AND (r.state <> 'draft' AND r.year < extract(year FROM :today::date)
          OR EXISTS (
            SELECT FROM %s AS p
            JOIN region_within own ON own.region = p.region WHERE own.within = :visible))
      UNION ALL
      SELECT r.id FROM region_within w
      JOIN organ_version v ON v.region = w.region
      JOIN report r ON r.organ = v.organ
      WHERE w.within = :visible
        AND (r.state = 'draft' OR r.year >= extract(year FROM :today::date))
        AND r.region NOT IN (SELECT own.region FROM region_within own WHERE own.within = :visible)
        AND EXISTS (SELECT FROM organ_version other WHERE other.organ = v.organ AND other.valid_from <> v.valid_from)
        AND v.valid_from = (SELECT p.valid_from FROM %s AS p)
      """
          .formatted(
              OrganSql.regionOn("r.organ", ":today"), OrganSql.regionOn("v.organ", ":today"));

  /**
   * What the public saw. What is hidden now was taken back: it is not to be had of the past,
   * either.
   */
  private static final String PUBLISHED_THEN =
      "CASE WHEN r.hidden_revision IS NULL THEN e.published_revision END";

  /**
   * The view {@code counted_report} as it was; the last event until then says how a report stood.
   */
  private static final String COUNTED_THEN =
      """
      (
        SELECT b.basis, r.id AS report, counted_revision(b.basis, e.state, e.revision, PUBLISHED_THEN) AS revision,
          r.organ, r.year, r.region, r.kind, r.expected,
          (SELECT v.editions FROM revision v WHERE v.report = r.id
            AND v.number = counted_revision(b.basis, e.state, e.revision, PUBLISHED_THEN)) AS editions,
          CASE b.basis WHEN 'published' THEN seen.unexplained ELSE e.unexplained END AS unexplained,
          CASE b.basis WHEN 'published' THEN seen.waived ELSE e.waived END AS waived
        FROM report r
        CROSS JOIN LATERAL (
          SELECT last.* FROM report_event last
          WHERE last.report = r.id AND last.at <= :asOf
          ORDER BY last.number DESC
          LIMIT 1) AS e
        LEFT JOIN LATERAL (
          SELECT last.unexplained, last.waived FROM report_event last
          WHERE last.report = r.id AND last.at <= :asOf AND last.revision = e.published_revision
          ORDER BY last.number DESC
          LIMIT 1) AS seen ON true
        CROSS JOIN (VALUES ('submitted'), ('accepted'), ('published')) AS b (basis)
        WHERE r.scope = 'organ' AND counted_revision(b.basis, e.state, e.revision, PUBLISHED_THEN) IS NOT NULL
      )
      """
          .replace("PUBLISHED_THEN", PUBLISHED_THEN);

  private static final String NOW =
      """
      (
        SELECT r.id, r.organ, r.year, r.scope, r.state, r.region, r.revision, r.published_revision,
          r.hidden_revision IS NOT NULL AS hidden, r.unexplained, r.waived,
          r.findings || r.year_findings AS found, r.changed_at, r.submitted_at
        FROM report r
      )
      """;

  private static final String THEN =
      """
      (
        SELECT r.id, r.organ, r.year, r.scope, e.state, r.region, e.revision, PUBLISHED_THEN AS published_revision,
          r.hidden_revision IS NOT NULL AS hidden, e.unexplained, e.waived,
          v.findings AS found, e.at AS changed_at, (
            SELECT max(s.at) FROM report_event s
            WHERE s.report = r.id AND s.kind = 'submitted' AND s.at <= :asOf) AS submitted_at
        FROM report r
        CROSS JOIN LATERAL (
          SELECT last.* FROM report_event last
          WHERE last.report = r.id AND last.at <= :asOf
          ORDER BY last.number DESC
          LIMIT 1) AS e
        JOIN revision v ON v.report = r.id AND v.number = e.revision
      )
      """
          .replace("PUBLISHED_THEN", PUBLISHED_THEN);

  /** The parts are joined by keys, so each of them names the revision. */
  private static final String STATED =
      """
      LATERAL (
        SELECT figure.cell, figure.number, (figure.number IS NOT NULL)::integer AS stated, figure.blank::integer AS blank,
          0 AS approximate
        FROM figure
        WHERE figure.report = %1$s AND figure.revision = %2$s
        UNION ALL
        SELECT cell.id, sum(publication.count), count(publication.count)::integer,
          (count(*) - count(publication.count))::integer, count(*) FILTER (WHERE publication.approximate)::integer
        FROM publication
        JOIN cell ON cell.path = 'publications.' || coalesce(publication.channel, '') || '.' || publication.unit
        WHERE publication.report = %1$s AND publication.revision = %2$s
        GROUP BY cell.id
        UNION ALL
        SELECT cell.id, 1, 1, 0, 0
        FROM revision
        CROSS JOIN LATERAL jsonb_each_text(revision.editions) AS section
        JOIN cell ON cell.path = section.key || '#' || section.value
        WHERE revision.report = %1$s AND revision.number = %2$s
      )
      """;

  private ReportSql() {}

  /**
   * The reports of organs that are counted, on each basis: {@code basis}, {@code report}, {@code
   * revision}, {@code organ}, {@code year}, {@code region}, {@code kind}, {@code expected}, {@code
   * editions}, {@code unexplained}, {@code waived}.
   *
   * @param asOf the instant as of which they are wanted, or null for now
   */
  public static String counted(@Nullable Instant asOf) {
    return asOf == null ? "counted_report" : COUNTED_THEN;
  }

  /**
   * Where every report stands: {@code id}, {@code organ}, {@code year}, {@code scope}, {@code
   * state}, {@code region}, {@code revision}, {@code published_revision}, {@code unexplained},
   * {@code waived}, {@code found} (its findings), {@code changed_at}, {@code submitted_at}, {@code
   * hidden}. Regions are those of the registry of today, and what is hidden now is so of the past
   * too.
   *
   * @param asOf the instant as of which they are wanted, or null for now
   */
  public static String standing(@Nullable Instant asOf) {
    return asOf == null ? NOW : THEN;
  }

  /** Binds the instant where the statement has one. */
  public static Sql.Statement bind(Sql.Statement statement, @Nullable Instant asOf) {
    return asOf == null ? statement : statement.bind("asOf", asOf);
  }

  /**
   * What a revision that was submitted adds to sums, by cell: its figures, its publications by
   * channel and unit, and per section that it follows an edition. Columns {@code cell}, {@code
   * number}, {@code stated}, {@code blank}, {@code approximate}. The names of the tables and {@code
   * section} are taken.
   *
   * @param report column of the statement with the report's id
   * @param revision column with the number of its revision
   */
  public static String stated(String report, String revision) {
    return STATED.formatted(report, revision);
  }
}
