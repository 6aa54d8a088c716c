package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.gongkai.platform.Sql;

/** Reads and writes rows of sums by their keys, and reads the cells that they are of. */
@Singleton
class TallyStore {

  private static final String READ =
      """
      SELECT t.region, t.year, t.basis, t.kind, t.level, CELLS
      FROM unnest(:regions, :years, :bases, :kinds, :levels) AS k (region, year, basis, kind, level)
      JOIN tally t USING (region, year, basis, kind, level)
      """
          .replace("CELLS", CellChanges.COLUMNS);

  private static final String WRITE =
      """
      INSERT INTO tally AS known (region, year, basis, kind, level, changes, changed_at, reports, expected, unexplained, waived,
        cells, numbers, stated, blank, approximate, reported)
      SELECT k.region, k.year, k.basis, k.kind, k.level, k.changes, k.at, k.reports, k.expected, k.unexplained, k.waived,
        k.cells::smallint[], k.numbers::numeric[], k.stated::integer[], k.blank::integer[], k.approximate::integer[],
        k.reported::integer[]
      FROM unnest(:regions, :years, :bases, :kinds, :levels, :made, :at, :reports, :expected, :unexplained, :waived,
          :cells::text[], :numbers::text[], :stated::text[], :blank::text[], :approximate::text[], :reported::text[])
        AS k (region, year, basis, kind, level, changes, at, reports, expected, unexplained, waived, cells, numbers, stated,
          blank, approximate, reported)
      ON CONFLICT (region, year, basis, kind, level) DO UPDATE SET
        changes = known.changes + excluded.changes,
        changed_at = greatest(known.changed_at, excluded.changed_at),
        reports = known.reports + excluded.reports,
        expected = known.expected + excluded.expected,
        unexplained = known.unexplained + excluded.unexplained,
        waived = known.waived + excluded.waived,
        cells = excluded.cells,
        numbers = excluded.numbers,
        stated = excluded.stated,
        blank = excluded.blank,
        approximate = excluded.approximate,
        reported = excluded.reported
      """;

  /**
   * Of rows that wait, as they are; of those that are there already nothing is written. Nobody else
   * makes any meanwhile, and where somebody might, ON CONFLICT confirms each row in the log.
   */
  private static final String BEGIN =
      """
      INSERT INTO tally (region, year, basis, kind, level, changes, changed_at, reports, expected, unexplained, waived,
        cells, numbers, stated, blank, approximate, reported)
      SELECT k.region, d.year, d.basis, k.kind, k.level, d.changes, d.at, d.reports, d.expected, d.unexplained, d.waived,
        d.cells, d.numbers, d.stated, d.blank, d.approximate, d.reported
      FROM unnest(:ids, :regions, :kinds, :levels) AS k (id, region, kind, level)
      JOIN tally_delta_below d ON d.id = k.id
      WHERE NOT EXISTS (
        SELECT FROM tally t
        WHERE t.region = k.region AND t.year = d.year AND t.basis = d.basis AND t.kind = k.kind AND t.level = k.level
        OFFSET 0)
      RETURNING region, year, basis, kind, level
      """;

  private static final String CELLS = "SELECT id, path, section FROM cell";

  private final Sql sql;

  TallyStore(Sql sql) {
    this.sql = sql;
  }

  /** A cell of the form by its number. */
  record NamedCell(short id, String path, String section) {}

  /** Reads the rows that are there. */
  void read(List<TallyRow> keys, BiConsumer<TallyRow, CellChanges> taking) {
    SumColumns.bind(sql.statement(READ), keys)
        .bind("levels", SumColumns.texts(keys, TallyRow::level))
        .list(
            row -> {
              taking.accept(TallyRow.of(row), CellChanges.read(row));
              return true; // nobody asks for the rows
            });
  }

  /**
   * Adds to rows what is counted of reports, and says what their cells are from now on; rows that
   * are not there are made.
   */
  void write(Map<TallyRow, SumFold.Added> sums) {
    List<TallyRow> rows = List.copyOf(sums.keySet());
    SumColumns.bind(sql.statement(WRITE), rows, rows.stream().map(sums::get).toList())
        .bind("levels", SumColumns.texts(rows, TallyRow::level))
        .update();
  }

  /**
   * Makes rows that are not there of a change each, which waits below. The transaction is the one
   * that folds.
   *
   * @param changes their numbers, of the year and basis of the rows
   * @return the rows that were made
   */
  List<TallyRow> begin(Map<TallyRow, Long> changes) {
    List<TallyRow> rows = List.copyOf(changes.keySet());
    return sql.statement(BEGIN)
        .bind("ids", rows.stream().mapToLong(changes::get).toArray())
        .bind("regions", SumColumns.texts(rows, TallyRow::region))
        .bind("kinds", SumColumns.texts(rows, TallyRow::kind))
        .bind("levels", SumColumns.texts(rows, TallyRow::level))
        .list(TallyRow::of);
  }

  List<NamedCell> cells() {
    return sql.statement(CELLS)
        .list(
            row ->
                new NamedCell(row.getShort("id"), row.getString("path"), row.getString("section")));
  }
}
