package org.gongkai.rollup;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.gongkai.platform.Sql;
import org.gongkai.report.Basis;

/** Reads from the kept sums what there is at all, what is not folded yet included. */
@Singleton
class AvailabilityStore {

  private static final String REPORTS =
      """
      SELECT code, year, sum(reports)
      FROM (
        SELECT place.code, t.year, t.reports
        FROM (SELECT ?::text AS code UNION ALL SELECT c.code FROM region c WHERE c.parent = ?) AS place
        JOIN tally_count t ON t.region = place.code
        WHERE t.basis = ? AND t.kind = ''
        UNION ALL
        SELECT place.code, c.year, c.reports
        FROM (
          SELECT d.region, d.year, sum(d.reports) FROM tally_delta d WHERE d.basis = ? GROUP BY 1, 2
        ) c (region, year, reports)
        JOIN region_within w ON w.region = c.region AND w.within = ?
        CROSS JOIN LATERAL (
          SELECT ?::text AS code
          UNION
          SELECT tally_place_of('region', ?, c.region)
        ) AS place
        UNION ALL
        SELECT place.code, c.year, c.reports
        FROM (
          SELECT d.region, d.year, sum(d.reports)
          FROM region_within w JOIN tally_delta_below d ON d.region = w.region
          WHERE w.within = ? AND tally_reads_below('region', ?) AND d.basis = ?
          GROUP BY 1, 2
        ) c (region, year, reports)
        CROSS JOIN LATERAL (
          SELECT ?::text AS code WHERE tally_reads_below('none', ?)
          UNION
          SELECT tally_place_of('region', ?, c.region)
        ) AS place
      ) known
      GROUP BY code, year
      HAVING sum(reports) > 0
      ORDER BY code, year
      """;

  private static final String CELLS =
      """
      SELECT cell.path, said.year
      FROM (
        SELECT t.year, u.cell, u.reports
        FROM tally t
        CROSS JOIN LATERAL unnest(t.cells, t.reports) AS u (cell, reports)
        WHERE t.region = ? AND t.basis = ? AND t.kind = '' AND t.level = ''
        UNION ALL
        SELECT c.year, unnest(c.cells), unnest(c.reported)
        FROM (
          SELECT d.year, d.cells, d.reported
          FROM tally_delta d
          JOIN region_within w ON w.region = d.region AND w.within = ?
          WHERE d.basis = ?
          UNION ALL
          SELECT d.year, d.cells, d.reported
          FROM region_within w JOIN tally_delta_below d ON d.region = w.region
          WHERE w.within = ? AND tally_reads_below('none', ?) AND d.basis = ?
        ) c
      ) said
      JOIN cell ON cell.id = said.cell
      GROUP BY cell.path, said.year
      HAVING sum(said.reports) > 0
      ORDER BY said.year, cell.path
      """;

  private final Sql sql;

  AvailabilityStore(Sql sql) {
    this.sql = sql;
  }

  /** How many reports there are, by code of the region or one directly below, and by year. */
  Map<String, Map<Integer, Long>> reports(String region, Basis basis) {
    Map<String, Map<Integer, Long>> reports = new LinkedHashMap<>();
    String counted = basis.code();
    sql.list(
        REPORTS,
        row ->
            reports
                .computeIfAbsent(row.getString(1), code -> new LinkedHashMap<>())
                .put(row.getInt(2), row.getLong(3)),
        region,
        region,
        counted,
        counted,
        region,
        region,
        region,
        region,
        region,
        counted,
        region,
        region,
        region);
    return reports;
  }

  /** The years in which something other than 0 is said, by path. */
  Map<String, Set<Integer>> cells(String region, Basis basis) {
    Map<String, Set<Integer>> cells = new LinkedHashMap<>();
    String counted = basis.code();
    sql.list(
        CELLS,
        row ->
            cells
                .computeIfAbsent(row.getString(1), path -> new LinkedHashSet<>())
                .add(row.getInt(2)),
        region,
        counted,
        region,
        counted,
        region,
        region,
        counted);
    return cells;
  }
}
