package org.gongkai.rehearsal;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.gongkai.finding.Finding;
import org.gongkai.finding.Findings;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Sql;
import org.gongkai.redaction.ReportsRedacted;
import org.gongkai.registry.OrganSql;
import org.jspecify.annotations.Nullable;

/** Stores the findings and counts of rehearsals. */
@Singleton
class ResultStore {

  private static final String COUNT =
      """
      INSERT INTO rehearsal_rule AS known (rehearsal, rule, version, severity, appearing, appearing_reports, disappearing,
        disappearing_reports, unsubmittable)
      SELECT :rehearsal, c.*
      FROM unnest(:rules, :versions, :severities, :appearing, :appearingReports, :disappearing, :disappearingReports,
        :unsubmittable) AS c
      ON CONFLICT (rehearsal, rule) DO UPDATE SET
        appearing = known.appearing + excluded.appearing,
        appearing_reports = known.appearing_reports + excluded.appearing_reports,
        disappearing = known.disappearing + excluded.disappearing,
        disappearing_reports = known.disappearing_reports + excluded.disappearing_reports,
        unsubmittable = known.unsubmittable + excluded.unsubmittable
      """;

  private static final String RULES =
      """
      SELECT rule, version, severity, appearing, appearing_reports, disappearing, disappearing_reports, unsubmittable
      FROM rehearsal_rule WHERE rehearsal = :rehearsal
      ORDER BY unsubmittable DESC, appearing DESC, disappearing DESC, rule
      """;

  private static final String KEEP =
      """
      INSERT INTO rehearsal_finding (rehearsal, change, rule, report, revision, finding)
      SELECT :rehearsal, k.change, k.rule, k.report, k.revision, k.finding::jsonb
      FROM unnest(:changes, :rules, :reports, :revisions, :findings) WITH ORDINALITY
        AS k (change, rule, report, revision, finding, place)
      ORDER BY k.place
      """;

  private static final String PAGE =
      """
      SELECT f.id, f.change, f.report, f.revision, r.organ, o.name, r.region, r.year, r.scope, r.state, f.finding
      FROM rehearsal_finding f
      JOIN report r ON r.id = f.report
      LEFT JOIN LATERAL (SELECT i.name FROM %s AS i WHERE i.organ = r.organ LIMIT 1) o ON true
      WHERE f.rehearsal = :rehearsal
        AND (:rule::text IS NULL OR f.rule = :rule)
        AND (:organ::text IS NULL OR r.organ = :organ)
        AND (:change::text IS NULL OR f.change = :change)
        AND f.id > :after
      ORDER BY f.id
      LIMIT :limit
      """
          .formatted(OrganSql.inYear("r.year"));

  /**
   * Whoever works on a rehearsal holds its row: what was read before is written before this goes
   * on.
   */
  private static final String WAIT =
      "SELECT id FROM rehearsal WHERE state IN ('waiting', 'running') ORDER BY id FOR UPDATE";

  private static final String FORGET =
      "DELETE FROM rehearsal_finding WHERE report = ANY (:reports)";

  /** A rule's counts, with its version and severity. */
  record RuleResult(RuleCount count, int version, String severity) {}

  /** A stored finding of a report. */
  record Kept(FindingShift.FindingChange change, long report, int revision, Finding finding) {}

  /** A stored finding, with the state of its report today. */
  record Found(
      long id,
      Kept kept,
      String organ,
      String name,
      String region,
      int year,
      String scope,
      String state) {}

  /**
   * Which findings.
   *
   * @param rule its id, or null for all
   * @param organ its code, or null for all
   * @param change or null for both
   */
  record Filter(
      @Nullable String rule, @Nullable String organ, FindingShift.@Nullable FindingChange change) {}

  private final Sql sql;

  ResultStore(Sql sql) {
    this.sql = sql;
  }

  /** Findings quote words: those of masked reports are deleted, and their counts stay. */
  void forget(@Observes ReportsRedacted redacted) {
    sql.statement(WAIT).list(row -> row.getLong("id"));
    sql.statement(FORGET)
        .bind("reports", redacted.reports().stream().mapToLong(Long::longValue).toArray())
        .update();
  }

  /** Adds to what has been counted so far. */
  void count(long rehearsal, List<RuleResult> rules) {
    sql.statement(COUNT)
        .bind("rehearsal", rehearsal)
        .bind("rules", texts(rules, r -> r.count().rule()))
        .bind("versions", numbers(rules, RuleResult::version))
        .bind("severities", texts(rules, RuleResult::severity))
        .bind("appearing", numbers(rules, r -> r.count().appearing()))
        .bind("appearingReports", numbers(rules, r -> r.count().appearingReports()))
        .bind("disappearing", numbers(rules, r -> r.count().disappearing()))
        .bind("disappearingReports", numbers(rules, r -> r.count().disappearingReports()))
        .bind("unsubmittable", numbers(rules, r -> r.count().unsubmittable()))
        .update();
  }

  private static <T> String[] texts(List<T> rows, Function<T, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }

  private static <T> int[] numbers(List<T> rows, ToIntFunction<T> column) {
    return rows.stream().mapToInt(column).toArray();
  }

  /** Those that hit the most first. */
  List<RuleResult> rules(long rehearsal) {
    return sql.statement(RULES).bind("rehearsal", rehearsal).list(ResultStore::rule);
  }

  private static RuleResult rule(ResultSet row) throws SQLException {
    return new RuleResult(
        new RuleCount(
            row.getString("rule"),
            row.getInt("appearing"),
            row.getInt("appearing_reports"),
            row.getInt("disappearing"),
            row.getInt("disappearing_reports"),
            row.getInt("unsubmittable")),
        row.getInt("version"),
        row.getString("severity"));
  }

  void keep(long rehearsal, List<Kept> findings) {
    sql.statement(KEEP)
        .bind("rehearsal", rehearsal)
        .bind("changes", texts(findings, k -> k.change().code()))
        .bind("rules", texts(findings, k -> k.finding().rule()))
        .bind("reports", findings.stream().mapToLong(Kept::report).toArray())
        .bind("revisions", numbers(findings, Kept::revision))
        .bind("findings", texts(findings, k -> Findings.write(List.of(k.finding()))))
        .update();
  }

  List<Found> page(long rehearsal, Filter filter, long after, int limit) {
    return sql.statement(PAGE)
        .bind("rehearsal", rehearsal)
        .bind("rule", filter.rule())
        .bind("organ", filter.organ())
        .bind("change", filter.change() == null ? null : filter.change().code())
        .bind("after", after)
        .bind("limit", limit)
        .list(ResultStore::found);
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        row.getLong("id"),
        new Kept(
            Parameters.choice(row.getString("change"), FindingShift.FindingChange.class)
                .orElseThrow(),
            row.getLong("report"),
            row.getInt("revision"),
            Findings.read(row.getString("finding")).getFirst()),
        row.getString("organ"),
        row.getString("name"),
        row.getString("region"),
        row.getInt("year"),
        row.getString("scope"),
        row.getString("state"));
  }
}
