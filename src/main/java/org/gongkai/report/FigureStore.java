package org.gongkai.report;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.form.Content;
import org.gongkai.form.Forms;
import org.gongkai.platform.ReadOnlyMode;
import org.gongkai.platform.Sql;

/** Keeps the leaf cells and publications of each revision that was handed in, as rows. */
@ApplicationScoped
public class FigureStore {

  private static final String REGISTER_CELLS =
      """
      INSERT INTO cell (path)
      SELECT path FROM unnest(:paths) WITH ORDINALITY AS p (path, position)
      WHERE path NOT IN (SELECT path FROM cell)
      ORDER BY position
      ON CONFLICT (path) DO NOTHING
      """;

  private static final String ADD =
      """
      INSERT INTO figure (report, revision, cell, number, blank)
      SELECT report, revision, cell, number, blank
      FROM unnest(:fReports, :fRevisions, :fCells, :fNumbers, :fBlank) AS f (report, revision, cell, number, blank);

      INSERT INTO publication (report, revision, position, channel, unit, count, approximate)
      SELECT report, revision, position, channel, unit, count, approximate
      FROM unnest(:pReports, :pRevisions, :pPositions, :pChannels, :pUnits, :pCounts, :pApproximate)
        AS p (report, revision, position, channel, unit, count, approximate)
      """;

  private static final String FIGURES_OF =
      """
      SELECT f.report, f.revision, f.cell, f.number, f.blank
      FROM unnest(:reports, :revisions) AS w (report, revision)
      JOIN figure f ON f.report = w.report AND f.revision = w.revision
      """;

  private static final String PUBLICATIONS_OF =
      """
      SELECT p.report, p.revision, p.position, p.channel, p.unit, p.count, p.approximate
      FROM unnest(:reports, :revisions) AS w (report, revision)
      JOIN publication p ON p.report = w.report AND p.revision = w.revision
      """;

  private final Sql sql;
  private final Forms forms;
  private final ReadOnlyMode readOnly;
  private volatile Map<String, Short> cells = Map.of();

  FigureStore(Sql sql, Forms forms, ReadOnlyMode readOnly) {
    this.readOnly = readOnly;
    this.sql = sql;
    this.forms = forms;
  }

  void registerCells(@Observes @Priority(100) StartupEvent start) {
    String[] paths =
        Stream.concat(forms.summands().stream(), forms.tallied().stream()).toArray(String[]::new);
    if (!readOnly.isOn()) {
      sql.statement(REGISTER_CELLS).bind("paths", paths).update();
    }
    Map<String, Short> numbered = new HashMap<>();
    sql.statement("SELECT path, id FROM cell")
        .list(row -> numbered.put(row.getString("path"), row.getShort("id")));
    cells = Map.copyOf(numbered);
  }

  /**
   * Writes the figures of revisions that are handed in for the first time.
   *
   * @return what each adds to sums
   */
  Map<Revision.Key, CellSums> add(Map<Revision.Key, Content> some) {
    FigureRows rows = rows(some);
    List<FigureRows.OfCell> figures = rows.cells();
    List<FigureRows.OfPublication> publications = rows.publications();
    sql.statement(ADD)
        .bind("fReports", figures.stream().mapToLong(f -> f.revision().report()).toArray())
        .bind("fRevisions", figures.stream().mapToInt(f -> f.revision().number()).toArray())
        .bind("fCells", figures.stream().mapToInt(FigureRows.OfCell::cell).toArray())
        .bind("fNumbers", figures.stream().map(f -> f.number()).toArray(BigDecimal[]::new))
        .bind("fBlank", figures.stream().map(f -> f.blank()).toArray(Boolean[]::new))
        .bind("pReports", publications.stream().mapToLong(p -> p.revision().report()).toArray())
        .bind("pRevisions", publications.stream().mapToInt(p -> p.revision().number()).toArray())
        .bind("pPositions", publications.stream().mapToInt(p -> p.position()).toArray())
        .bind("pChannels", publications.stream().map(p -> p.channel()).toArray(String[]::new))
        .bind("pUnits", publications.stream().map(p -> p.unit()).toArray(String[]::new))
        .bind("pCounts", publications.stream().map(p -> p.count()).toArray(BigDecimal[]::new))
        .bind(
            "pApproximate", publications.stream().map(p -> p.approximate()).toArray(Boolean[]::new))
        .send();
    return rows.sums(some, cells);
  }

  /** What is to be kept of some documents. */
  public FigureRows rows(Map<Revision.Key, Content> some) {
    return FigureRows.of(some, cells);
  }

  /** What is kept of some revisions. */
  public FigureRows kept(Collection<Revision.Key> revisions) {
    return new FigureRows(
        of(FIGURES_OF, revisions)
            .list(
                row ->
                    new FigureRows.OfCell(
                        revision(row),
                        row.getShort("cell"),
                        row.getBigDecimal("number"),
                        row.getBoolean("blank"))),
        of(PUBLICATIONS_OF, revisions)
            .list(
                row ->
                    new FigureRows.OfPublication(
                        revision(row),
                        row.getInt("position"),
                        row.getString("channel"),
                        row.getString("unit"),
                        row.getBigDecimal("count"),
                        row.getBoolean("approximate"))));
  }

  private Sql.Statement of(String statement, Collection<Revision.Key> revisions) {
    return sql.statement(statement)
        .bind("reports", revisions.stream().mapToLong(Revision.Key::report).toArray())
        .bind("revisions", revisions.stream().mapToInt(Revision.Key::number).toArray());
  }

  private static Revision.Key revision(ResultSet row) throws SQLException {
    return new Revision.Key(row.getLong("report"), row.getInt("revision"));
  }
}
