package org.gongkai.bi;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Cell;
import org.gongkai.form.Choice;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Section;
import org.gongkai.platform.Sql;
import org.gongkai.registry.OrganKind;

/** Puts what the forms call things where SQL can see it, for the views of schema {@code bi}. */
@ApplicationScoped
class BiLabels {

  private static final String CELLS =
      """
      INSERT INTO cell_label (cell, position, section, row_id, column_id, unit, section_zh, section_en,
        row_zh, row_en, column_zh, column_en)
      SELECT c.id, l.position, l.section, l.row_id, l.column_id, l.unit, l.section_zh, l.section_en,
        l.row_zh, l.row_en, l.column_zh, l.column_en
      FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
          ?::text[], ?::text[]) WITH ORDINALITY
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
      SELECT ?, l.code, l.position, l.zh, l.en
      FROM unnest(?::text[], ?::text[], ?::text[]) WITH ORDINALITY AS l (code, zh, en, position)
      ORDER BY l.code
      ON CONFLICT (list, code) DO UPDATE SET position = excluded.position, zh = excluded.zh, en = excluded.en
      WHERE code_label.* IS DISTINCT FROM excluded.*
      """;

  private final Sql sql;
  private final Forms forms;

  BiLabels(Sql sql, Forms forms) {
    this.sql = sql;
    this.forms = forms;
  }

  /** After the cells have their numbers. */
  void register(@Observes @Priority(110) StartupEvent start) {
    sql.update(CELLS, (Object[]) columns(cells().values()));
    codes("channel", forms.channels().values());
    codes("unit", forms.units().values());
    codes(
        "organ-kind",
        Arrays.stream(OrganKind.values()).map(k -> new Choice(k.code(), k.label())).toList());
    Map<String, Choice> rules = new LinkedHashMap<>();
    for (Form form : newestFirst()) {
      form.rules().forEach(r -> rules.putIfAbsent(r.id(), new Choice(r.id(), r.label())));
    }
    codes("rule", rules.values());
  }

  private void codes(String list, Collection<Choice> choices) {
    sql.update(
        CODES,
        list,
        choices.stream().map(Choice::id).toArray(String[]::new),
        choices.stream().map(c -> c.label().zh()).toArray(String[]::new),
        choices.stream().map(c -> c.label().en()).toArray(String[]::new));
  }

  /** What is written of each leaf cell, by its path. */
  private Map<String, String[]> cells() {
    Map<String, String[]> cells = new LinkedHashMap<>();
    for (Form form : newestFirst()) {
      for (Section section : form.sections().values()) {
        for (Cell cell : section.cells().values()) {
          if (cell.leaf()) {
            put(cells, cell.path(), section, cell, cell.column().unit());
            if (cell.column().statedUnit()) {
              for (Choice unit : forms.amountUnits().values()) {
                String path = cell.path() + Forms.UNIT_MARK + unit.id();
                put(cells, path, section, cell, unit.label().zh());
              }
            }
          }
        }
      }
    }
    return cells;
  }

  private static void put(
      Map<String, String[]> cells, String path, Section section, Cell cell, String unit) {
    cells.putIfAbsent(
        path,
        new String[] {
          path,
          section.id(),
          cell.row().id(),
          cell.column().id(),
          unit,
          section.title().zh(),
          section.title().en(),
          section.labelOf(cell.row()).zh(),
          section.labelOf(cell.row()).en(),
          section.labelOf(cell.column()).zh(),
          section.labelOf(cell.column()).en()
        });
  }

  private static String[][] columns(Collection<String[]> rows) {
    int width = rows.iterator().next().length;
    String[][] columns = new String[width][];
    for (int i = 0; i < width; i++) {
      int column = i;
      columns[i] = rows.stream().map(row -> row[column]).toArray(String[]::new);
    }
    return columns;
  }

  private List<Form> newestFirst() {
    return new ArrayList<>(forms.all()).reversed();
  }
}
