package org.gongkai.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.check.FindingView;
import org.gongkai.platform.Sql;
import org.gongkai.tally.RollupQuery;

/** Finds what stands on both sides of a reconciliation. */
@ApplicationScoped
class ReconciliationStore {

  /** What suits a township does not suit the nation. */
  private static final String PLAN_EACH_TIME = "SET LOCAL plan_cache_mode = force_custom_plan";

  private static final String GOVERNMENT =
      """
      SELECT r.id, v.number, r.organ, o.name, r.scope, v.document
      FROM report r
      JOIN revision v ON v.report = r.id
        AND v.number = CASE ? WHEN 'published' THEN r.published_revision ELSE r.revision END
      JOIN LATERAL (
        SELECT n.name, n.kind FROM organ_version n
        WHERE n.organ = r.organ
        ORDER BY n.valid_from <= make_date(r.year, 12, 31) DESC, n.valid_from DESC
        LIMIT 1) AS o ON true
      WHERE r.region = ? AND r.year = ? AND r.scope IN ('level', 'area')
        AND (?::text IS NULL OR r.scope = ?)
        AND CASE ?
          WHEN 'submitted' THEN r.state IN ('submitted', 'accepted', 'published')
          WHEN 'accepted' THEN r.state IN ('accepted', 'published')
          ELSE true
        END
      ORDER BY o.kind <> 'people-government', o.kind <> 'general-office', r.organ, r.scope
      """;

  private static final String MISSING =
      """
      SELECT e.organ, e.name, e.region, g.name
      FROM organ_expected(?, ?) AS e
      JOIN region g ON g.code = e.region
      WHERE (? OR e.region = ?)
        AND NOT EXISTS (SELECT 1 FROM report_counted(?, NULL) AS r WHERE r.organ = e.organ AND r.year = ?)
      ORDER BY e.region, e.organ
      LIMIT 1000
      """;

  private static final String CONTRADICTING =
      """
      SELECT r.report, r.revision, r.organ, (
          SELECT n.name FROM organ_version n
          WHERE n.organ = r.organ
          ORDER BY n.valid_from <= make_date(r.year, 12, 31) DESC, n.valid_from DESC
          LIMIT 1),
        r.region, g.name, f.found
      FROM region_place(?) AS place
      JOIN report_counted(?, NULL) AS r ON r.region = place.region
      JOIN region g ON g.code = r.region
      CROSS JOIN LATERAL (
        SELECT CASE WHEN r.revision = now.revision THEN now.findings ELSE (
          SELECT v.findings FROM revision v WHERE v.report = r.report AND v.number = r.revision) END AS found
        FROM report now
        WHERE now.id = r.report) AS f
      WHERE r.year = ? AND (? OR r.region = ?) AND (?::text IS NULL OR r.organ = ?)
        AND EXISTS (
          SELECT 1 FROM jsonb_array_elements(f.found) AS e
          WHERE e ->> 'kind' = 'BROKEN' AND e ->> 'rule' = ANY (?::text[]))
      ORDER BY r.region, r.organ
      LIMIT 1000
      """;

  private static final String WAIVERS =
      """
      SELECT DISTINCT ON (report, finding) report, finding, about, text, author, at
      FROM remark
      WHERE kind = 'waiver' AND report = ANY (?::text[]::bigint[])
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
    sql.update(PLAN_EACH_TIME);
  }

  /**
   * The reports of the region's government, of those who may have filed one the likeliest first.
   */
  List<GovernmentReport> government(RollupQuery rollupQuery, String scope) {
    String basis = rollupQuery.basis().code();
    return sql.list(
        GOVERNMENT,
        row ->
            new GovernmentReport(
                row.getLong(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6)),
        basis,
        rollupQuery.region(),
        rollupQuery.from(),
        scope,
        scope,
        basis);
  }

  List<Organ> missing(RollupQuery rollupQuery, boolean area) {
    return sql.list(
        MISSING,
        row -> new Organ(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
        rollupQuery.from(),
        rollupQuery.region(),
        area,
        rollupQuery.region(),
        rollupQuery.basis().code(),
        rollupQuery.from());
  }

  /**
   * Counted reports in which one of the rules is broken.
   *
   * @param organ whose report; null for all
   */
  List<Judged> contradicting(
      RollupQuery rollupQuery, boolean area, List<String> rules, String organ) {
    return sql.list(
        CONTRADICTING,
        row ->
            new Judged(
                row.getLong(1),
                row.getInt(2),
                new Organ(row.getString(3), row.getString(4), row.getString(5), row.getString(6)),
                row.getString(7)),
        rollupQuery.region(),
        rollupQuery.basis().code(),
        rollupQuery.from(),
        area,
        rollupQuery.region(),
        organ,
        organ,
        rules.toArray(String[]::new));
  }

  /** What offices let pass, by what it is about. */
  Map<Waived, FindingView.RemarkView> waivers(List<Long> reports) {
    Map<Waived, FindingView.RemarkView> waivers = new HashMap<>();
    sql.list(
        WAIVERS,
        row ->
            row.getString(4) == null
                ? null
                : waivers.put(
                    new Waived(row.getLong(1), row.getString(2), row.getString(3)),
                    new FindingView.RemarkView(
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant())),
        (Object) reports.stream().map(String::valueOf).toArray(String[]::new));
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
