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
        SELECT place.code, c.year, c.sign
        FROM tally_change c
        JOIN region_within w ON w.region = c.region AND w.within = ?
        CROSS JOIN LATERAL (
          SELECT ?::text AS code
          UNION
          SELECT tally_place_of('region', ?, c.region)
        ) AS place
        WHERE c.basis = ?
      ) known
      GROUP BY code, year
      HAVING sum(reports) > 0
      ORDER BY code, year
      """;

  private static final String CELLS =
      """
      SELECT DISTINCT cell.path, said.year
      FROM (
        SELECT t.year, unnest(t.cells) AS cell
        FROM tally t
        WHERE t.region = ? AND t.basis = ? AND t.kind = '' AND t.level = ''
        UNION ALL
        SELECT c.year, s.cell
        FROM tally_change c
        JOIN region_within w ON w.region = c.region AND w.within = ?
        CROSS JOIN LATERAL revision_said(c.report, c.revision) AS s
        WHERE c.basis = ? AND c.sign > 0
      ) said
      JOIN cell ON cell.id = said.cell
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
        region,
        region,
        region,
        counted);
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
        counted);
    return cells;
  }
}
