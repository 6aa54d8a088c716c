package org.gongkai.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.table.TableCell;
import org.gongkai.table.TableColumn;
import org.gongkai.table.TableRow;
import org.gongkai.tally.RollupQuery;
import org.jspecify.annotations.Nullable;

/**
 * Sets every number of a row beside that of the year before: {@code previousTotal}, and {@code
 * changeTotal}, which is null where either is not known.
 */
final class YearOnYear {

  private YearOnYear() {}

  /** The same with the year before its first one. */
  static RollupQuery withYearBefore(RollupQuery query) {
    return query.ofYears(query.from() - 1, query.to());
  }

  /** Of a rollup that has the year before: the rows of the years after, with those beside them. */
  static RollupView of(RollupView rollup, RollupQuery query) {
    List<RollupRow> spots = spots(rollup, query);
    return rollup.with(compared(rollup.rows(), spots), compared(rollup.totals(), spots));
  }

  /**
   * Where and when rows are to be: wherever reports are in the sums, whichever of their rows are
   * wanted.
   */
  private static List<RollupRow> spots(RollupView rollup, RollupQuery query) {
    return Objects.requireNonNull(rollup.places()).stream()
        .filter(place -> place.year() >= query.from() && place.coverage().reported() > 0)
        .map(
            place ->
                query.by().hasPlaces()
                    ? new RollupRow(
                        place.code(), place.name(), place.coverage(), place.year(), new TableRow())
                    : new RollupRow(null, null, null, place.year(), new TableRow()))
        .toList();
  }

  /** Whether a column has those of the year before beside it. */
  static boolean compares(TableColumn column) {
    return column.role() == TableColumn.Role.MEASURE
        && (column.kind() == TableColumn.Kind.WHOLE || column.kind() == TableColumn.Kind.DECIMAL)
        && !Ranking.COLUMNS.contains(column);
  }

  /** What tells a row apart. */
  private record Key(@Nullable String code, int year, Map<TableColumn, TableCell> cells) {

    static Key of(RollupRow row, int year) {
      Map<TableColumn, TableCell> cells = new HashMap<>();
      row.cells()
          .all()
          .forEach(
              (column, cell) -> {
                if (column.role() == TableColumn.Role.KEY) {
                  cells.put(column, cell);
                }
              });
      return new Key(row.code(), year, cells);
    }
  }

  private static @Nullable List<RollupRow> compared(
      @Nullable List<RollupRow> rows, List<RollupRow> spots) {
    if (rows == null) {
      return null;
    }
    Map<Key, TableRow> known = new HashMap<>();
    Map<RollupRow.Spot, List<RollupRow>> places = new HashMap<>();
    for (RollupRow row : rows) {
      known.put(Key.of(row, row.year()), row.cells());
      places.computeIfAbsent(row.spot(), spot -> new ArrayList<>()).add(row);
    }
    List<RollupRow> compared = new ArrayList<>();
    for (RollupRow here : spots) {
      for (RollupRow row : places.getOrDefault(here.spot(), List.of())) {
        TableRow before = known.getOrDefault(Key.of(row, row.year() - 1), new TableRow());
        compared.add(row.with(compared(row.cells(), before)));
      }
      places.getOrDefault(here.spot().yearBefore(), List.of()).stream()
          .filter(row -> row.cells().has(NamedColumn.ROW))
          .filter(row -> !known.containsKey(Key.of(row, here.year())))
          .forEach(row -> compared.add(here.with(compared(gone(row.cells()), row.cells()))));
    }
    return compared;
  }

  /**
   * A row of a table that the year before has alone, as when its reports follow another edition:
   * without it the leaves of that year would be short of its totals.
   */
  private static TableRow gone(TableRow before) {
    TableRow gone = new TableRow();
    before
        .all()
        .forEach(
            (column, cell) -> {
              boolean counts =
                  column == NamedColumn.BLANK
                      || column == NamedColumn.REPORTS
                      || column instanceof RollupColumn.ReportsOf;
              boolean states = column.role() == TableColumn.Role.MEASURE;
              gone.put(column, counts ? TableCell.of(0) : states ? TableCell.NOTHING : cell);
            });
    return gone;
  }

  private static TableRow compared(TableRow row, TableRow previous) {
    TableRow compared = row.copy();
    row.all()
        .keySet()
        .forEach(
            column -> {
              BigDecimal now = row.number(column);
              BigDecimal before = previous.number(column);
              if ((now != null || before != null) && !Ranking.COLUMNS.contains(column)) {
                RollupColumn of = (RollupColumn) column;
                compared.put(RollupColumn.Compared.previous(of), TableCell.of(before));
                compared.put(
                    RollupColumn.Compared.change(of),
                    now == null || before == null
                        ? TableCell.NOTHING
                        : TableCell.of(now.subtract(before)));
              }
            });
    return compared;
  }
}
