package org.gongkai.report;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.form.Forms;
import org.gongkai.form.PublicationCount;
import org.gongkai.platform.Sql;

/** Keeps the leaf cells and publications of each revision that was handed in, as rows. */
@ApplicationScoped
class FigureStore {

  private static final String REGISTER_CELLS =
      """
      INSERT INTO cell (path)
      SELECT path FROM unnest(?::text[]) WITH ORDINALITY AS p (path, position)
      WHERE path NOT IN (SELECT path FROM cell)
      ORDER BY position
      ON CONFLICT (path) DO NOTHING
      """;

  private static final String ADD_FIGURES =
      """
      INSERT INTO figure (report, revision, cell, number, blank)
      SELECT ?, ?, cell, number, blank
      FROM unnest(?::smallint[], ?::numeric[], ?::boolean[]) AS f (cell, number, blank)
      """;

  private static final String ADD_PUBLICATIONS =
      """
      INSERT INTO publication (report, revision, position, channel, unit, count, approximate)
      SELECT ?, ?, position, channel, unit, count, approximate
      FROM unnest(?::text[], ?::text[], ?::numeric[], ?::boolean[])
        WITH ORDINALITY AS p (channel, unit, count, approximate, position)
      """;

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
    sql.update(REGISTER_CELLS, (Object) paths);
    Map<String, Short> numbered = new HashMap<>();
    sql.list("SELECT path, id FROM cell", row -> numbered.put(row.getString(1), row.getShort(2)));
    cells = Map.copyOf(numbered);
  }

  /** Writes the figures of a revision when it is handed in for the first time. */
  void add(Revision.Key revision, Content content) {
    addFigures(revision, content);
    addPublications(revision, content);
  }

  private void addFigures(Revision.Key revision, Content content) {
    List<Short> places = new ArrayList<>();
    List<BigDecimal> numbers = new ArrayList<>();
    List<Boolean> blanks = new ArrayList<>();
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
                places.add(cell);
                numbers.add(number);
                blanks.add(number == null && !(figure instanceof Figure.NotApplicable));
              }
            });
    sql.work(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(ADD_FIGURES)) {
            insert.setLong(1, revision.report());
            insert.setInt(2, revision.number());
            set(insert, 3, "smallint", places);
            set(insert, 4, "numeric", numbers);
            set(insert, 5, "boolean", blanks);
            return insert.executeUpdate();
          }
        });
  }

  private boolean isOfStatedUnit(Content content, String path) {
    return cells.containsKey(content.summand(path)) && !content.summand(path).equals(path);
  }

  /** The number of what a figure is added to; null for a total, which is checked, never added. */
  private Short cellOf(Content content, String path) {
    Short stated = cells.get(content.summand(path));
    return stated == null ? cells.get(path) : stated;
  }

  private void addPublications(Revision.Key revision, Content content) {
    List<PublicationCount> counts = new ArrayList<>(content.publications());
    content.published().ifPresent(counts::add);
    // neither a number nor a blank: nothing to add up
    counts.removeIf(count -> count.count() instanceof Figure.NotApplicable);
    if (counts.isEmpty()) {
      return;
    }
    sql.work(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(ADD_PUBLICATIONS)) {
            insert.setLong(1, revision.report());
            insert.setInt(2, revision.number());
            set(insert, 3, "text", counts.stream().map(PublicationCount::channel).toList());
            set(insert, 4, "text", counts.stream().map(PublicationCount::unit).toList());
            set(insert, 5, "numeric", counts.stream().map(c -> numberOf(c.count())).toList());
            set(insert, 6, "boolean", counts.stream().map(PublicationCount::approximate).toList());
            return insert.executeUpdate();
          }
        });
  }

  private static BigDecimal numberOf(Figure figure) {
    return figure instanceof Figure.Stated stated ? stated.number() : null;
  }

  private static void set(PreparedStatement statement, int index, String type, List<?> values)
      throws SQLException {
    Connection connection = statement.getConnection();
    statement.setArray(index, connection.createArrayOf(type, values.toArray()));
  }
}
