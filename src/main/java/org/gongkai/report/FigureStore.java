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
import org.gongkai.platform.ReadOnlyMode;
import org.gongkai.platform.Sql;
import org.jspecify.annotations.Nullable;

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

  private record FigureRow(
      Revision.Key revision, short cell, @Nullable BigDecimal number, boolean blank) {}

  private record PublicationRow(Revision.Key revision, int position, PublicationCount count) {}

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

  /** Of revisions that were handed in, those whose rows are not what their documents say. */
  public List<Revision.Key> differing(Map<Revision.Key, Content> some) {
    List<FigureRow> figures = new ArrayList<>();
    List<PublicationRow> publications = new ArrayList<>();
    some.forEach(
        (revision, content) -> {
          addFigures(revision, content, figures);
          addPublications(revision, content, publications);
        });
    Map<Revision.Key, Set<List<String>>> said = new HashMap<>();
    some.keySet().forEach(revision -> said.put(revision, new HashSet<>()));
    figures.forEach(f -> put(said, f.revision(), "" + f.cell(), plain(f.number()), "" + f.blank()));
    publications.forEach(
        p ->
            put(
                said,
                p.revision(),
                "p" + p.position(),
                String.valueOf(p.count().channel()),
                p.count().unit(),
                plain(numberOf(p.count().count())),
                "" + p.count().approximate()));
    Map<Revision.Key, Set<List<String>>> kept = stored(some.keySet());
    return some.keySet().stream()
        .filter(
            revision -> !Objects.equals(said.get(revision), kept.getOrDefault(revision, Set.of())))
        .toList();
  }

  private Map<Revision.Key, Set<List<String>>> stored(Set<Revision.Key> revisions) {
    long[] reports = revisions.stream().mapToLong(Revision.Key::report).toArray();
    int[] numbers = revisions.stream().mapToInt(Revision.Key::number).toArray();
    Map<Revision.Key, Set<List<String>>> kept = new HashMap<>();
    sql.statement(FIGURES_OF)
        .bind("reports", reports)
        .bind("revisions", numbers)
        .list(
            row ->
                put(
                    kept,
                    new Revision.Key(row.getLong("report"), row.getInt("revision")),
                    "" + row.getShort("cell"),
                    plain(row.getBigDecimal("number")),
                    "" + row.getBoolean("blank")));
    sql.statement(PUBLICATIONS_OF)
        .bind("reports", reports)
        .bind("revisions", numbers)
        .list(
            row ->
                put(
                    kept,
                    new Revision.Key(row.getLong("report"), row.getInt("revision")),
                    "p" + row.getInt("position"),
                    String.valueOf(row.getString("channel")),
                    row.getString("unit"),
                    plain(row.getBigDecimal("count")),
                    "" + row.getBoolean("approximate")));
    return kept;
  }

  private static boolean put(
      Map<Revision.Key, Set<List<String>>> into, Revision.Key revision, String... row) {
    return into.computeIfAbsent(revision, r -> new HashSet<>()).add(List.of(row));
  }

  /** Numbers are the same whatever zeros stand behind them. */
  private static String plain(@Nullable BigDecimal number) {
    return number == null ? "" : number.stripTrailingZeros().toPlainString();
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
