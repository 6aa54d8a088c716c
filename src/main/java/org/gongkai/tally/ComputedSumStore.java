package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.Sql;
import org.gongkai.registry.OrganSql;
import org.gongkai.registry.RegionSql;
import org.gongkai.report.ReportSql;

/**
 * Adds up the reports themselves, in the database: for what is asked of organs or of the past. A
 * region's place is looked up once, not for every figure or organ.
 */
@Singleton
class ComputedSumStore {

  private static final String PLACE =
      """
      WITH place AS MATERIALIZED (
        SELECT p.region, CASE :by WHEN 'region' THEN p.below WHEN 'level' THEN r.level ELSE :region END AS code
        FROM PLACES p JOIN region r ON r.code = p.region
      )\
      """
          .replace("PLACES", RegionSql.placesWithin(":region"));

  private static final String COUNTED =
      PLACE
          + """
          ,
          counted AS (
            SELECT CASE :by WHEN 'organ' THEN c.organ ELSE place.code END AS code, c.year, c.report, c.revision, c.expected,
              c.unexplained, c.waived
            FROM place
            JOIN REPORTS AS c ON c.region = place.region
            WHERE c.basis = :basis AND c.year BETWEEN :from AND :to AND c.kind = ANY (:kinds)
          )
          """;

  private static final String REVISIONS =
      COUNTED
          + """
          SELECT c.code, c.year, c.report, c.revision, c.expected, c.unexplained, c.waived
          FROM counted c
          """;

  /**
   * Revision by revision, its cells side by side in arrays: they are added up in Java, which takes
   * less time than to group as many rows in SQL and to read them. Each one's cells are looked up by
   * its key, never read with those of all years.
   */
  private static final String SAID =
      """
      SELECT c.report, c.revision, f.*
      FROM unnest(:reports, :revisions) AS c (report, revision)
      CROSS JOIN LATERAL (
        SELECT coalesce(array_agg(s.cell), '{}')::text AS cells,
          coalesce(array_agg(coalesce(s.number, 0)), '{}')::text AS numbers,
          coalesce(array_agg(s.stated), '{}')::text AS stated, coalesce(array_agg(s.blank), '{}')::text AS blank,
          coalesce(array_agg(s.approximate), '{}')::text AS approximate,
          coalesce(array_agg(1), '{}')::text AS reported
        FROM STATED AS s
        WHERE s.cell = ANY (ARRAY(SELECT id FROM cell WHERE section = ANY (:sections)))
      ) AS f
      """
          .replace("STATED", ReportSql.stated("c.report", "c.revision"));

  private static final String REPORTED =
      COUNTED
          + """
          SELECT c.code, c.year, count(*) AS reports, count(*) FILTER (WHERE c.expected) AS expected_reports,
            sum(c.unexplained) AS unexplained, sum(c.waived) AS waived
          FROM counted c
          GROUP BY c.code, c.year
          """;

  private static final String EXPECTED =
      PLACE
          + """

          SELECT CASE :by WHEN 'organ' THEN o.organ ELSE place.code END AS code, asked.year, count(*) AS expected
          FROM generate_series(:from::int, :to::int) AS asked (year)
          CROSS JOIN LATERAL EXPECTED_ORGANS AS o
          JOIN place ON place.region = o.region
          WHERE o.kind = ANY (:kinds)
          GROUP BY 1, 2
          """
              .replace("EXPECTED_ORGANS", OrganSql.expected("asked.year", ":region"));

  /** A statement by place: the order of Java's strings. */
  private static final String IN_ORDER =
      """
      SELECT s.* FROM (%s) AS s
      ORDER BY s.code COLLATE "C", s.year
      """;

  private final Sql sql;

  ComputedSumStore(Sql sql) {
    this.sql = sql;
  }

  /** Plans for the region at hand what is asked of the past; of now, only organs are asked. */
  void plan(RollupQuery query) {
    if (query.asOf() != null) {
      sql.planEachTime();
    }
  }

  List<SumRows.Covered> expected(RollupQuery query) {
    return expected(EXPECTED, query).list(SumRows::expected);
  }

  List<SumRows.Covered> reported(RollupQuery query) {
    return counted(REPORTED, query).list(SumRows::reported);
  }

  /** Which reports are counted, in no order; to be closed. */
  Sql.Cursor<SumRows.Counted> revisions(RollupQuery query) {
    return counted(REVISIONS, query).cursor(SumRows::counted);
  }

  /** The same as {@link #expected}, in the order of places. */
  Sql.Cursor<SumRows.Covered> expectedInOrder(RollupQuery query) {
    return expected(IN_ORDER.formatted(EXPECTED), query).cursor(SumRows::expected);
  }

  /** The same as {@link #revisions}, in the order of places. */
  Sql.Cursor<SumRows.Counted> revisionsInOrder(RollupQuery query) {
    return counted(IN_ORDER.formatted(REVISIONS), query).cursor(SumRows::counted);
  }

  /** What revisions say in some sections, where one says anything at all. */
  Map<SumRows.Revision, CellChanges> cells(
      Collection<SumRows.Revision> revisions, Collection<String> sections) {
    Map<SumRows.Revision, CellChanges> said = new HashMap<>();
    sql.statement(SAID)
        .bind("reports", revisions.stream().map(SumRows.Revision::report).toArray(Long[]::new))
        .bind("revisions", revisions.stream().map(SumRows.Revision::number).toArray(Integer[]::new))
        .bind("sections", sections.toArray(String[]::new))
        .list(row -> said.put(SumRows.revision(row), CellChanges.read(row)));
    return said;
  }

  private Sql.Statement expected(String statement, RollupQuery query) {
    return sql.statement(statement)
        .bind("by", query.by().code())
        .bind("region", query.region())
        .bind("from", query.from())
        .bind("to", query.to())
        .bind("kinds", query.kindCodes());
  }

  private Sql.Statement counted(String statement, RollupQuery query) {
    return ReportSql.bind(
        expected(statement.replace("REPORTS", ReportSql.counted(query.instant())), query)
            .bind("basis", query.basis().code()),
        query.instant());
  }
}
