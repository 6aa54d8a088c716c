package org.gongkai.rehearsal;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.gongkai.check.Finding;
import org.gongkai.check.Findings;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Sql;
import org.gongkai.registry.OrganSql;

/** Keeps what rehearsals have found and counted. */
@Singleton
class ResultStore {

  private static final String COUNT =
      """
      INSERT INTO rehearsal_rule AS known (rehearsal, rule, version, severity, appearing, appearing_reports, disappearing,
        disappearing_reports, unsubmittable)
      SELECT ?, c.*
      FROM unnest(?::text[], ?::int[], ?::text[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[]) AS c
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
      FROM rehearsal_rule WHERE rehearsal = ?
      ORDER BY unsubmittable DESC, appearing DESC, disappearing DESC, rule
      """;

  private static final String KEEP =
      """
      INSERT INTO rehearsal_finding (rehearsal, change, rule, report, revision, finding)
      SELECT ?, k.change, k.rule, k.report, k.revision, k.finding::jsonb
      FROM unnest(?::text[], ?::text[], ?::bigint[], ?::int[], ?::text[]) WITH ORDINALITY
        AS k (change, rule, report, revision, finding, place)
      ORDER BY k.place
      """;

  private static final String PAGE =
      """
      SELECT f.id, f.change, f.report, f.revision, r.organ, o.name, r.region, r.year, r.scope, r.state, f.finding
      FROM rehearsal_finding f
      JOIN report r ON r.id = f.report
      LEFT JOIN LATERAL (SELECT i.name FROM %s AS i WHERE i.organ = r.organ LIMIT 1) o ON true
      WHERE f.rehearsal = ?
        AND (?::text IS NULL OR f.rule = ?)
        AND (?::text IS NULL OR r.organ = ?)
        AND (?::text IS NULL OR f.change = ?)
        AND f.id > ?
      ORDER BY f.id
      LIMIT ?
      """
          .formatted(OrganSql.inYear("r.year"));

  /** What is known of a rule beside its counts. */
  record Of(RuleCount count, int version, String severity) {}

  /** A finding that is kept of a report. */
  record Kept(FindingChange change, long report, int revision, Finding finding) {}

  /** A kept finding, with where its report stands today. */
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
  record Filter(String rule, String organ, FindingChange change) {}

  private final Sql sql;

  ResultStore(Sql sql) {
    this.sql = sql;
  }

  /** Adds to what has been counted so far. */
  void count(long rehearsal, List<Of> rules) {
    sql.update(
        COUNT,
        rehearsal,
        rules.stream().map(r -> r.count().rule()).toArray(String[]::new),
        rules.stream().mapToInt(Of::version).toArray(),
        rules.stream().map(Of::severity).toArray(String[]::new),
        rules.stream().mapToInt(r -> r.count().appearing()).toArray(),
        rules.stream().mapToInt(r -> r.count().appearingReports()).toArray(),
        rules.stream().mapToInt(r -> r.count().disappearing()).toArray(),
        rules.stream().mapToInt(r -> r.count().disappearingReports()).toArray(),
        rules.stream().mapToInt(r -> r.count().unsubmittable()).toArray());
  }

  /** Those that hit the most first. */
  List<Of> rules(long rehearsal) {
    return sql.list(
        RULES,
        row ->
            new Of(
                new RuleCount(
                    row.getString(1),
                    row.getInt(4),
                    row.getInt(5),
                    row.getInt(6),
                    row.getInt(7),
                    row.getInt(8)),
                row.getInt(2),
                row.getString(3)),
        rehearsal);
  }

  void keep(long rehearsal, List<Kept> findings) {
    sql.update(
        KEEP,
        rehearsal,
        findings.stream().map(k -> k.change().code()).toArray(String[]::new),
        findings.stream().map(k -> k.finding().rule()).toArray(String[]::new),
        findings.stream().mapToLong(Kept::report).toArray(),
        findings.stream().mapToInt(Kept::revision).toArray(),
        findings.stream().map(k -> Findings.write(List.of(k.finding()))).toArray(String[]::new));
  }

  List<Found> page(long rehearsal, Filter filter, long after, int limit) {
    String change = filter.change() == null ? null : filter.change().code();
    return sql.list(
        PAGE,
        ResultStore::found,
        rehearsal,
        filter.rule(),
        filter.rule(),
        filter.organ(),
        filter.organ(),
        change,
        change,
        after,
        limit);
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        row.getLong(1),
        new Kept(
            Parameters.choice(row.getString(2), FindingChange.class).orElseThrow(),
            row.getLong(3),
            row.getInt(4),
            Findings.read(row.getString(11)).getFirst()),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getInt(8),
        row.getString(9),
        row.getString(10));
  }
}
