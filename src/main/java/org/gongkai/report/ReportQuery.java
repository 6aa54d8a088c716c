package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.gongkai.access.Visibility;
import org.gongkai.platform.Sql;

/** Lists reports. */
@ApplicationScoped
class ReportQuery {

  private static final String PAGE =
      """
      SELECT r.id, r.organ, r.year, r.scope, r.state, r.region, r.revision, r.published_revision,
        r.unexplained, r.waived,
        jsonb_array_length(jsonb_path_query_array(r.found, '$[*] ? (@.severity == "error")')),
        jsonb_array_length(jsonb_path_query_array(r.found, '$[*] ? (@.severity == "warning")')),
        r.changed_at, r.submitted_at
      FROM report_at(?::timestamptz) AS r
      WHERE (?::text IS NULL OR r.organ = ?)
        AND (?::text IS NULL OR r.region IN (SELECT w.region FROM region_within w WHERE w.within = ?))
        AND (?::text IS NULL OR r.id IN (SELECT c.report FROM report_in_charge(?, ?) AS c))
        AND (?::int IS NULL OR r.year >= ?)
        AND (?::int IS NULL OR r.year <= ?)
        AND (?::text IS NULL OR r.scope = ?)
        AND (?::text IS NULL OR CASE WHEN ? THEN 'published' ELSE r.state END = ?)
        AND (NOT ? OR r.published_revision IS NOT NULL)
        AND r.id > ?
      ORDER BY r.id
      LIMIT ?
      """;

  private static final String COUNT =
      """
      SELECT count(*)
      FROM report_at(?::timestamptz) AS r
      WHERE (?::text IS NULL OR r.organ = ?)
        AND (?::text IS NULL OR r.region IN (SELECT w.region FROM region_within w WHERE w.within = ?))
        AND (?::text IS NULL OR r.id IN (SELECT c.report FROM report_in_charge(?, ?) AS c))
        AND (?::int IS NULL OR r.year >= ?)
        AND (?::int IS NULL OR r.year <= ?)
        AND (?::text IS NULL OR r.scope = ?)
        AND (?::text IS NULL OR CASE WHEN ? THEN 'published' ELSE r.state END = ?)
        AND (NOT ? OR r.published_revision IS NOT NULL)
      """;

  /**
   * Which reports.
   *
   * @param organ its code, or null for all
   * @param region with all below it, or null for all
   * @param asOf the instant as of which they are wanted, or null for now
   * @param published only what the public sees, as the public sees it
   * @param visible the region, with all below it, of the office that asks; null for all reports
   */
  record Filter(
      String organ,
      String region,
      String visible,
      Integer from,
      Integer to,
      String scope,
      String state,
      boolean published,
      OffsetDateTime asOf) {

    /** Narrows the filter to what the caller may see; null where that is nothing. */
    Filter seenBy(Visibility visibility) {
      return switch (visibility) {
        case Visibility.Everything all -> this;
        case Visibility.WithinRegion own ->
            new Filter(organ, region, own.region(), from, to, scope, state, published, asOf);
        case Visibility.OnlyOrgan own ->
            organ == null || organ.equals(own.organ())
                ? new Filter(own.organ(), region, null, from, to, scope, state, published, asOf)
                : null;
        case Visibility.Nothing nothing -> null;
      };
    }

    private Object[] with(LocalDate today, Object... more) {
      Object[] values = {
        asOf, organ, organ, region, region, visible, visible, today, from, from, to, to, scope,
        scope, state, published, state, published
      };
      Object[] all = java.util.Arrays.copyOf(values, values.length + more.length);
      System.arraycopy(more, 0, all, values.length, more.length);
      return all;
    }
  }

  private final Sql sql;
  private final Clock clock;

  ReportQuery(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  ReportSummary.Page page(Filter filter, long after, int size) {
    if (filter == null) {
      return new ReportSummary.Page(List.of(), 0, null);
    }
    LocalDate today = LocalDate.now(clock);
    List<ReportSummary> found =
        sql.list(
            PAGE, row -> summary(row, filter.published()), filter.with(today, after, size + 1));
    boolean more = found.size() > size;
    List<ReportSummary> items = more ? found.subList(0, size) : found;
    long total = sql.first(COUNT, row -> row.getLong(1), filter.with(today)).orElse(0L);
    return new ReportSummary.Page(items, total, more ? Long.toString(items.getLast().id()) : null);
  }

  private static ReportSummary summary(ResultSet row, boolean published) throws SQLException {
    OffsetDateTime submitted = row.getObject(14, OffsetDateTime.class);
    return new ReportSummary(
        row.getLong(1),
        row.getString(2),
        row.getInt(3),
        row.getString(4),
        published ? ReportState.PUBLISHED.code() : row.getString(5),
        row.getString(6),
        row.getInt(published ? 8 : 7),
        row.getObject(8, Integer.class),
        published ? null : row.getInt(11),
        published ? null : row.getInt(12),
        published ? null : row.getInt(9),
        published ? null : row.getInt(10),
        published ? null : row.getObject(13, OffsetDateTime.class).toInstant(),
        published || submitted == null ? null : submitted.toInstant());
  }
}
