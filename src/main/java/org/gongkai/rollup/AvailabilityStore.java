package org.gongkai.rollup;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.gongkai.platform.Sql;
import org.gongkai.report.Basis;
import org.gongkai.tally.By;
import org.gongkai.tally.PlaceSql;

/** Reads from the kept sums what there is at all, what is not folded yet included. */
@Singleton
class AvailabilityStore {

  private static final String REPORTS =
      """
      SELECT code, year, sum(reports) AS reports
      FROM (
        SELECT place.code, t.year, t.reports
        FROM (SELECT :region::text AS code UNION ALL SELECT c.code FROM region c WHERE c.parent = :region) AS place
        JOIN tally t ON t.region = place.code
        WHERE t.basis = :basis AND t.kind = ''
        UNION ALL
        SELECT place.code, c.year, c.reports
        FROM (
          SELECT d.region, d.year, sum(d.reports) FROM tally_delta d WHERE d.basis = :basis GROUP BY d.region, d.year
        ) c (region, year, reports)
        JOIN region_within w ON w.region = c.region AND w.within = :region
        CROSS JOIN LATERAL (
          SELECT :region::text AS code
          UNION
          SELECT PLACE_OF_C
        ) AS place
        UNION ALL
        SELECT place.code, c.year, c.reports
        FROM (
          SELECT d.region, d.year, sum(d.reports)
          FROM region_within w JOIN tally_delta_below d ON d.region = w.region
          WHERE w.within = :region AND PARTS_READ_BELOW AND d.basis = :basis
          GROUP BY d.region, d.year
        ) c (region, year, reports)
        CROSS JOIN LATERAL (
          SELECT :region::text AS code WHERE READS_BELOW
          UNION
          SELECT PLACE_OF_C
        ) AS place
      ) known
      GROUP BY code, year
      HAVING sum(reports) > 0
      ORDER BY code, year
      """
          .replace("PLACE_OF_C", PlaceSql.of(By.REGION, "c.region"))
          .replace("PARTS_READ_BELOW", PlaceSql.readsBelow(By.REGION))
          .replace("READS_BELOW", PlaceSql.readsBelow(By.NONE));

  private static final String CELLS =
      """
      SELECT cell.path, said.year
      FROM (
        SELECT t.year, u.cell, u.reports
        FROM tally t
        CROSS JOIN LATERAL unnest(t.cells, t.reported) AS u (cell, reports)
        WHERE t.region = :region AND t.basis = :basis AND t.kind = '' AND t.level = ''
        UNION ALL
        SELECT c.year, unnest(c.cells), unnest(c.reported)
        FROM (
          SELECT d.year, d.cells, d.reported
          FROM tally_delta d
          JOIN region_within w ON w.region = d.region AND w.within = :region
          WHERE d.basis = :basis
          UNION ALL
          SELECT d.year, d.cells, d.reported
          FROM region_within w JOIN tally_delta_below d ON d.region = w.region
          WHERE w.within = :region AND READS_BELOW AND d.basis = :basis
        ) c
      ) said
      JOIN cell ON cell.id = said.cell
      GROUP BY cell.path, said.year
      HAVING sum(said.reports) > 0
      ORDER BY said.year, cell.path
      """
          .replace("READS_BELOW", PlaceSql.readsBelow(By.NONE));

  private final Sql sql;

  AvailabilityStore(Sql sql) {
    this.sql = sql;
  }

  /** How many reports there are, by code of the region or one directly below, and by year. */
  Map<String, Map<Integer, Long>> reports(String region, Basis basis) {
    Map<String, Map<Integer, Long>> reports = new LinkedHashMap<>();
    about(REPORTS, region, basis)
        .list(
            row ->
                reports
                    .computeIfAbsent(row.getString("code"), code -> new LinkedHashMap<>())
                    .put(row.getInt("year"), row.getLong("reports")));
    return reports;
  }

  /** The years in which something other than 0 is said, by path. */
  Map<String, Set<Integer>> cells(String region, Basis basis) {
    Map<String, Set<Integer>> cells = new LinkedHashMap<>();
    about(CELLS, region, basis)
        .list(
            row ->
                cells
                    .computeIfAbsent(row.getString("path"), path -> new LinkedHashSet<>())
                    .add(row.getInt("year")));
    return cells;
  }

  private Sql.Statement about(String statement, String region, Basis basis) {
    return sql.statement(statement).bind("region", region).bind("basis", basis.code());
  }
}
