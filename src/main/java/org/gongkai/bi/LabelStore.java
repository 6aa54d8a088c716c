package org.gongkai.bi;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.function.Function;
import org.gongkai.form.Choice;
import org.gongkai.platform.Sql;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/** The tables of labels. A row that says the same already stays as it is. */
@Singleton
class LabelStore {

  private static final String CELLS =
      """
      INSERT INTO cell_label (cell, position, section, row_id, column_id, unit, section_zh, section_en,
        row_zh, row_en, column_zh, column_en)
      SELECT c.id, l.position, l.section, l.row_id, l.column_id, l.unit, l.section_zh, l.section_en,
        l.row_zh, l.row_en, l.column_zh, l.column_en
      FROM unnest(:paths, :sections, :rows, :columns, :units, :sectionsZh, :sectionsEn, :rowsZh, :rowsEn, :columnsZh,
          :columnsEn) WITH ORDINALITY
        AS l (path, section, row_id, column_id, unit, section_zh, section_en, row_zh, row_en, column_zh, column_en,
          position)
      JOIN cell c ON c.path = l.path
      ORDER BY c.id
      ON CONFLICT (cell) DO UPDATE SET position = excluded.position, unit = excluded.unit,
        section_zh = excluded.section_zh, section_en = excluded.section_en, row_zh = excluded.row_zh,
        row_en = excluded.row_en, column_zh = excluded.column_zh, column_en = excluded.column_en
      WHERE cell_label.* IS DISTINCT FROM excluded.*
      """;

  private static final String CODES =
      """
      INSERT INTO code_label (list, code, position, zh, en)
      SELECT :list, l.code, l.position, l.zh, l.en
      FROM unnest(:codes, :zh, :en) WITH ORDINALITY AS l (code, zh, en, position)
      ORDER BY l.code
      ON CONFLICT (list, code) DO UPDATE SET position = excluded.position, zh = excluded.zh, en = excluded.en
      WHERE code_label.* IS DISTINCT FROM excluded.*
      """;

  /**
   * The labels of one leaf cell.
   *
   * @param path the cell's path; with a mark and the id of a unit where reports state the unit
   * @param section the id of its section; {@code row} and {@code column} are ids likewise
   * @param unit the id of the column's unit or, where reports state it, that unit's Chinese name
   */
  record CellLabel(
      String path,
      String section,
      String row,
      String column,
      @Nullable String unit,
      Text sectionLabel,
      Text rowLabel,
      Text columnLabel) {}

  private final Sql sql;

  LabelStore(Sql sql) {
    this.sql = sql;
  }

  /** Cells take the positions in which they come. */
  void putCells(Collection<CellLabel> labels) {
    sql.statement(CELLS)
        .bind("paths", texts(labels, CellLabel::path))
        .bind("sections", texts(labels, CellLabel::section))
        .bind("rows", texts(labels, CellLabel::row))
        .bind("columns", texts(labels, CellLabel::column))
        .bind("units", texts(labels, CellLabel::unit))
        .bind("sectionsZh", texts(labels, l -> l.sectionLabel().zh()))
        .bind("sectionsEn", texts(labels, l -> l.sectionLabel().en()))
        .bind("rowsZh", texts(labels, l -> l.rowLabel().zh()))
        .bind("rowsEn", texts(labels, l -> l.rowLabel().en()))
        .bind("columnsZh", texts(labels, l -> l.columnLabel().zh()))
        .bind("columnsEn", texts(labels, l -> l.columnLabel().en()))
        .update();
  }

  /** Codes take the positions in which they come. */
  void putCodes(String list, Collection<Choice> choices) {
    sql.statement(CODES)
        .bind("list", list)
        .bind("codes", texts(choices, Choice::id))
        .bind("zh", texts(choices, c -> c.label().zh()))
        .bind("en", texts(choices, c -> c.label().en()))
        .update();
  }

  private static <T> String[] texts(Collection<T> rows, Function<T, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }
}
