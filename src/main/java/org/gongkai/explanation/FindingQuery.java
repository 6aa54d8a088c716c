package org.gongkai.explanation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.access.Visibility;
import org.gongkai.finding.Finding;
import org.gongkai.finding.Findings;
import org.gongkai.form.Scope;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Sql;
import org.gongkai.registry.OrganSql;
import org.gongkai.report.Remark;
import org.gongkai.report.Remarks;
import org.gongkai.report.ReportSql;
import org.gongkai.report.ReportState;
import org.gongkai.rule.Severity;
import org.jspecify.annotations.Nullable;

/** Looks for reports with certain findings. */
@Singleton
class FindingQuery {

  /** What the last verification of the revision in question has found. */
  private static final String LAST_VERIFICATION =
      """
      (SELECT last.finding FROM verification last
        WHERE last.report = r.id AND last.revision = coalesce(r.published_revision, r.revision)
        ORDER BY last.number DESC LIMIT 1)\
      """;

  /**
   * What a report was found to be is compared by its codes, before its findings are read at all. A
   * year is a part of the order: the planner takes "of this year, by id" for by id alone, and
   * passes over all reports of the years before.
   *
   * <p>What the last verification of the revision in question has found comes last. It is asked for
   * only where there is any, for the planner has fewer ways then.
   */
  private static final String FIND =
      """
      SELECT r.id, r.organ, (SELECT i.name FROM %s AS i WHERE i.organ = r.organ LIMIT 1) AS name, r.region, r.year, r.scope,
        r.state, r.findings, r.year_findings, verified.finding AS published
      FROM report r
      LEFT JOIN LATERAL (SELECT v.finding FROM %s AS v WHERE :published) verified ON true
      WHERE (r.year, r.id) >= (:fromYear, :fromReport) AND (r.year, r.id) < (:untilYear, 0)
        AND (:organ::text IS NULL OR r.organ = :organ)
        AND (:region::text IS NULL OR r.region IN (SELECT w.region FROM region_within w WHERE w.within = :region))
        AND (:visible::text IS NULL OR r.id IN (%s))
        AND (:state::text IS NULL OR r.state = :state)
        AND (r.found_codes @> :codes::jsonb AND (NOT :unexplained OR r.unexplained > 0) AND r.found_codes <> '[]'
          OR :published AND r.id = ANY (ARRAY(SELECT v.report FROM verification v WHERE v.finding IS NOT NULL)))
      ORDER BY r.year, r.id
      LIMIT :limit
      """
          .formatted(OrganSql.inYear("r.year"), LAST_VERIFICATION, ReportSql.IN_CHARGE);

  private static final String PUBLISHED_DIFFERS =
      """
      SELECT v.finding FROM report r CROSS JOIN LATERAL %s AS v
      WHERE r.id = :report
      """
          .formatted(LAST_VERIFICATION);

  private static final String PUBLISHED_DIFFER =
      "SELECT FROM verification WHERE finding IS NOT NULL LIMIT 1";

  private static final String FOUND =
      "SELECT FROM report WHERE found_codes @> :codes::jsonb LIMIT 1";

  /**
   * Which findings; null where all are meant.
   *
   * @param organ its code
   * @param region with all below it
   * @param visible the region, with all below it, of the office that asks; null for all reports
   * @param explained whether somebody has said why
   */
  record Filter(
      @Nullable String organ,
      @Nullable String region,
      @Nullable String visible,
      @Nullable Integer year,
      @Nullable ReportState state,
      @Nullable String rule,
      @Nullable Severity severity,
      @Nullable Boolean explained) {

    /** The filter narrowed to what the caller may see; empty where that is nothing. */
    Optional<Filter> seenBy(Visibility visibility) {
      return switch (visibility) {
        case Visibility.Everything all -> Optional.of(this);
        case Visibility.WithinRegion own ->
            Optional.of(
                new Filter(organ, region, own.region(), year, state, rule, severity, explained));
        case Visibility.OnlyOrgan own ->
            Optional.of(
                new Filter(own.organ(), region, visible, year, state, rule, severity, explained));
        case Visibility.Nothing nothing -> Optional.empty();
      };
    }

    boolean takes(Finding finding, Remarks remarks) {
      return (rule == null || finding.rule().equals(rule))
          && (severity == null || finding.severity() == severity)
          && (explained == null || explained == isExplained(finding, remarks));
    }

    private static boolean isExplained(Finding finding, Remarks remarks) {
      return Stream.of(Remark.RemarkKind.values()).anyMatch(kind -> remarks.has(kind, finding));
    }

    /** What a report must have been found to be, as an array in JSON. */
    private String codes() {
      ArrayNode codes = JsonNodeFactory.instance.arrayNode();
      if (rule != null) {
        codes.add(rule);
      }
      if (severity != null) {
        codes.add(severity.code());
      }
      return codes.toString();
    }

    /** Whether what a verification has found may be among them: a warning that nobody explains. */
    private boolean takesPublished() {
      return (rule == null || rule.equals(PUBLISHED))
          && (severity == null || severity == Severity.WARNING)
          && !Boolean.TRUE.equals(explained);
    }

    /** Whether the count that a report keeps can be asked. */
    private boolean unexplainedWarnings() {
      return severity == Severity.WARNING && Boolean.FALSE.equals(explained);
    }
  }

  /** A report with all of its findings. */
  record Judged(
      long id,
      String organ,
      @Nullable String name,
      String region,
      int year,
      Scope scope,
      ReportState state,
      List<Finding> findings) {}

  /** What stands in the place of a rule where a publication differs from the report. */
  static final String PUBLISHED = "PUB-DIFF";

  /** After every year that there can be. */
  private static final int LAST = 9999;

  private final Sql sql;
  private final Clock clock;

  FindingQuery(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Makes the statements of the transaction fit for what each asks. */
  void planEachTime() {
    sql.planEachTime();
  }

  /** Whether a rule has found something in any report, as it stands now. */
  boolean isFound(String rule) {
    return sql.statement(FOUND)
        .bind("codes", JsonNodeFactory.instance.arrayNode().add(rule).toString())
        .first(row -> true)
        .orElse(false);
  }

  /** Reports that may have findings that the filter takes, by year and id. */
  List<Judged> reports(Filter filter, int fromYear, long fromReport, int limit) {
    Integer year = filter.year();
    boolean published =
        filter.takesPublished() && sql.statement(PUBLISHED_DIFFER).first(row -> true).isPresent();
    int from = year == null ? fromYear : Math.max(fromYear, year);
    return sql.statement(FIND)
        .bind("fromYear", from)
        .bind("fromReport", from > fromYear ? 0L : fromReport)
        .bind("untilYear", year == null ? LAST : year + 1)
        .bind("organ", filter.organ())
        .bind("region", filter.region())
        .bind("visible", filter.visible())
        .bind("today", LocalDate.now(clock))
        .bind("state", filter.state() == null ? null : filter.state().code())
        .bind("codes", filter.codes())
        .bind("published", published)
        .bind("unexplained", filter.unexplainedWarnings())
        .bind("limit", limit)
        .list(FindingQuery::judged);
  }

  /** What the last verification of a report has found. */
  List<Finding> published(long report) {
    return sql.statement(PUBLISHED_DIFFERS)
        .bind("report", report)
        .first(row -> findings(row, "finding"))
        .orElse(List.of());
  }

  private static List<Finding> findings(ResultSet row, String column) throws SQLException {
    String stored = row.getString(column);
    return stored == null ? List.of() : Findings.read(stored);
  }

  private static Judged judged(ResultSet row) throws SQLException {
    return new Judged(
        row.getLong("id"),
        row.getString("organ"),
        row.getString("name"),
        row.getString("region"),
        row.getInt("year"),
        Parameters.choice(row.getString("scope"), Scope.class).orElseThrow(),
        Parameters.choice(row.getString("state"), ReportState.class).orElseThrow(),
        Stream.of(
                findings(row, "findings"),
                findings(row, "year_findings"),
                findings(row, "published"))
            .flatMap(List::stream)
            .toList());
  }
}
