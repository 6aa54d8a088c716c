package org.gongkai.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.access.Visibility;
import org.gongkai.form.Scope;
import org.gongkai.platform.Paging;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Sql;
import org.gongkai.report.ReportSql;
import org.gongkai.report.ReportState;
import org.jspecify.annotations.Nullable;

/** Lists reports. */
@ApplicationScoped
class ReportQuery {

  private static final String COLUMNS =
      """
      SELECT r.id, r.organ, r.year, r.scope, r.state, r.region, r.revision, r.published_revision, r.hidden,
        r.unexplained, r.waived,
        jsonb_array_length(jsonb_path_query_array(r.found, '$[*] ? (@.severity == "error")')) AS errors,
        jsonb_array_length(jsonb_path_query_array(r.found, '$[*] ? (@.severity == "warning")')) AS warnings,
        r.changed_at, r.submitted_at, (
          SELECT min(e.at) FROM report_event e
          WHERE e.report = r.id AND e.kind = 'published' AND e.published_revision = r.published_revision) AS published_at
      """;

  /** The reports that a filter finds; both the page and the total read from it. */
  private static final String LISTED =
      """
      FROM %s AS r
      WHERE (:organ::text IS NULL OR r.organ = :organ)
        AND (:region::text IS NULL OR r.region IN (SELECT w.region FROM region_within w WHERE w.within = :region))
        AND (:visible::text IS NULL OR r.id IN (%s))
        AND (:from::int IS NULL OR r.year >= :from)
        AND (:to::int IS NULL OR r.year <= :to)
        AND (:scope::text IS NULL OR r.scope = :scope)
        AND (:state::text IS NULL OR CASE WHEN :published THEN 'published' ELSE r.state END = :state)
        AND (NOT :published OR r.published_revision IS NOT NULL)
      """;

  private static final String PAGED =
      """
        AND r.id > :after
      ORDER BY r.id
      LIMIT :limit
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
      @Nullable String organ,
      @Nullable String region,
      @Nullable String visible,
      @Nullable Integer from,
      @Nullable Integer to,
      @Nullable String scope,
      @Nullable String state,
      boolean published,
      @Nullable Instant asOf) {

    /** Narrows the filter to what the caller may see; null where that is nothing. */
    @Nullable Filter seenBy(Visibility visibility) {
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
  }

  private final Sql sql;
  private final Clock clock;

  ReportQuery(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  ReportSummary.Page page(@Nullable Filter filter, long after, int size) {
    if (filter == null) {
      return new ReportSummary.Page(List.of(), 0, null);
    }
    List<ReportSummary> found =
        listed(COLUMNS, PAGED, filter)
            .bind("after", after)
            .bind("limit", size + 1)
            .list(row -> summary(row, filter.published()));
    Paging.Page<ReportSummary> page = Paging.Page.of(found, size);
    long total =
        listed("SELECT count(*) AS total ", "", filter)
            .first(row -> row.getLong("total"))
            .orElse(0L);
    return new ReportSummary.Page(page.items(), total, page.next(ReportSummary::id));
  }

  private Sql.Statement listed(String columns, String paged, Filter filter) {
    String listed = LISTED.formatted(ReportSql.standing(filter.asOf()), ReportSql.IN_CHARGE);
    return ReportSql.bind(sql.statement(columns + listed + paged), filter.asOf())
        .bind("organ", filter.organ())
        .bind("region", filter.region())
        .bind("visible", filter.visible())
        .bind("today", LocalDate.now(clock))
        .bind("from", filter.from())
        .bind("to", filter.to())
        .bind("scope", filter.scope())
        .bind("state", filter.state())
        .bind("published", filter.published());
  }

  private static ReportSummary summary(ResultSet row, boolean published) throws SQLException {
    return new ReportSummary(
        row.getLong("id"),
        row.getString("organ"),
        row.getInt("year"),
        Parameters.choice(row.getString("scope"), Scope.class).orElseThrow(),
        published
            ? ReportState.PUBLISHED
            : Parameters.choice(row.getString("state"), ReportState.class).orElseThrow(),
        row.getString("region"),
        row.getInt(published ? "published_revision" : "revision"),
        row.getObject("published_revision", Integer.class),
        Sql.instant(row, "published_at"),
        row.getBoolean("hidden") ? true : null,
        published ? null : row.getInt("errors"),
        published ? null : row.getInt("warnings"),
        published ? null : row.getInt("unexplained"),
        published ? null : row.getInt("waived"),
        published ? null : Sql.instant(row, "changed_at"),
        published ? null : Sql.instant(row, "submitted_at"));
  }
}
