package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.gongkai.platform.Sql;

/** Reads and writes rows of sums by their keys, and reads the cells that they are of. */
@Singleton
class TallyStore {

  private static final String KEYS =
      "unnest(:regions, :years::smallint[], :bases, :kinds, :levels, :sections";

  private static final String READ =
      """
      SELECT t.region, t.year, t.basis, t.kind, t.level, t.section, CELLS
      FROM KEYS) AS k (region, year, basis, kind, level, section)
      JOIN tally t USING (region, year, basis, kind, level, section)
      """
          .replace("KEYS", KEYS)
          .replace("CELLS", CellChanges.OF_SUMS);

  private static final String WRITE =
      """
      INSERT INTO tally (region, year, basis, kind, level, section, cells, numbers, stated, blank, approximate, reports)
      SELECT k.region, k.year, k.basis, k.kind, k.level, k.section, k.cells::smallint[], k.numbers::numeric[],
        k.stated::integer[], k.blank::integer[], k.approximate::integer[], k.reports::integer[]
      FROM KEYS, :cells, :numbers, :stated, :blank, :approximate, :reports)
        AS k (region, year, basis, kind, level, section, cells, numbers, stated, blank, approximate, reports)
      ON CONFLICT (region, year, basis, section, kind, level) DO UPDATE SET
        cells = excluded.cells,
        numbers = excluded.numbers,
        stated = excluded.stated,
        blank = excluded.blank,
        approximate = excluded.approximate,
        reports = excluded.reports
      """
          .replace("KEYS", KEYS);

  private static final String CELLS = "SELECT id, path, section FROM cell";

  private final Sql sql;

  TallyStore(Sql sql) {
    this.sql = sql;
  }

  /** A cell of the form by its number. */
  record NamedCell(short id, String path, String section) {}

  /**
   * Properties of sums by cell, for each row as PostgreSQL writes arrays; all of a row are in the
   * order of its cells.
   */
  record Arrays(
      String[] cells,
      String[] numbers,
      String[] stated,
      String[] blank,
      String[] approximate,
      String[] reports) {}

  /** Reads the rows that are there. */
  void read(List<TallyRow> keys, BiConsumer<TallyRow, CellChanges> taking) {
    about(READ, keys)
        .list(
            row -> {
              taking.accept(TallyRow.of(row), CellChanges.read(row));
              return true; // nobody asks for the rows
            });
  }

  /** Writes rows, in the order of their keys; those that are there become these. */
  void write(List<TallyRow> keys, Arrays sums) {
    about(WRITE, keys)
        .bind("cells", sums.cells())
        .bind("numbers", sums.numbers())
        .bind("stated", sums.stated())
        .bind("blank", sums.blank())
        .bind("approximate", sums.approximate())
        .bind("reports", sums.reports())
        .update();
  }

  List<NamedCell> cells() {
    return sql.statement(CELLS)
        .list(
            row ->
                new NamedCell(row.getShort("id"), row.getString("path"), row.getString("section")));
  }

  private Sql.Statement about(String statement, List<TallyRow> keys) {
    return sql.statement(statement)
        .bind("regions", column(keys, TallyRow::region))
        .bind("years", column(keys, key -> String.valueOf(key.year())))
        .bind("bases", column(keys, TallyRow::basis))
        .bind("kinds", column(keys, TallyRow::kind))
        .bind("levels", column(keys, TallyRow::level))
        .bind("sections", column(keys, TallyRow::section));
  }

  private static String[] column(List<TallyRow> keys, Function<TallyRow, String> value) {
    return keys.stream().map(value).toArray(String[]::new);
  }
}
