package org.gongkai.rollup;

import jakarta.inject.Singleton;
import java.util.List;
import org.gongkai.platform.Sql;

/** Writes what each edition of the form has: tables that then say so and nothing else. */
@Singleton
class LayoutStore {

  private static final String EDITIONS =
      """
      INSERT INTO form_edition (edition, first_year)
      SELECT e.edition, e.first_year FROM unnest(:editions, :years) AS e (edition, first_year)
      ORDER BY e.edition
      ON CONFLICT (edition) DO UPDATE SET first_year = excluded.first_year
      WHERE form_edition.* IS DISTINCT FROM excluded.*
      """;

  private static final String NO_CELLS_BESIDE =
      """
      DELETE FROM form_cell f
      WHERE NOT EXISTS (
        SELECT 1 FROM unnest(:editions, :paths) AS k (edition, path) JOIN cell c ON c.path = k.path
        WHERE k.edition = f.edition AND c.id = f.cell)
      """;

  private static final String CELLS =
      """
      INSERT INTO form_cell (edition, cell)
      SELECT f.edition, c.id FROM unnest(:editions, :paths) AS f (edition, path) JOIN cell c ON c.path = f.path
      ORDER BY f.edition, c.id
      ON CONFLICT DO NOTHING
      """;

  private static final String NO_LAYOUTS_BESIDE =
      """
      DELETE FROM form_layout l
      WHERE NOT EXISTS (
        SELECT 1 FROM unnest(:sections, :editions, :others) AS k (section, edition, in_force)
        WHERE (k.section, k.edition, k.in_force) = (l.section, l.edition, l.in_force))
      """;

  private static final String LAYOUTS =
      """
      INSERT INTO form_layout (section, edition, in_force)
      SELECT l.section, l.edition, l.in_force
      FROM unnest(:sections, :editions, :others) AS l (section, edition, in_force)
      ORDER BY l.section, l.edition, l.in_force
      ON CONFLICT DO NOTHING
      """;

  private final Sql sql;

  LayoutStore(Sql sql) {
    this.sql = sql;
  }

  /** An edition, and the first report year that it is in force for. */
  record Edition(String edition, int firstYear) {}

  /** A leaf cell that an edition has. */
  record EditionCell(String edition, String path) {}

  /** A section that an edition lays out otherwise than another one. */
  record Layout(String section, String edition, String inForce) {}

  void editions(List<Edition> editions) {
    sql.statement(EDITIONS)
        .bind("editions", editions.stream().map(Edition::edition).toArray(String[]::new))
        .bind("years", editions.stream().mapToInt(Edition::firstYear).toArray())
        .update();
  }

  void cells(List<EditionCell> cells) {
    for (String statement : List.of(NO_CELLS_BESIDE, CELLS)) {
      sql.statement(statement)
          .bind("editions", cells.stream().map(EditionCell::edition).toArray(String[]::new))
          .bind("paths", cells.stream().map(EditionCell::path).toArray(String[]::new))
          .update();
    }
  }

  void layouts(List<Layout> layouts) {
    for (String statement : List.of(NO_LAYOUTS_BESIDE, LAYOUTS)) {
      sql.statement(statement)
          .bind("sections", layouts.stream().map(Layout::section).toArray(String[]::new))
          .bind("editions", layouts.stream().map(Layout::edition).toArray(String[]::new))
          .bind("others", layouts.stream().map(Layout::inForce).toArray(String[]::new))
          .update();
    }
  }
}
