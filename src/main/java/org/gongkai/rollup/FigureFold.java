package org.gongkai.rollup;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.gongkai.platform.Sql;

/**
 * Adds the figures of changed revisions to the sums of their regions and of all above. The adding
 * is done here, not in SQL: a batch touches few rows but adds up hundreds of thousands of numbers,
 * and that took PostgreSQL five times as long.
 */
@Singleton
class FigureFold {

  private static final String CHANGES =
      """
      SELECT c.id, c.region, c.year, c.basis, c.kind, r.level, c.sign
      FROM tally_change c JOIN region r ON r.code = c.region
      WHERE c.id = ANY (?::bigint[]) AND c.sign <> 0
      """;

  private static final String SAID =
      """
      SELECT c.id, s.cell, s.number, s.stated, s.blank, s.approximate
      FROM tally_change c
      CROSS JOIN LATERAL revision_said(c.report, c.revision) AS s
      WHERE c.id = ANY (?::bigint[]) AND c.sign <> 0
      """;

  private static final String ABOVE =
      "SELECT region, within FROM region_within WHERE region = ANY (?)";

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

  /** Where the figures of a change count, all sections together, and whether they are added. */
  private record Source(String region, int year, String basis, String kind, String level) {}

  private record Change(Source source, int sign) {}

  /** Folds the changes of these numbers. */
  void fold(String[] ids) {
    Map<TallyRow, CellSums> rows = spread(gather(ids));
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

  /** Adds up what changes side by side. */
  private Map<Source, CellSums> gather(String[] ids) {
    Map<Long, Change> changes = new HashMap<>();
    sql.list(
        CHANGES,
        row ->
            changes.put(
                row.getLong(1),
                new Change(
                    new Source(
                        row.getString(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)),
                    row.getInt(7))),
        (Object) ids);
    Map<Source, CellSums> sums = new HashMap<>();
    sql.list(
        SAID,
        row -> {
          Change change = changes.get(row.getLong(1));
          BigDecimal number = row.getBigDecimal(3);
          int sign = change.sign();
          sums.computeIfAbsent(change.source(), s -> new CellSums())
              .add(
                  row.getInt(2),
                  number == null || sign > 0 ? number : number.negate(),
                  sign * row.getInt(4),
                  sign * row.getInt(5),
                  sign * row.getInt(6),
                  sign);
          return null;
        },
        (Object) ids);
    return sums;
  }

  /** Adds it to each region above, as a whole and by kind and level. */
  private Map<TallyRow, CellSums> spread(Map<Source, CellSums> sums) {
    Map<String, List<String>> above = above(sums.keySet());
    Map<Source, CellSums> spread = new HashMap<>();
    sums.forEach(
        (source, here) -> {
          for (String region : above.get(source.region())) {
            for (Source at :
                List.of(
                    new Source(region, source.year(), source.basis(), "", ""),
                    new Source(
                        region, source.year(), source.basis(), source.kind(), source.level()))) {
              spread.computeIfAbsent(at, s -> new CellSums()).add(here);
            }
          }
        });
    Map<TallyRow, CellSums> rows = new HashMap<>();
    spread.forEach(
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

  private Map<String, List<String>> above(Set<Source> sources) {
    Set<String> regions = new HashSet<>();
    sources.forEach(source -> regions.add(source.region()));
    Map<String, List<String>> above = new HashMap<>();
    sql.list(
        ABOVE,
        row ->
            above.computeIfAbsent(row.getString(1), r -> new ArrayList<>()).add(row.getString(2)),
        (Object) regions.toArray(String[]::new));
    return above;
  }

  private static Void addKept(ResultSet row, Map<TallyRow, CellSums> rows) throws SQLException {
    CellSums sums = rows.get(TallyRow.of(row));
    Number[] ids = TallyRow.array(row.getArray(7));
    Number[] numbers = TallyRow.array(row.getArray(8));
    Number[] stated = TallyRow.array(row.getArray(9));
    Number[] blank = TallyRow.array(row.getArray(10));
    Number[] approximate = TallyRow.array(row.getArray(11));
    Number[] reports = TallyRow.array(row.getArray(12));
    for (int i = 0; i < ids.length; i++) {
      sums.add(
          ids[i].intValue(),
          (BigDecimal) numbers[i],
          stated[i].intValue(),
          blank[i].intValue(),
          approximate[i].intValue(),
          reports[i].intValue());
    }
    return null;
  }

  private String[] arrays(
      List<TallyRow> keys,
      Map<TallyRow, CellSums> rows,
      Function<CellSums, IntFunction<Object>> property) {
    return keys.stream()
        .map(
            key -> {
              CellSums sums = rows.get(key);
              return TallyRow.array(
                  sums.size(),
                  cell ->
                      sums.isAnything(cell) && cells.section((short) cell).equals(key.section()),
                  property.apply(sums));
            })
        .toArray(String[]::new);
  }
}
