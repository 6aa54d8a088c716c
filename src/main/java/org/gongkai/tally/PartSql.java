package org.gongkai.tally;

import org.gongkai.report.ReportSql;

/**
 * What the sums of a region, {@code :region}, are made of, as texts to stand in a {@code FROM}.
 * Those of figures have the columns {@code year}, {@code basis}, {@code kind}, {@code level},
 * {@code cell}, {@code number}, {@code stated}, {@code blank}, {@code approximate}, {@code
 * reports}; those of counts have {@code reports}, {@code expected}, {@code unexplained}, {@code
 * waived} after the first four. Level is that of the region that the organs belong to.
 */
final class PartSql {

  private static final String DELTAS =
      "(SELECT * FROM tally_delta UNION ALL SELECT * FROM tally_delta_below)";

  private static final String TAKEN_APART =
      """
      CROSS JOIN LATERAL unnest(d.cells, d.numbers, d.stated, d.blank, d.approximate, d.reported)
        AS u (cell, number, stated, blank, approximate, reports)
      """;

  /** Arrays that are left out stand for 0, or for as many as reports. */
  private static final String CELLS =
      """
      u.cell, u.number, coalesce(u.stated, u.reports) AS stated, coalesce(u.blank, 0) AS blank,
        coalesce(u.approximate, 0) AS approximate, u.reports
      """;

  private static final String COUNTS = "d.reports, d.expected, d.unexplained, d.waived";

  private static final String FROM_REPORTS =
      """
      FROM counted_report c
      JOIN region r ON r.code = c.region
      """;

  private static final String FROM_WAITING =
      "FROM " + DELTAS + " d JOIN region r ON r.code = d.region ";

  /** Of regions below; their own region is {@code own}. */
  private static final String FROM_PASSED_ON =
      """
      FROM region r
      JOIN region c ON c.parent = r.code AND r.IS_ABOVE AND NOT c.IS_ABOVE
      JOIN region_within w ON w.within = c.code
      JOIN region own ON own.code = w.region
      JOIN tally_delta_below d ON d.region = w.region
      """
          .replace("IS_ABOVE", PlaceSql.IS_ABOVE);

  /** The figures of the reports of its own organs. */
  static final String REPORT_FIGURES =
      "(SELECT c.year, c.basis, c.kind, r.level, s.cell, s.number, s.stated, s.blank,"
          + " s.approximate, 1 AS reports "
          + FROM_REPORTS
          + " CROSS JOIN "
          + ReportSql.stated("c.report", "c.revision")
          + " AS s WHERE c.region = :region)";

  static final String REPORT_COUNTS =
      "(SELECT c.year, c.basis, c.kind, r.level, 1 AS reports, c.expected::integer AS expected,"
          + " c.unexplained, c.waived "
          + FROM_REPORTS
          + " WHERE c.region = :region)";

  /** What waits of its own organs, wherever it must still be folded. */
  static final String WAITING_FIGURES =
      "(SELECT d.year, d.basis, d.kind, r.level, "
          + CELLS
          + " "
          + FROM_WAITING
          + TAKEN_APART
          + " WHERE d.region = :region)";

  static final String WAITING_COUNTS =
      "(SELECT d.year, d.basis, d.kind, r.level, "
          + COUNTS
          + " "
          + FROM_WAITING
          + " WHERE d.region = :region)";

  /** What is in the sums of a province, or of the nation, and not yet in those directly below. */
  static final String PASSED_ON_FIGURES =
      "(SELECT d.year, d.basis, d.kind, own.level, "
          + CELLS
          + " "
          + FROM_PASSED_ON
          + TAKEN_APART
          + " WHERE r.code = :region)";

  static final String PASSED_ON_COUNTS =
      "(SELECT d.year, d.basis, d.kind, own.level, "
          + COUNTS
          + " "
          + FROM_PASSED_ON
          + " WHERE r.code = :region)";

  /** Kept sums, {@code t}, cell by cell. */
  static final String KEPT_CELLS =
      """
      CROSS JOIN LATERAL unnest(t.cells, t.numbers, t.stated, t.blank, t.approximate, t.reported)
        AS u (cell, number, stated, blank, approximate, reports)
      """;

  private PartSql() {}

  /** A statement with the parts that it names. */
  static String in(String statement) {
    return statement
        .replace("REPORT_FIGURES", REPORT_FIGURES)
        .replace("REPORT_COUNTS", REPORT_COUNTS)
        .replace("WAITING_FIGURES", WAITING_FIGURES)
        .replace("WAITING_COUNTS", WAITING_COUNTS)
        .replace("PASSED_ON_FIGURES", PASSED_ON_FIGURES)
        .replace("PASSED_ON_COUNTS", PASSED_ON_COUNTS)
        .replace("KEPT_CELLS", KEPT_CELLS)
        .replace("CELLS_OF_U", CELLS);
  }
}
