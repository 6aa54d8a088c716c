package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkai.platform.Sql;

/**
 * Holds the sums of one region against what they are made of: those of its own organs against the
 * reports and the registry, all others against those of the regions directly below, so that a whole
 * tree is right when each of its regions is. Must be asked within one moment.
 */
@Singleton
class TallyCheckStore {

  /** Of its own organs: what is kept, what waits, and the reports themselves, taken away. */
  private static final String OWN_FIGURES =
      """
      SELECT d.year, d.basis, d.kind, cell.path, coalesce(sum(d.number), 0), sum(d.stated), sum(d.blank), sum(d.approximate),
        sum(d.reports)
      FROM (
        SELECT t.year, t.basis, t.kind, u.cell, u.number, u.stated, u.blank, u.approximate, u.reports
        FROM region r
        JOIN tally t ON t.region = r.code AND t.level = r.level
        CROSS JOIN LATERAL unnest(t.cells, t.numbers, t.stated, t.blank, t.approximate, t.reports)
          AS u (cell, number, stated, blank, approximate, reports)
        WHERE r.code = ?
        UNION ALL
        SELECT c.year, c.basis, c.kind, u.cell, u.number, u.stated, u.blank, u.approximate, u.reports
        FROM (SELECT * FROM tally_delta UNION ALL SELECT * FROM tally_delta_below) c
        CROSS JOIN LATERAL unnest(c.cells, c.numbers, c.stated, c.blank, c.approximate, c.reported)
          AS u (cell, number, stated, blank, approximate, reports)
        WHERE c.region = ?
        UNION ALL
        SELECT c.year, b.basis, c.kind, s.cell, -s.number, -s.stated, -s.blank, -s.approximate, -1
        FROM (VALUES ('submitted'), ('accepted'), ('published')) AS b (basis)
        CROSS JOIN LATERAL report_counted(b.basis, NULL) AS c
        CROSS JOIN LATERAL revision_said(c.report, c.revision) AS s
        WHERE c.region = ?
      ) d
      JOIN cell ON cell.id = d.cell
      GROUP BY 1, 2, 3, 4
      HAVING (coalesce(sum(d.number), 0), sum(d.stated), sum(d.blank), sum(d.approximate), sum(d.reports)) <> (0, 0, 0, 0, 0)
      """;

  private static final String OWN_COUNTS =
      """
      SELECT d.year, d.basis, d.kind, '', sum(d.reports), sum(d.expected), sum(d.unexplained), sum(d.waived), 0
      FROM (
        SELECT t.year, t.basis, t.kind, t.reports, t.expected, t.unexplained, t.waived
        FROM region r JOIN tally_count t ON t.region = r.code AND t.level = r.level
        WHERE r.code = ?
        UNION ALL
        SELECT c.year, c.basis, c.kind, c.reports, c.expected, c.unexplained, c.waived
        FROM (SELECT * FROM tally_delta UNION ALL SELECT * FROM tally_delta_below) c
        WHERE c.region = ?
        UNION ALL
        SELECT c.year, b.basis, c.kind, -1, -c.expected::integer, -c.unexplained, -c.waived
        FROM (VALUES ('submitted'), ('accepted'), ('published')) AS b (basis)
        CROSS JOIN LATERAL report_counted(b.basis, NULL) AS c
        WHERE c.region = ?
      ) d
      GROUP BY 1, 2, 3
      HAVING (sum(d.reports), sum(d.expected), sum(d.unexplained), sum(d.waived)) <> (0, 0, 0, 0)
      """;

  private static final String OWN_DUTIES =
      """
      SELECT d.year, '', d.kind, '', sum(d.change), 0, 0, 0, 0
      FROM (
        SELECT t.year, t.kind, t.expected AS change
        FROM region r JOIN duty_count t ON t.region = r.code AND t.level = r.level
        WHERE r.code = ?
        UNION ALL
        SELECT c.year, c.kind, c.change FROM duty_change c WHERE c.region = ?
        UNION ALL
        SELECT o.year, o.kind, -o.change
        FROM organ_duty(ARRAY(SELECT DISTINCT v.organ FROM organ_version v WHERE v.region = ?)) AS o
        WHERE o.region = ?
      ) d
      GROUP BY 1, 2, 3
      HAVING sum(d.change) <> 0
      """;

  /**
   * The parts of a sum by kind and level, those of the regions below, and the whole. What is in a
   * province's and not yet in those below is taken for theirs.
   */
  private static final String BELOW_FIGURES =
      """
      SELECT d.year, d.basis, d.kind, cell.path, sum(d.sign * d.number), sum(d.sign * d.stated), sum(d.sign * d.blank),
        sum(d.sign * d.approximate), sum(d.sign * d.reports)
      FROM (
        SELECT t.year, t.basis, p.kind, p.level, p.sign, u.cell, u.number, u.stated, u.blank, u.approximate, u.reports
        FROM region r
        CROSS JOIN LATERAL (
          SELECT r.code, 1
          UNION ALL
          SELECT c.code, -1 FROM region c WHERE c.parent = r.code
        ) AS near (code, sign)
        JOIN tally t ON t.region = near.code
        CROSS JOIN LATERAL (
          SELECT t.kind, t.level, near.sign WHERE t.kind <> '' AND t.level <> r.level
          UNION ALL
          SELECT '', '', CASE t.kind WHEN '' THEN 1 ELSE -1 END WHERE near.sign = 1
        ) AS p (kind, level, sign)
        CROSS JOIN LATERAL unnest(t.cells, t.numbers, t.stated, t.blank, t.approximate, t.reports)
          AS u (cell, number, stated, blank, approximate, reports)
        WHERE r.code = ?
        UNION ALL
        SELECT d.year, d.basis, d.kind, own.level, -1, u.cell, u.number, u.stated, u.blank, u.approximate, u.reports
        FROM region r
        JOIN region c ON c.parent = r.code AND r.IS_ABOVE AND NOT c.IS_ABOVE
        JOIN region_within w ON w.within = c.code
        JOIN region own ON own.code = w.region
        JOIN tally_delta_below d ON d.region = w.region
        CROSS JOIN LATERAL unnest(d.cells, d.numbers, d.stated, d.blank, d.approximate, d.reported)
          AS u (cell, number, stated, blank, approximate, reports)
        WHERE r.code = ?
      ) d
      JOIN cell ON cell.id = d.cell
      GROUP BY 1, 2, 3, d.level, 4
      HAVING (sum(d.sign * d.number), sum(d.sign * d.stated), sum(d.sign * d.blank), sum(d.sign * d.approximate),
        sum(d.sign * d.reports)) <> (0, 0, 0, 0, 0)
      """
          .replace("IS_ABOVE", FoldStore.IS_ABOVE);

  private static final String BELOW_COUNTS =
      """
      SELECT d.year, d.basis, d.kind, '', sum(d.sign * d.reports), sum(d.sign * d.expected), sum(d.sign * d.unexplained),
        sum(d.sign * d.waived), 0
      FROM (
        SELECT t.year, t.basis, p.kind, p.level, p.sign, t.reports, t.expected, t.unexplained, t.waived
        FROM region r
        CROSS JOIN LATERAL (
          SELECT r.code, 1
          UNION ALL
          SELECT c.code, -1 FROM region c WHERE c.parent = r.code
        ) AS near (code, sign)
        JOIN tally_count t ON t.region = near.code
        CROSS JOIN LATERAL (
          SELECT t.kind, t.level, near.sign WHERE t.kind <> '' AND t.level <> r.level
          UNION ALL
          SELECT '', '', CASE t.kind WHEN '' THEN 1 ELSE -1 END WHERE near.sign = 1
        ) AS p (kind, level, sign)
        WHERE r.code = ?
        UNION ALL
        SELECT d.year, d.basis, d.kind, own.level, -1, d.reports, d.expected, d.unexplained, d.waived
        FROM region r
        JOIN region c ON c.parent = r.code AND r.IS_ABOVE AND NOT c.IS_ABOVE
        JOIN region_within w ON w.within = c.code
        JOIN region own ON own.code = w.region
        JOIN tally_delta_below d ON d.region = w.region
        WHERE r.code = ?
      ) d
      GROUP BY 1, 2, 3, d.level
      HAVING (sum(d.sign * d.reports), sum(d.sign * d.expected), sum(d.sign * d.unexplained), sum(d.sign * d.waived))
        <> (0, 0, 0, 0)
      """
          .replace("IS_ABOVE", FoldStore.IS_ABOVE);

  private static final String BELOW_DUTIES =
      """
      SELECT d.year, '', d.kind, '', sum(d.sign * d.expected), 0, 0, 0, 0
      FROM (
        SELECT t.year, p.kind, p.level, p.sign, t.expected
        FROM region r
        CROSS JOIN LATERAL (
          SELECT r.code, 1
          UNION ALL
          SELECT c.code, -1 FROM region c WHERE c.parent = r.code
        ) AS near (code, sign)
        JOIN duty_count t ON t.region = near.code
        CROSS JOIN LATERAL (
          SELECT t.kind, t.level, near.sign WHERE t.kind <> '' AND t.level <> r.level
          UNION ALL
          SELECT '', '', CASE t.kind WHEN '' THEN 1 ELSE -1 END WHERE near.sign = 1
        ) AS p (kind, level, sign)
        WHERE r.code = ?
      ) d
      GROUP BY 1, 2, 3, d.level
      HAVING sum(d.sign * d.expected) <> 0
      """;

  private final Sql sql;

  TallyCheckStore(Sql sql) {
    this.sql = sql;
  }

  List<TallyChecks.TallyDifference> differences(String region) {
    List<TallyChecks.TallyDifference> all = new ArrayList<>();
    add(all, region, TallyChecks.TallyDifference.Against.REPORTS, OWN_FIGURES, 3);
    add(all, region, TallyChecks.TallyDifference.Against.REPORTS, OWN_COUNTS, 3);
    add(all, region, TallyChecks.TallyDifference.Against.REGISTRY, OWN_DUTIES, 4);
    add(all, region, TallyChecks.TallyDifference.Against.PARTS, BELOW_FIGURES, 2);
    add(all, region, TallyChecks.TallyDifference.Against.PARTS, BELOW_COUNTS, 2);
    add(all, region, TallyChecks.TallyDifference.Against.PARTS, BELOW_DUTIES, 1);
    return all;
  }

  private void add(
      List<TallyChecks.TallyDifference> all,
      String region,
      TallyChecks.TallyDifference.Against against,
      String statement,
      int times) {
    Object[] regions = new Object[times];
    Arrays.fill(regions, region);
    all.addAll(sql.list(statement, row -> difference(row, region, against), regions));
  }

  private static TallyChecks.TallyDifference difference(
      ResultSet row, String region, TallyChecks.TallyDifference.Against against)
      throws SQLException {
    return new TallyChecks.TallyDifference(
        region,
        against,
        row.getInt(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getBigDecimal(5),
        List.of(row.getLong(6), row.getLong(7), row.getLong(8), row.getLong(9)));
  }
}
