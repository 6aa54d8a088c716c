package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.gongkai.access.Visibility;
import org.gongkai.platform.Sql;

/** Lists reports. */
@ApplicationScoped
class ReportQuery {

  private static final String PAGE =
      """
      SELECT r.id, r.organ, r.year, r.scope, r.state, r.region, r.revision,
        jsonb_array_length(jsonb_path_query_array(
          r.findings || r.year_findings, '$[*] ? (@.severity == "error")')),
        jsonb_array_length(jsonb_path_query_array(
          r.findings || r.year_findings, '$[*] ? (@.severity == "warning")')),
        r.changed_at, r.submitted_at
      FROM report r
      WHERE (?::text IS NULL OR r.organ = ?)
        AND (?::text IS NULL OR r.region IN (SELECT w.region FROM region_within w WHERE w.within = ?))
        AND (?::text IS NULL OR r.region IN (SELECT w.region FROM region_within w WHERE w.within = ?))
        AND (?::int IS NULL OR r.year >= ?)
        AND (?::int IS NULL OR r.year <= ?)
        AND (?::text IS NULL OR r.scope = ?)
        AND (?::text IS NULL OR r.state = ?)
        AND r.id > ?
      ORDER BY r.id
      LIMIT ?
      """;

  private static final String COUNT =
      """
      SELECT count(*)
      FROM report r
      WHERE (?::text IS NULL OR r.organ = ?)
        AND (?::text IS NULL OR r.region IN (SELECT w.region FROM region_within w WHERE w.within = ?))
        AND (?::text IS NULL OR r.region IN (SELECT w.region FROM region_within w WHERE w.within = ?))
        AND (?::int IS NULL OR r.year >= ?)
        AND (?::int IS NULL OR r.year <= ?)
        AND (?::text IS NULL OR r.scope = ?)
        AND (?::text IS NULL OR r.state = ?)
      """;

  /**
   * Which reports.
   *
   * @param organ its code, or null for all
   * @param region with all below it, or null for all
   * @param visible the region, with all below it, that the caller may see; null for all
   */
  record Filter(
      String organ,
      String region,
      String visible,
      Integer from,
      Integer to,
      String scope,
      String state) {

    /** Narrows the filter to what the caller may see; null where that is nothing. */
    Filter seenBy(Visibility visibility) {
      return switch (visibility) {
        case Visibility.Everything all -> this;
        case Visibility.WithinRegion own ->
            new Filter(organ, region, own.region(), from, to, scope, state);
        case Visibility.OnlyOrgan own ->
            organ == null || organ.equals(own.organ())
                ? new Filter(own.organ(), region, null, from, to, scope, state)
                : null;
        case Visibility.Nothing nothing -> null;
      };
    }

    private Object[] with(Object... more) {
      Object[] values = {
        organ, organ, region, region, visible, visible, from, from, to, to, scope, scope, state,
        state
      };
      Object[] all = java.util.Arrays.copyOf(values, values.length + more.length);
      System.arraycopy(more, 0, all, values.length, more.length);
      return all;
    }
  }

  private final Sql sql;

  ReportQuery(Sql sql) {
    this.sql = sql;
  }

  ReportSummary.Page page(Filter filter, long after, int size) {
    if (filter == null) {
      return new ReportSummary.Page(List.of(), 0, null);
    }
    List<ReportSummary> found = sql.list(PAGE, ReportQuery::summary, filter.with(after, size + 1));
    boolean more = found.size() > size;
    List<ReportSummary> items = more ? found.subList(0, size) : found;
    long total = sql.first(COUNT, row -> row.getLong(1), filter.with()).orElse(0L);
    return new ReportSummary.Page(items, total, more ? Long.toString(items.getLast().id()) : null);
  }

  private static ReportSummary summary(ResultSet row) throws SQLException {
    OffsetDateTime submitted = row.getObject(11, OffsetDateTime.class);
    return new ReportSummary(
        row.getLong(1),
        row.getString(2),
        row.getInt(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getInt(7),
        row.getInt(8),
        row.getInt(9),
        row.getObject(10, OffsetDateTime.class).toInstant(),
        submitted == null ? null : submitted.toInstant());
  }
}
