package org.gongkai.bi;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import org.gongkai.form.Column;
import org.gongkai.form.Row;
import org.gongkai.form.Section;
import org.gongkai.platform.Sql;
import org.jspecify.annotations.Nullable;

/** The table of all cells of each edition, which then has these and no other. */
@Singleton
class EditionCellStore {

  private static final String NONE_BESIDE =
      """
      DELETE FROM edition_cell c
      WHERE NOT EXISTS (
        SELECT 1 FROM unnest(:editions, :paths) AS k (edition, path) WHERE k.edition = c.edition AND k.path = c.path)
      """;

  private static final String CELLS =
      """
      INSERT INTO edition_cell (edition, path, position, section, row_id, column_id, unit, parent, leaf, section_zh, section_en,
        row_zh, row_en, row_short_zh, row_short_en, column_zh, column_en, column_short_zh, column_short_en)
      SELECT c.edition, c.path, c.position, c.section, c.row_id, c.column_id, c.unit, c.parent, c.leaf, c.section_zh, c.section_en,
        c.row_zh, c.row_en, c.row_short_zh, c.row_short_en, c.column_zh, c.column_en, c.column_short_zh, c.column_short_en
      FROM unnest(:editions, :paths, :sections, :rows, :columns, :units, :parents, :leaves, :sectionsZh, :sectionsEn, :rowsZh,
          :rowsEn, :rowsShortZh, :rowsShortEn, :columnsZh, :columnsEn, :columnsShortZh, :columnsShortEn) WITH ORDINALITY
        AS c (edition, path, section, row_id, column_id, unit, parent, leaf, section_zh, section_en, row_zh, row_en, row_short_zh,
          row_short_en, column_zh, column_en, column_short_zh, column_short_en, position)
      ORDER BY c.edition, c.path
      ON CONFLICT (edition, path) DO UPDATE SET position = excluded.position, unit = excluded.unit, parent = excluded.parent,
        leaf = excluded.leaf, section_zh = excluded.section_zh, section_en = excluded.section_en, row_zh = excluded.row_zh,
        row_en = excluded.row_en, row_short_zh = excluded.row_short_zh, row_short_en = excluded.row_short_en,
        column_zh = excluded.column_zh, column_en = excluded.column_en, column_short_zh = excluded.column_short_zh,
        column_short_en = excluded.column_short_en
      WHERE edition_cell.* IS DISTINCT FROM excluded.*
      """;

  /**
   * A cell of an edition.
   *
   * @param unit as in {@link LabelStore.CellLabel}
   * @param parent the row that its row is added to, or null
   * @param leaf whether reports state it and sums add it
   */
  record EditionCell(
      String edition,
      String path,
      Section section,
      Row row,
      Column column,
      @Nullable String unit,
      @Nullable String parent,
      boolean leaf) {}

  private final Sql sql;

  EditionCellStore(Sql sql) {
    this.sql = sql;
  }

  /** Cells take the positions in which they come. */
  void put(List<EditionCell> cells) {
    sql.statement(NONE_BESIDE)
        .bind("editions", texts(cells, EditionCell::edition))
        .bind("paths", texts(cells, EditionCell::path))
        .update();
    sql.statement(CELLS)
        .bind("editions", texts(cells, EditionCell::edition))
        .bind("paths", texts(cells, EditionCell::path))
        .bind("sections", texts(cells, c -> c.section().id()))
        .bind("rows", texts(cells, c -> c.row().id()))
        .bind("columns", texts(cells, c -> c.column().id()))
        .bind("units", texts(cells, EditionCell::unit))
        .bind("parents", texts(cells, EditionCell::parent))
        .bind("leaves", cells.stream().map(EditionCell::leaf).toArray(Boolean[]::new))
        .bind("sectionsZh", texts(cells, c -> c.section().title().zh()))
        .bind("sectionsEn", texts(cells, c -> c.section().title().en()))
        .bind("rowsZh", texts(cells, c -> c.section().labelOf(c.row()).zh()))
        .bind("rowsEn", texts(cells, c -> c.section().labelOf(c.row()).en()))
        .bind("rowsShortZh", texts(cells, c -> c.row().shortLabel().zh()))
        .bind("rowsShortEn", texts(cells, c -> c.row().shortLabel().en()))
        .bind("columnsZh", texts(cells, c -> c.section().labelOf(c.column()).zh()))
        .bind("columnsEn", texts(cells, c -> c.section().labelOf(c.column()).en()))
        .bind("columnsShortZh", texts(cells, c -> c.column().shortLabel().zh()))
        .bind("columnsShortEn", texts(cells, c -> c.column().shortLabel().en()))
        .update();
  }

  private static String[] texts(List<EditionCell> cells, Function<EditionCell, String> column) {
    return cells.stream().map(column).toArray(String[]::new);
  }
}
