package org.gongkai.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.finding.FindingView;
import org.gongkai.platform.Sql;
import org.gongkai.registry.OrganSql;
import org.gongkai.registry.RegionSql;
import org.gongkai.tally.RollupQuery;
import org.jspecify.annotations.Nullable;

/** Finds what stands on both sides of a reconciliation. */
@ApplicationScoped
class ReconciliationStore {

  /** What an organ of {@code r} was called in the year, or else when it was there last. */
  private static final String LAST_VERSION =
      """
      (
        SELECT n.name, n.kind FROM organ_version n
        WHERE n.organ = r.organ
        ORDER BY n.valid_from <= make_date(r.year, 12, 31) DESC, n.valid_from DESC
        LIMIT 1
      )
      """;

  private static final String GOVERNMENT =
      """
      SELECT r.id, v.number AS revision, r.organ, o.name, r.scope, v.document
      FROM report r
      JOIN revision v ON v.report = r.id
        AND v.number = counted_revision(:basis, r.state, r.revision, r.published_revision)
      CROSS JOIN LATERAL LAST_VERSION AS o
      WHERE r.region = :region AND r.year = :year AND r.scope IN ('level', 'area')
        AND (:scope::text IS NULL OR r.scope = :scope)
      ORDER BY o.kind <> 'people-government', o.kind <> 'general-office', r.organ, r.scope
      """
          .replace("LAST_VERSION", LAST_VERSION);

  private static final String MISSING =
      """
      SELECT e.organ, e.name, e.region, g.name AS region_name
      FROM EXPECTED AS e
      JOIN region g ON g.code = e.region
      WHERE (:area OR e.region = :region)
        AND NOT EXISTS (SELECT 1 FROM counted_report r WHERE r.basis = :basis AND r.organ = e.organ AND r.year = :year)
      ORDER BY e.region, e.organ
      LIMIT 1000
      """
          .replace("EXPECTED", OrganSql.expected(":year", ":region"));

  private static final String CONTRADICTING =
      """
      SELECT r.report, r.revision, r.organ, o.name, r.region, g.name AS region_name, f.found
      FROM PLACES AS place
      JOIN counted_report r ON r.region = place.region
      JOIN region g ON g.code = r.region
      CROSS JOIN LATERAL LAST_VERSION AS o
      CROSS JOIN LATERAL (
        SELECT CASE WHEN r.revision = now.revision THEN now.findings ELSE (
          SELECT v.findings FROM revision v WHERE v.report = r.report AND v.number = r.revision) END AS found
        FROM report now
        WHERE now.id = r.report) AS f
      WHERE r.basis = :basis AND r.year = :year AND (:area OR r.region = :region)
        AND (:organ::text IS NULL OR r.organ = :organ)
        AND EXISTS (
          SELECT 1 FROM jsonb_array_elements(f.found) AS e
          WHERE e ->> 'kind' = 'BROKEN' AND e ->> 'rule' = ANY (:rules))
      ORDER BY r.region, r.organ
      LIMIT 1000
      """
          .replace("PLACES", RegionSql.placesWithin(":region"))
          .replace("LAST_VERSION", LAST_VERSION);

  private static final String WAIVERS =
      """
      SELECT DISTINCT ON (report, finding) report, finding, about, reason, author, at
      FROM remark
      WHERE kind = 'waiver' AND report = ANY (:reports)
      ORDER BY report, finding, number DESC
      """;

  /** An organ, as it was in the year. */
  record Organ(String code, String name, String region, String regionName) {}

  /** A report of which the rules have found something. */
  record Judged(long report, int revision, Organ organ, String findings) {}

  /** What a waiver is about. */
  record Waived(long report, String finding, String about) {}

  private final Sql sql;

  ReconciliationStore(Sql sql) {
    this.sql = sql;
  }

  /** Makes the statements that follow fit for the region that each asks about. */
  void planEachTime() {
    sql.planEachTime();
  }

  /**
   * The reports of the region's government, of those who may have filed one the likeliest first.
   */
  List<GovernmentReport> government(RollupQuery rollupQuery, @Nullable String scope) {
    return about(GOVERNMENT, rollupQuery)
        .bind("scope", scope)
        .list(
            row ->
                new GovernmentReport(
                    row.getLong("id"),
                    row.getInt("revision"),
                    row.getString("organ"),
                    row.getString("name"),
                    row.getString("scope"),
                    row.getString("document")));
  }

  List<Organ> missing(RollupQuery rollupQuery, boolean area) {
    return about(MISSING, rollupQuery).bind("area", area).list(ReconciliationStore::organ);
  }

  /**
   * Counted reports in which one of the rules is broken.
   *
   * @param organ whose report; null for all
   */
  List<Judged> contradicting(
      RollupQuery rollupQuery, boolean area, List<String> rules, @Nullable String organ) {
    return about(CONTRADICTING, rollupQuery)
        .bind("area", area)
        .bind("organ", organ)
        .bind("rules", rules.toArray(String[]::new))
        .list(
            row ->
                new Judged(
                    row.getLong("report"),
                    row.getInt("revision"),
                    organ(row),
                    row.getString("found")));
  }

  private Sql.Statement about(String statement, RollupQuery rollupQuery) {
    return sql.statement(statement)
        .bind("region", rollupQuery.region())
        .bind("year", rollupQuery.from())
        .bind("basis", rollupQuery.basis().code());
  }

  private static Organ organ(ResultSet row) throws SQLException {
    return new Organ(
        row.getString("organ"),
        row.getString("name"),
        row.getString("region"),
        row.getString("region_name"));
  }

  /** What offices let pass, by what it is about. */
  Map<Waived, FindingView.RemarkView> waivers(List<Long> reports) {
    Map<Waived, FindingView.RemarkView> waivers = new HashMap<>();
    sql.statement(WAIVERS)
        .bind("reports", reports.stream().mapToLong(report -> report).toArray())
        .list(
            row ->
                row.getString("reason") == null
                    ? null
                    : waivers.put(
                        new Waived(
                            row.getLong("report"),
                            row.getString("finding"),
                            row.getString("about")),
                        new FindingView.RemarkView(
                            row.getString("reason"),
                            row.getString("author"),
                            Sql.instant(row, "at"))));
    return waivers;
  }

  /**
   * The report of a government, for itself and its departments or for its whole area.
   *
   * @param scope code of it: {@code level} or {@code area}
   * @param document what it says, to the letter
   */
  record GovernmentReport(
      long id, int revision, String organ, String name, String scope, String document) {

    /** Where the revision is. */
    String address() {
      return address(id, revision);
    }

    static String address(long report, int revision) {
      return "/api/v1/reports/%d/revisions/%d".formatted(report, revision);
    }
  }
}
