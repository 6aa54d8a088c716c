package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.gongkai.platform.Sql;
import org.gongkai.report.CellSums;

/**
 * Adds the figures of changed revisions to the sums of their regions and of all above. The adding
 * is done here, not in SQL: a batch touches few rows but adds up hundreds of thousands of numbers,
 * and that took PostgreSQL five times as long.
 */
@Singleton
class FigureFold {

  private static final String DELTAS =
      """
      SELECT d.region, d.year, d.basis, d.kind, r.level, d.cells, d.numbers, d.stated, d.blank, d.approximate, d.reported
      FROM %s d JOIN region r ON r.code = d.region
      WHERE d.id = ANY (?::bigint[])
      """;

  private static final String WITHIN =
      """
      SELECT DISTINCT w.region, w.within
      FROM %s d
      JOIN region_within w ON w.region = d.region
      JOIN region a ON a.code = w.within AND (a.IS_ABOVE) = ?
      WHERE d.id = ANY (?::bigint[])
      """
          .replace("IS_ABOVE", FoldStore.IS_ABOVE);

  private static final String KEEP =
      """
      INSERT INTO tally (region, year, basis, kind, level, section, cells, numbers, stated, blank, approximate, reports)
      SELECT k.region, k.year, k.basis, k.kind, k.level, k.section, k.cells::smallint[], k.numbers::numeric[],
        k.stated::integer[], k.blank::integer[], k.approximate::integer[], k.reports::integer[]
      FROM unnest(?, ?::smallint[], ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS k (region, year, basis, kind, level, section, cells,
        numbers, stated, blank, approximate, reports)
      ON CONFLICT (region, year, basis, section, kind, level) DO UPDATE SET
        cells = excluded.cells,
        numbers = excluded.numbers,
        stated = excluded.stated,
        blank = excluded.blank,
        approximate = excluded.approximate,
        reports = excluded.reports
      """;

  private final Sql sql;
  private final CellNames cells;

  FigureFold(Sql sql, CellNames cells) {
    this.sql = sql;
    this.cells = cells;
  }

  /** Where the figures of a change count, all sections together. */
  private record Source(String region, int year, String basis, String kind, String level) {}

  /**
   * Folds the changes of these numbers.
   *
   * @param above into the sums of the nation and of provinces; else into those below
   */
  void fold(String table, boolean above, String[] ids) {
    Map<TallyRow, CellSums> rows = rows(gather(table, within(table, above, ids), ids));
    if (rows.isEmpty()) {
      return;
    }
    List<TallyRow> keys = List.copyOf(rows.keySet());
    sql.list(TallyCache.READ, row -> addKept(row, rows), TallyCache.columns(keys));
    List<Object> columns = new ArrayList<>(List.of(TallyCache.columns(keys)));
    columns.add(arrays(keys, rows, sums -> cell -> cell));
    columns.add(arrays(keys, rows, sums -> sums::number));
    columns.add(arrays(keys, rows, sums -> sums::stated));
    columns.add(arrays(keys, rows, sums -> sums::blank));
    columns.add(arrays(keys, rows, sums -> sums::approximate));
    columns.add(arrays(keys, rows, sums -> sums::reports));
    sql.update(KEEP, columns.toArray());
  }

  /** Adds each change to every region that it is within, as a whole and by kind and level. */
  private Map<Source, CellSums> gather(
      String table, Map<String, List<String>> within, String[] ids) {
    Map<Source, CellSums> sums = new HashMap<>();
    sql.list(
        DELTAS.formatted(table),
        row -> {
          CellSums here = TallyRow.addTo(new CellSums(), row, 6);
          int year = row.getInt(2);
          String basis = row.getString(3);
          String kind = row.getString(4);
          String level = row.getString(5);
          for (String region : within.getOrDefault(row.getString(1), List.of())) {
            for (Source at :
                List.of(
                    new Source(region, year, basis, "", ""),
                    new Source(region, year, basis, kind, level))) {
              sums.computeIfAbsent(at, s -> new CellSums()).add(here);
            }
          }
          return null;
        },
        (Object) ids);
    return sums;
  }

  /** Section by section. */
  private Map<TallyRow, CellSums> rows(Map<Source, CellSums> sums) {
    Map<TallyRow, CellSums> rows = new HashMap<>();
    sums.forEach(
        (at, all) -> {
          for (int cell = 0; cell < all.size(); cell++) {
            if (all.isAnything(cell)) {
              rows.putIfAbsent(row(at, cells.section((short) cell)), all);
            }
          }
        });
    return rows;
  }

  private static TallyRow row(Source at, String section) {
    return new TallyRow(at.region(), at.year(), at.basis(), at.kind(), at.level(), section);
  }

  private Map<String, List<String>> within(String table, boolean above, String[] ids) {
    Map<String, List<String>> within = new HashMap<>();
    sql.list(
        WITHIN.formatted(table),
        row ->
            within.computeIfAbsent(row.getString(1), r -> new ArrayList<>()).add(row.getString(2)),
        above,
        ids);
    return within;
  }

  private static CellSums addKept(ResultSet row, Map<TallyRow, CellSums> rows) throws SQLException {
    return TallyRow.addTo(rows.get(TallyRow.of(row)), row, 7);
  }

  private String[] arrays(
      List<TallyRow> keys,
      Map<TallyRow, CellSums> rows,
      Function<CellSums, IntFunction<Object>> property) {
    return keys.stream()
        .map(
            key -> {
              CellSums sums = rows.get(key);
              return sums.array(
                  cell -> cells.section((short) cell).equals(key.section()), property.apply(sums));
            })
        .toArray(String[]::new);
  }
}
