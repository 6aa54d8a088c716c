package org.gongkai.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
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

  private static final String FROM_COUNTED =
      """
      FROM PLACES AS place
      JOIN counted_report r ON r.region = place.region
      CROSS JOIN LATERAL (
        SELECT n.name FROM organ_version n
        WHERE n.organ = r.organ
        ORDER BY n.valid_from <= make_date(r.year, 12, 31) DESC, n.valid_from DESC
        LIMIT 1) AS o
      """
          .replace("PLACES", RegionSql.placesWithin(":region"));

  private static final String OTHER_EDITIONS =
      """
      SELECT r.organ, o.name, r.editions::text AS editions
      FROM_COUNTED
      WHERE r.basis = :basis AND r.year = :year
        AND EXISTS (SELECT 1 FROM jsonb_each_text(r.editions) AS e WHERE e.value <> :edition)
      ORDER BY r.region, r.organ
      LIMIT 1000
      """
          .replace("FROM_COUNTED\n", FROM_COUNTED);

  private static final String STATED =
      """
      SELECT r.organ, o.name, c.path, f.number
      FROM_COUNTED
      JOIN figure f ON f.report = r.report AND f.revision = r.revision
      JOIN cell c ON c.id = f.cell
      WHERE r.basis = :basis AND r.year = :year AND c.path = ANY (:paths) AND f.number <> 0
      ORDER BY r.region, r.organ, c.id
      LIMIT 1000
      """
          .replace("FROM_COUNTED\n", FROM_COUNTED);

  /** Of a document as it was sent, whose words may be written as numbers of signs. */
  private static final String OF_FEES =
      """
      SELECT r.organ, o.name, v.document
      FROM_COUNTED
      JOIN revision v ON v.report = r.report AND v.number = r.revision
      WHERE r.basis = :basis AND r.year = :year AND v.document ~ '处理费|\\\\u5904'
      ORDER BY r.region, r.organ
      LIMIT 1000
      """
          .replace("FROM_COUNTED\n", FROM_COUNTED);

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
    return about(OTHER_EDITIONS, of)
        .bind("edition", edition)
        .list(
            row ->
                new Source(
                    row.getString("organ"), row.getString("name"), row.getString("editions")));
  }

  /** What an organ states in a leaf cell. */
  record Stated(String code, String name, String path, BigDecimal number) {}

  /** Who states some other number than 0 in cells. */
  List<Stated> stating(RollupQuery of, Collection<String> paths) {
    return about(STATED, of)
        .bind("paths", paths.toArray(String[]::new))
        .list(
            row ->
                new Stated(
                    row.getString("organ"),
                    row.getString("name"),
                    row.getString("path"),
                    row.getBigDecimal("number")));
  }

  /** An organ, and its counted report as it was sent. */
  record Sent(String code, String name, String document) {}

  /** The counted reports that may speak of fees for handling applications. */
  List<Sent> ofFees(RollupQuery of) {
    return about(OF_FEES, of)
        .list(
            row ->
                new Sent(row.getString("organ"), row.getString("name"), row.getString("document")));
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
