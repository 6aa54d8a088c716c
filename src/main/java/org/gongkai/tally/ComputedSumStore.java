package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;
import org.gongkai.platform.Sql;
import org.gongkai.registry.OrganSql;
import org.gongkai.registry.RegionSql;
import org.gongkai.report.ReportSql;

/**
 * Adds up the reports themselves, in the database: for what is asked of organs or of the past. A
 * region's place is looked up once, not for every figure.
 */
@Singleton
class ComputedSumStore {

  private static final String COUNTED =
      """
      WITH place AS MATERIALIZED (
        SELECT p.region, CASE :by WHEN 'region' THEN p.below WHEN 'level' THEN r.level ELSE :region END AS code
        FROM PLACES p JOIN region r ON r.code = p.region
      ),
      counted AS (
        SELECT CASE :by WHEN 'organ' THEN c.organ ELSE place.code END AS code, c.year, c.report, c.revision, c.editions,
          c.expected, c.unexplained, c.waived
        FROM place
        JOIN REPORTS AS c ON c.region = place.region
        WHERE c.basis = :basis AND c.year BETWEEN :from AND :to AND c.kind = ANY (:kinds)
      )
      """
          .replace("PLACES", RegionSql.placesWithin(":region"));

  /**
   * OFFSET 0 makes the planner look figures up by their report. It does not know how many cells the
   * array has, and would rather read the figures of all years: for the nation, where most reports
   * are wanted, that takes twice as long.
   */
  private static final String FIGURES =
      COUNTED
          + """
          SELECT c.code, c.year, (SELECT path FROM cell WHERE id = f.cell) AS path, coalesce(sum(f.number), 0) AS number,
            count(f.number) AS stated, count(*) FILTER (WHERE f.blank) AS blank, 0 AS approximate, count(*) AS reports
          FROM counted c
          CROSS JOIN LATERAL (
            SELECT figure.cell, figure.number, figure.blank FROM figure
            WHERE figure.report = c.report AND figure.revision = c.revision
              AND figure.cell = ANY (ARRAY(SELECT id FROM cell WHERE section = ANY (:sections)))
            OFFSET 0
          ) AS f
          GROUP BY c.code, c.year, f.cell
          """;

  private static final String EDITIONS =
      COUNTED
          + """
          SELECT c.code, c.year, e.section || '#' || (c.editions ->> e.section) AS path, count(*) AS number,
            count(*) AS stated, 0 AS blank, 0 AS approximate, count(*) AS reports
          FROM counted c
          CROSS JOIN unnest(:sections::text[]) AS e (section)
          WHERE c.editions ->> e.section IS NOT NULL
          GROUP BY 1, 2, 3
          """;

  private static final String PUBLICATIONS =
      COUNTED
          + """
          SELECT c.code, c.year, 'publications.' || coalesce(p.channel, '') || '.' || p.unit AS path,
            coalesce(sum(p.count), 0) AS number, count(p.count) AS stated, count(*) FILTER (WHERE p.count IS NULL) AS blank,
            count(*) FILTER (WHERE p.approximate) AS approximate, count(DISTINCT c.report) AS reports
          FROM counted c
          JOIN publication p ON p.report = c.report AND p.revision = c.revision
          WHERE 'publications' = ANY (:sections)
          GROUP BY 1, 2, 3
          """;

  private static final List<String> STATED = List.of(EDITIONS, FIGURES, PUBLICATIONS);

  private static final String REPORTED =
      COUNTED
          + """
          SELECT c.code, c.year, count(*) AS reports, count(*) FILTER (WHERE c.expected) AS expected_reports,
            sum(c.unexplained) AS unexplained, sum(c.waived) AS waived
          FROM counted c
          GROUP BY c.code, c.year
          """;

  private static final String EXPECTED =
      """
      SELECT CASE :by WHEN 'organ' THEN o.organ WHEN 'region' THEN p.below WHEN 'level' THEN r.level ELSE :region END AS code,
        asked.year, count(*) AS expected
      FROM generate_series(:from::int, :to::int) AS asked (year)
      CROSS JOIN LATERAL EXPECTED_ORGANS AS o
      JOIN PLACES p ON p.region = o.region
      JOIN region r ON r.code = o.region
      WHERE o.kind = ANY (:kinds)
      GROUP BY 1, 2
      """
          .replace("EXPECTED_ORGANS", OrganSql.expected("asked.year", ":region"))
          .replace("PLACES", RegionSql.placesWithin(":region"));

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

  /** What the reports state in a section, cell by cell. */
  List<SumRows.Stated> stated(RollupQuery query, String section) {
    return STATED.stream()
        .flatMap(
            statement ->
                counted(statement, query)
                    .bind("sections", new String[] {section})
                    .list(SumRows::stated)
                    .stream())
        .toList();
  }

  /** The same as {@link #expected}, in the order of places. */
  Sql.Cursor<SumRows.Covered> expectedInOrder(RollupQuery query) {
    return expected(IN_ORDER.formatted(EXPECTED), query).cursor(SumRows::expected);
  }

  Sql.Cursor<SumRows.Covered> reportedInOrder(RollupQuery query) {
    return counted(IN_ORDER.formatted(REPORTED), query).cursor(SumRows::reported);
  }

  /**
   * Of some sections, in the order of places.
   *
   * @param taking gets each cursor as soon as it is open
   */
  void statedInOrder(
      RollupQuery query, List<String> sections, Consumer<Sql.Cursor<SumRows.Stated>> taking) {
    for (String statement : STATED) {
      taking.accept(
          counted(IN_ORDER.formatted(statement), query)
              .bind("sections", sections.toArray(String[]::new))
              .cursor(SumRows::stated));
    }
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
