package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.util.List;
import org.gongkai.platform.Sql;
import org.gongkai.registry.OrganSql;
import org.gongkai.registry.RegionSql;
import org.gongkai.report.ReportSql;

/**
 * Reads the reports of governments. Of a region and year one counts: that of the people's
 * government, else of its general office, else of whoever may speak for others, as in a
 * reconciliation. So nothing is counted twice where two of them file.
 */
@Singleton
class GovernmentSumStore {

  /**
   * Whose governments are asked for, with the place that they count for: that of the region alone;
   * with those of the regions directly below; or by level of all within. Townships have none that
   * speaks for others.
   */
  private static final String SEAT =
      """
      WITH seat AS MATERIALIZED (
        SELECT p.region, CASE :by WHEN 'level' THEN r.level ELSE p.region END AS code
        FROM PLACES p
        JOIN region r ON r.code = p.region
        WHERE r.level <> 'township' AND (:by = 'level' OR p.region = :region OR :by = 'region' AND r.parent = :region)
      ),
      """
          .replace("PLACES", RegionSql.placesWithin(":region"));

  /** The governments of which a report is expected. */
  private static final String EXPECTED_ONES =
      """
      expected AS (
        SELECT DISTINCT seat.code, seat.region, asked.year
        FROM generate_series(:from::int, :to::int) AS asked (year)
        CROSS JOIN seat
        CROSS JOIN LATERAL ORGANS AS o
        WHERE o.region = seat.region AND o.kind IN ('people-government', 'general-office') AND o.expected
      )
      """
          .replace("ORGANS", OrganSql.inYear("asked.year"));

  private static final String REPORTS =
      """
      government AS (
        SELECT DISTINCT ON (r.region, r.year) seat.code, r.region, r.year, r.id AS report,
          counted_revision(:basis, r.state, r.revision, r.published_revision) AS revision, r.unexplained, r.waived
        FROM seat
        JOIN STANDING AS r ON r.region = seat.region
        CROSS JOIN LATERAL (
          SELECT n.kind FROM organ_version n
          WHERE n.organ = r.organ
          ORDER BY n.valid_from <= make_date(r.year, 12, 31) DESC, n.valid_from DESC
          LIMIT 1
        ) AS o
        WHERE r.scope = :scope AND r.year BETWEEN :from AND :to
          AND counted_revision(:basis, r.state, r.revision, r.published_revision) IS NOT NULL
        ORDER BY r.region, r.year, o.kind <> 'people-government', o.kind <> 'general-office', r.organ
      )
      """;

  private static final String STATED =
      SEAT
          + REPORTS
          + """
          SELECT g.code, g.year, c.path, coalesce(sum(s.number), 0) AS number, sum(s.stated) AS stated,
            sum(s.blank) AS blank, sum(s.approximate) AS approximate, count(*) AS reports
          FROM government g
          CROSS JOIN STATED_CELLS AS s
          JOIN cell c ON c.id = s.cell
          WHERE c.section = :section
          GROUP BY g.code, g.year, c.path
          """
              .replace("STATED_CELLS", ReportSql.stated("g.report", "g.revision"));

  private static final String REPORTED =
      SEAT
          + EXPECTED_ONES
          + ", "
          + REPORTS
          + """
          SELECT g.code, g.year, count(*) AS reports, count(e.region) AS expected_reports, sum(g.unexplained) AS unexplained,
            sum(g.waived) AS waived
          FROM government g
          LEFT JOIN expected e ON e.region = g.region AND e.year = g.year
          GROUP BY g.code, g.year
          """;

  private static final String EXPECTED =
      SEAT
          + EXPECTED_ONES
          + """
          SELECT e.code, e.year, count(*) AS expected
          FROM expected e
          GROUP BY e.code, e.year
          """;

  private final Sql sql;

  GovernmentSumStore(Sql sql) {
    this.sql = sql;
  }

  /** Plans for the region at hand: a district has one government, the nation thousands. */
  void plan() {
    sql.planEachTime();
  }

  List<SumRows.Stated> stated(RollupQuery query, String section) {
    return counted(STATED, query).bind("section", section).list(SumRows::stated);
  }

  List<SumRows.Covered> expected(RollupQuery query) {
    return about(EXPECTED, query).list(SumRows::expected);
  }

  List<SumRows.Covered> reported(RollupQuery query) {
    return counted(REPORTED, query).list(SumRows::reported);
  }

  private Sql.Statement counted(String statement, RollupQuery query) {
    return ReportSql.bind(
        about(statement.replace("STANDING", ReportSql.standing(query.instant())), query)
            .bind("scope", query.scope().code())
            .bind("basis", query.basis().code()),
        query.instant());
  }

  private Sql.Statement about(String statement, RollupQuery query) {
    return sql.statement(statement)
        .bind("by", query.by().code())
        .bind("region", query.region())
        .bind("from", query.from())
        .bind("to", query.to());
  }
}
