package org.gongkai.rollup;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gongkai.form.Forms;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;
import org.gongkai.table.Row;
import org.jspecify.annotations.Nullable;

/**
 * Which rows and numbers of a rollup are wanted; coverage stays that of the whole.
 *
 * @param keys values of the column that tells the rows apart; empty: all
 * @param columns of a table; empty: all
 */
record RollupFilter(NamedColumn key, Set<String> keys, Set<String> columns) {

  /** The same rollup with nothing else. */
  RollupBuilder.Making of(RollupBuilder.Making make) {
    return keys.isEmpty() && columns.isEmpty()
        ? make
        : (sums, query, language) -> of(make.of(sums, query, language));
  }

  private RollupView of(RollupView rollup) {
    List<RollupRow> rows =
        Objects.requireNonNull(rollup.rows()).stream()
            .filter(row -> keys.isEmpty() || keys.contains(row.cells().text(key)))
            .map(row -> columns.isEmpty() ? row : row.with(wanted(row.cells())))
            .toList();
    return rollup.with(rows, rollup.totals());
  }

  private Row wanted(Row row) {
    Row wanted = new Row();
    row.all()
        .forEach(
            (column, cell) -> {
              if (isWanted((RollupColumn) column)) {
                wanted.put(column, cell);
              }
            });
    return wanted;
  }

  private boolean isWanted(RollupColumn column) {
    return switch (column) {
      case RollupColumn.Measure measure -> columns.contains(measure.id());
      case RollupColumn.ReportsOf reports -> isWanted(reports.of());
      case RollupColumn.Compared compared -> isWanted(compared.of());
      case NamedColumn named -> true;
    };
  }

  /** Reads what is asked for, by the names that the rollup has. */
  @Singleton
  static class Reader {

    private final SectionRows.All sections;
    private final Forms forms;

    Reader(SectionRows.All sections, Forms forms) {
      this.sections = sections;
      this.forms = forms;
    }

    RollupFilter read(RollupParameters asked) {
      String subject = asked.subject();
      boolean table = sections.ids().contains(subject);
      Set<String> rows = table ? Objects.requireNonNull(sections.of(subject)).rowIds() : Set.of();
      Set<String> columns =
          table ? Objects.requireNonNull(sections.of(subject)).columnIds() : Set.of();
      Set<String> channels =
          subject.equals(Published.SECTION) ? forms.channels().keySet() : Set.of();
      Set<String> wanted = known("row", asked.rows(), rows);
      Set<String> ofChannels = known("channel", asked.channels(), channels);
      return new RollupFilter(
          table ? NamedColumn.ROW : NamedColumn.CHANNEL,
          table ? wanted : ofChannels,
          known("column", asked.columns(), columns));
    }

    private static Set<String> known(String name, @Nullable List<String> asked, Set<String> known) {
      if (asked == null) {
        return Set.of();
      }
      for (String one : asked) {
        if (!known.contains(one)) {
          throw ProblemException.invalid(
              Violation.at("?" + name, "该汇总没有此项。", "The rollup has none of this name."));
        }
      }
      return Set.copyOf(asked);
    }
  }
}
