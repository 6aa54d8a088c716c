package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.platform.Sql;

/**
 * Holds the sums of regions against what they are made of: those of its own organs against the
 * reports and the registry, all others against those of the regions directly below, so that a whole
 * tree is right when each of its regions is. Must be asked within one snapshot.
 *
 * <p>Statements are of one region, {@code :region}, and the database goes through all that are
 * asked for: to ask it of each would take far longer than the answers do, for most have hardly any
 * sums.
 */
@Singleton
class TallyDifferenceStore {

  /** Of its own organs: what is kept and what waits, less the reports themselves. */
  private static final String OWN_FIGURES =
      """
      SELECT d.year, d.basis, d.kind, FIGURE_SUMS
      FROM (
        SELECT 1 AS sign, t.year, t.basis, t.kind, t.level, CELLS_OF_U
        FROM region r
        JOIN tally t ON t.region = r.code AND t.level = r.level
        KEPT_CELLS
        WHERE r.code = :region
        UNION ALL
        SELECT 1, w.* FROM WAITING_FIGURES w
        UNION ALL
        SELECT -1, p.* FROM REPORT_FIGURES p
      ) d
      JOIN cell ON cell.id = d.cell
      GROUP BY d.year, d.basis, d.kind, cell.path
      """;

  private static final String OWN_COUNTS =
      """
      SELECT d.year, d.basis, d.kind, COUNT_SUMS
      FROM (
        SELECT 1 AS sign, t.year, t.basis, t.kind, t.level, t.reports, t.expected, t.unexplained, t.waived
        FROM region r
        JOIN tally t ON t.region = r.code AND t.level = r.level
        WHERE r.code = :region
        UNION ALL
        SELECT 1, w.* FROM WAITING_COUNTS w
        UNION ALL
        SELECT -1, p.* FROM REPORT_COUNTS p
      ) d
      GROUP BY d.year, d.basis, d.kind
      """;

  private static final String OWN_EXPECTED =
      """
      SELECT d.year, '' AS basis, d.kind, EXPECTED_SUMS
      FROM (
        SELECT 1 AS sign, t.year, t.kind, t.expected
        FROM region r
        JOIN expected_report_count t ON t.region = r.code AND t.level = r.level
        WHERE r.code = :region
        UNION ALL
        SELECT 1, c.year, c.kind, c.change FROM expected_report_change c WHERE c.region = :region
        UNION ALL
        SELECT -1, o.year, o.kind, o.change
        FROM organ_expected_report o
        WHERE o.region = :region
          AND o.organ = ANY (ARRAY(SELECT DISTINCT v.organ FROM organ_version v WHERE v.region = :region))
      ) d
      GROUP BY d.year, d.kind
      """;

  /**
   * Rows of kept sums near a region, {@code t}, each as what it is a part of: of the sums of a kind
   * and level those of the regions below, and of the whole all kinds.
   */
  private static final String NEAR =
      """
      region r
      CROSS JOIN LATERAL (
        SELECT r.code, 1
        UNION ALL
        SELECT c.code, -1 FROM region c WHERE c.parent = r.code
      ) AS near (code, sign)
      JOIN KEPT t ON t.region = near.code
      CROSS JOIN LATERAL (
        SELECT t.kind, t.level, near.sign WHERE t.kind <> '' AND t.level <> r.level
        UNION ALL
        SELECT '', '', CASE t.kind WHEN '' THEN 1 ELSE -1 END WHERE near.sign = 1
      ) AS p (kind, level, sign)
      """;

  /** What is in a province's sums and not yet in those below is taken for theirs. */
  private static final String BELOW_FIGURES =
      """
      SELECT d.year, d.basis, d.kind, FIGURE_SUMS
      FROM (
        SELECT p.sign, t.year, t.basis, p.kind, p.level, CELLS_OF_U
        FROM NEAR
        KEPT_CELLS
        WHERE r.code = :region
        UNION ALL
        SELECT -1, w.* FROM PASSED_ON_FIGURES w
      ) d
      JOIN cell ON cell.id = d.cell
      GROUP BY d.year, d.basis, d.kind, d.level, cell.path
      """
          .replace("NEAR", NEAR.replace("KEPT", "tally"));

  private static final String BELOW_COUNTS =
      """
      SELECT d.year, d.basis, d.kind, COUNT_SUMS
      FROM (
        SELECT p.sign, t.year, t.basis, p.kind, p.level, t.reports, t.expected, t.unexplained, t.waived
        FROM NEAR
        WHERE r.code = :region
        UNION ALL
        SELECT -1, w.* FROM PASSED_ON_COUNTS w
      ) d
      GROUP BY d.year, d.basis, d.kind, d.level
      """
          .replace("NEAR", NEAR.replace("KEPT", "tally"));

  private static final String BELOW_EXPECTED =
      """
      SELECT d.year, '' AS basis, d.kind, EXPECTED_SUMS
      FROM (
        SELECT p.sign, t.year, p.kind, p.level, t.expected
        FROM NEAR
        WHERE r.code = :region
      ) d
      GROUP BY d.year, d.kind, d.level
      """
          .replace("NEAR", NEAR.replace("KEPT", "expected_report_count"));

  private static final String FIGURE_SUMS =
      """
      cell.path, coalesce(sum(d.sign * d.number), 0) AS difference, sum(d.sign * d.stated) AS a, sum(d.sign * d.blank) AS b,
        sum(d.sign * d.approximate) AS c, sum(d.sign * d.reports) AS d
      """;

  private static final String COUNT_SUMS =
      """
      '' AS path, sum(d.sign * d.reports) AS difference, sum(d.sign * d.expected) AS a, sum(d.sign * d.unexplained) AS b,
        sum(d.sign * d.waived) AS c, 0 AS d
      """;

  private static final String EXPECTED_SUMS =
      "'' AS path, sum(d.sign * d.expected) AS difference, 0 AS a, 0 AS b, 0 AS c, 0 AS d";

  /** What is not as it should be, region by region. */
  private static final String DIFFERENCES =
      """
      SELECT asked.region, s.*
      FROM unnest(:regions) WITH ORDINALITY AS asked (region, place)
      CROSS JOIN LATERAL (SUMS) s
      WHERE (s.difference, s.a, s.b, s.c, s.d) <> (0, 0, 0, 0, 0)
      ORDER BY asked.place
      """;

  private static final Map<TallyChecks.TallyDifference.Against, List<String>> STATEMENTS =
      statements();

  private final Sql sql;

  TallyDifferenceStore(Sql sql) {
    this.sql = sql;
  }

  private static Map<TallyChecks.TallyDifference.Against, List<String>> statements() {
    Map<TallyChecks.TallyDifference.Against, List<String>> all =
        new EnumMap<>(TallyChecks.TallyDifference.Against.class);
    all.put(TallyChecks.TallyDifference.Against.REPORTS, ofEach(OWN_FIGURES, OWN_COUNTS));
    all.put(TallyChecks.TallyDifference.Against.REGISTRY, ofEach(OWN_EXPECTED));
    all.put(
        TallyChecks.TallyDifference.Against.PARTS,
        ofEach(BELOW_FIGURES, BELOW_COUNTS, BELOW_EXPECTED));
    return all;
  }

  private static List<String> ofEach(String... sums) {
    return Stream.of(sums)
        .map(
            of ->
                DIFFERENCES.replace(
                    "SUMS",
                    PartSql.in(of)
                        .replace("FIGURE_SUMS", FIGURE_SUMS)
                        .replace("COUNT_SUMS", COUNT_SUMS)
                        .replace("EXPECTED_SUMS", EXPECTED_SUMS)
                        .replace(":region", "asked.region")))
        .toList();
  }

  /** What differs of some regions. */
  List<TallyChecks.TallyDifference> differences(List<String> regions) {
    List<TallyChecks.TallyDifference> all = new ArrayList<>();
    STATEMENTS.forEach(
        (against, statements) ->
            statements.forEach(
                statement ->
                    all.addAll(
                        sql.statement(statement)
                            .bind("regions", regions.toArray(String[]::new))
                            .list(row -> difference(row, against)))));
    return all;
  }

  private static TallyChecks.TallyDifference difference(
      ResultSet row, TallyChecks.TallyDifference.Against against) throws SQLException {
    return new TallyChecks.TallyDifference(
        row.getString("region"),
        against,
        row.getInt("year"),
        row.getString("basis"),
        row.getString("kind"),
        row.getString("path"),
        row.getBigDecimal("difference"),
        List.of(row.getLong("a"), row.getLong("b"), row.getLong("c"), row.getLong("d")));
  }
}
