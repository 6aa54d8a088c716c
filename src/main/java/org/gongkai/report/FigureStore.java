package org.gongkai.report;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.form.Forms;
import org.gongkai.form.PublicationCount;
import org.gongkai.platform.Sql;
import org.jspecify.annotations.Nullable;

/** Keeps the leaf cells and publications of each revision that was handed in, as rows. */
@ApplicationScoped
class FigureStore {

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

  private record FigureRow(
      Revision.Key revision, short cell, @Nullable BigDecimal number, boolean blank) {}

  private record PublicationRow(Revision.Key revision, int position, PublicationCount count) {}

  private final Sql sql;
  private final Forms forms;
  private volatile Map<String, Short> cells = Map.of();

  FigureStore(Sql sql, Forms forms) {
    this.sql = sql;
    this.forms = forms;
  }

  void registerCells(@Observes @Priority(100) StartupEvent start) {
    String[] paths =
        Stream.concat(forms.summands().stream(), forms.tallied().stream()).toArray(String[]::new);
    sql.statement(REGISTER_CELLS).bind("paths", paths).update();
    Map<String, Short> numbered = new HashMap<>();
    sql.statement("SELECT path, id FROM cell")
        .list(row -> numbered.put(row.getString("path"), row.getShort("id")));
    cells = Map.copyOf(numbered);
  }

  /**
   * Writes the figures of revisions that are handed in for the first time.
   *
   * @return what each adds to sums, as {@link ReportSql#stated} would read it again
   */
  Map<Revision.Key, CellSums> add(Map<Revision.Key, Content> some) {
    List<FigureRow> figures = new ArrayList<>();
    List<PublicationRow> publications = new ArrayList<>();
    some.forEach(
        (revision, content) -> {
          addFigures(revision, content, figures);
          addPublications(revision, content, publications);
        });
    sql.statement(ADD)
        .bind("fReports", figures.stream().mapToLong(f -> f.revision().report()).toArray())
        .bind("fRevisions", figures.stream().mapToInt(f -> f.revision().number()).toArray())
        .bind("fCells", figures.stream().mapToInt(FigureRow::cell).toArray())
        .bind("fNumbers", figures.stream().map(FigureRow::number).toArray(BigDecimal[]::new))
        .bind("fBlank", figures.stream().map(FigureRow::blank).toArray(Boolean[]::new))
        .bind("pReports", publications.stream().mapToLong(p -> p.revision().report()).toArray())
        .bind("pRevisions", publications.stream().mapToInt(p -> p.revision().number()).toArray())
        .bind("pPositions", publications.stream().mapToInt(PublicationRow::position).toArray())
        .bind("pChannels", texts(publications, PublicationCount::channel))
        .bind("pUnits", texts(publications, PublicationCount::unit))
        .bind(
            "pCounts",
            publications.stream().map(p -> numberOf(p.count().count())).toArray(BigDecimal[]::new))
        .bind(
            "pApproximate",
            publications.stream().map(p -> p.count().approximate()).toArray(Boolean[]::new))
        .send();
    return said(some, figures, publications);
  }

  private static String[] texts(
      List<PublicationRow> rows, Function<PublicationCount, String> property) {
    return rows.stream().map(row -> property.apply(row.count())).toArray(String[]::new);
  }

  private Map<Revision.Key, CellSums> said(
      Map<Revision.Key, Content> some, List<FigureRow> figures, List<PublicationRow> publications) {
    Map<Revision.Key, CellSums> said = new HashMap<>();
    some.forEach(
        (revision, content) -> {
          CellSums sums = new CellSums();
          content.editions().forEach((section, edition) -> count(sums, section + "#" + edition));
          said.put(revision, sums);
        });
    for (FigureRow figure : figures) {
      int stated = figure.number() == null ? 0 : 1;
      int blank = figure.blank() ? 1 : 0;
      Objects.requireNonNull(said.get(figure.revision()))
          .add(figure.cell(), figure.number(), stated, blank, 0, 1);
    }
    Map<Revision.Key, Set<String>> met = new HashMap<>();
    for (PublicationRow row : publications) {
      PublicationCount count = row.count();
      String channel = count.channel() == null ? "" : count.channel();
      String path = "publications." + channel + "." + count.unit();
      Short cell = cells.get(path);
      if (cell != null) {
        BigDecimal number = numberOf(count.count());
        boolean first = met.computeIfAbsent(row.revision(), r -> new HashSet<>()).add(path);
        int stated = number == null ? 0 : 1;
        int approximate = count.approximate() ? 1 : 0;
        Objects.requireNonNull(said.get(row.revision()))
            .add(cell, number, stated, 1 - stated, approximate, first ? 1 : 0);
      }
    }
    return said;
  }

  private void count(CellSums sums, String path) {
    Short cell = cells.get(path);
    if (cell != null) {
      sums.add(cell, BigDecimal.ONE, 1, 0, 0, 1);
    }
  }

  private void addFigures(Revision.Key revision, Content content, List<FigureRow> into) {
    content
        .figures()
        .forEach(
            (path, figure) -> {
              Short cell = cellOf(content, path);
              BigDecimal number = numberOf(figure);
              // A stated 0 needs no row, unless it says that this report has the cell at all: one
              // in a unit of the report's own choice.
              boolean told =
                  number == null || number.signum() != 0 || isOfStatedUnit(content, path);
              if (cell != null && told) {
                boolean blank = number == null && !(figure instanceof Figure.NotApplicable);
                into.add(new FigureRow(revision, cell, number, blank));
              }
            });
  }

  private boolean isOfStatedUnit(Content content, String path) {
    return cells.containsKey(content.summand(path)) && !content.summand(path).equals(path);
  }

  /** The number of what a figure is added to; null for a total, which is checked, never added. */
  private @Nullable Short cellOf(Content content, String path) {
    Short stated = cells.get(content.summand(path));
    return stated == null ? cells.get(path) : stated;
  }

  private static void addPublications(
      Revision.Key revision, Content content, List<PublicationRow> into) {
    List<PublicationCount> counts = new ArrayList<>(content.publications());
    content.published().ifPresent(counts::add);
    // neither a number nor a blank: nothing to add up
    counts.removeIf(count -> count.count() instanceof Figure.NotApplicable);
    for (int i = 0; i < counts.size(); i++) {
      into.add(new PublicationRow(revision, i + 1, counts.get(i)));
    }
  }

  private static @Nullable BigDecimal numberOf(Figure figure) {
    return figure instanceof Figure.Stated stated ? stated.number() : null;
  }
}
