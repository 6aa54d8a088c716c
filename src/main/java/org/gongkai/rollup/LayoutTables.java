package org.gongkai.rollup;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.form.Cell;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Section;
import org.gongkai.platform.Sql;

/** Puts what each edition of the form has where SQL can see it, for the views of {@code bi}. */
@ApplicationScoped
class LayoutTables {

  private static final String EDITIONS =
      """
      INSERT INTO form_edition (edition, first_year)
      SELECT e.edition, e.first_year::integer FROM unnest(?::text[], ?::text[]) AS e (edition, first_year)
      ORDER BY e.edition
      ON CONFLICT (edition) DO UPDATE SET first_year = excluded.first_year
      WHERE form_edition.* IS DISTINCT FROM excluded.*
      """;

  private static final String CELLS =
      """
      INSERT INTO form_cell (edition, cell)
      SELECT f.edition, c.id FROM unnest(?::text[], ?::text[]) AS f (edition, path) JOIN cell c ON c.path = f.path
      ORDER BY 1, 2
      ON CONFLICT DO NOTHING
      """;

  private static final String LAYOUTS =
      """
      INSERT INTO form_layout (section, edition, in_force)
      SELECT * FROM unnest(?::text[], ?::text[], ?::text[]) AS l (section, edition, in_force)
      ORDER BY 1, 2, 3
      ON CONFLICT DO NOTHING
      """;

  private static final String NO_CELLS_BESIDE =
      """
      DELETE FROM form_cell f
      WHERE NOT EXISTS (
        SELECT 1 FROM unnest(?::text[], ?::text[]) AS k (edition, path) JOIN cell c ON c.path = k.path
        WHERE k.edition = f.edition AND c.id = f.cell)
      """;

  private static final String NO_LAYOUTS_BESIDE =
      """
      DELETE FROM form_layout l
      WHERE NOT EXISTS (
        SELECT 1 FROM unnest(?::text[], ?::text[], ?::text[]) AS k (section, edition, in_force)
        WHERE (k.section, k.edition, k.in_force) = (l.section, l.edition, l.in_force))
      """;

  private final Sql sql;
  private final Forms forms;

  LayoutTables(Sql sql, Forms forms) {
    this.sql = sql;
    this.forms = forms;
  }

  /** After the cells have their numbers. */
  @Transactional
  void register(@Observes @Priority(120) StartupEvent start) {
    List<String[]> editions = new ArrayList<>();
    List<String[]> cells = new ArrayList<>();
    List<String[]> layouts = new ArrayList<>();
    for (Form form : forms.all()) {
      editions.add(new String[] {form.edition(), String.valueOf(form.firstYear())});
      for (Section section : form.sections().values()) {
        cells(form, section, cells);
        for (Form other : forms.all()) {
          if (forms.layouts().isOther(section.id(), form.edition(), other.edition())) {
            layouts.add(new String[] {section.id(), form.edition(), other.edition()});
          }
        }
      }
    }
    sql.update(EDITIONS, columns(editions, 2));
    sql.update(NO_CELLS_BESIDE, columns(cells, 2));
    sql.update(CELLS, columns(cells, 2));
    sql.update(NO_LAYOUTS_BESIDE, columns(layouts, 3));
    sql.update(LAYOUTS, columns(layouts, 3));
  }

  private void cells(Form form, Section section, List<String[]> cells) {
    for (Cell cell : section.cells().values()) {
      if (cell.leaf()) {
        cells.add(new String[] {form.edition(), cell.path()});
        if (cell.column().statedUnit()) {
          for (String unit : forms.amountUnits().keySet()) {
            cells.add(new String[] {form.edition(), cell.path() + Forms.UNIT_MARK + unit});
          }
        }
      }
    }
  }

  private static Object[] columns(List<String[]> rows, int width) {
    Object[] columns = new Object[width];
    for (int i = 0; i < width; i++) {
      int column = i;
      columns[i] = rows.stream().map(row -> row[column]).toArray(String[]::new);
    }
    return columns;
  }
}
