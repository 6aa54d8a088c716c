package org.gongkai.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.gongkai.platform.Sql;
import org.gongkai.registry.OrganSql;
import org.gongkai.registry.RegionSql;
import org.gongkai.tally.RollupQuery;

/** Finds what a government's report is made of, and what it lacks. */
@ApplicationScoped
class AreaReportStore {

  private static final String MISSING =
      """
      SELECT e.organ, e.name, NULL AS editions
      FROM EXPECTED AS e
      WHERE NOT EXISTS (SELECT 1 FROM counted_report r WHERE r.basis = :basis AND r.organ = e.organ AND r.year = :year)
      ORDER BY e.region, e.organ
      LIMIT 1000
      """
          .replace("EXPECTED", OrganSql.expected(":year", ":region"));

  private static final String COUNTED =
      """
      SELECT r.organ, o.name, r.editions::text AS editions
      FROM PLACES AS place
      JOIN counted_report r ON r.region = place.region
      CROSS JOIN LATERAL (
        SELECT n.name FROM organ_version n
        WHERE n.organ = r.organ
        ORDER BY n.valid_from <= make_date(r.year, 12, 31) DESC, n.valid_from DESC
        LIMIT 1) AS o
      WHERE r.basis = :basis AND r.year = :year
        AND EXISTS (SELECT 1 FROM jsonb_each_text(r.editions) AS e WHERE e.value <> :edition)
      ORDER BY r.region, r.organ
      LIMIT 1000
      """
          .replace("PLACES", RegionSql.placesWithin(":region"));

  private static final String OFFICE =
      """
      SELECT version.organ
      FROM INYEAR AS version
      WHERE version.region = :region AND version.kind IN ('general-office', 'people-government')
      ORDER BY version.kind <> 'general-office', version.organ
      LIMIT 2
      """
          .replace("INYEAR", OrganSql.inYear(":year"));

  private final Sql sql;

  AreaReportStore(Sql sql) {
    this.sql = sql;
  }

  /**
   * An organ, and per section the edition that its report follows, as it is stored; empty where it
   * has no report.
   */
  record Source(String code, String name, String editions) {}

  /** The organs whose report is expected and not counted. */
  List<Source> missing(RollupQuery of) {
    return about(MISSING, of)
        .list(row -> new Source(row.getString("organ"), row.getString("name"), ""));
  }

  /** The counted reports that follow another edition in some section. */
  List<Source> ofOtherEditions(RollupQuery of, String edition) {
    return about(COUNTED, of)
        .bind("edition", edition)
        .list(
            row ->
                new Source(
                    row.getString("organ"), row.getString("name"), row.getString("editions")));
  }

  /** The general office of a region in a year; two where it is not the only one. */
  List<String> offices(String region, int year) {
    return sql.statement(OFFICE)
        .bind("region", region)
        .bind("year", year)
        .list(row -> row.getString("organ"));
  }

  private Sql.Statement about(String statement, RollupQuery of) {
    return sql.statement(statement)
        .bind("region", of.region())
        .bind("year", of.from())
        .bind("basis", of.basis().code());
  }
}
