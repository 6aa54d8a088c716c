package org.gongkai.rollup;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.gongkai.form.Forms;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Which rows and numbers of a rollup are wanted: others are not laid out. Coverage stays that of
 * the whole.
 *
 * @param keys values of the column that tells the rows apart; empty: all
 * @param columns of a table; empty: all
 */
record RollupFilter(Set<String> keys, Set<String> columns) {

  boolean hasRow(String key) {
    return keys.isEmpty() || keys.contains(key);
  }

  /** Whether a row has a column of the form, and what is said of that. */
  boolean hasColumn(String id) {
    return columns.isEmpty() || columns.contains(id);
  }

  boolean hasAllRows() {
    return keys.isEmpty();
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
      Set<String> rows = table ? sections.of(subject).rowIds() : Set.of();
      Set<String> columns = table ? sections.of(subject).columnIds() : Set.of();
      Set<String> channels =
          subject.equals(Published.SECTION) ? forms.channels().keySet() : Set.of();
      Set<String> wanted = known("row", asked.rows(), rows);
      Set<String> ofChannels = known("channel", asked.channels(), channels);
      return new RollupFilter(
          table ? wanted : ofChannels, known("column", asked.columns(), columns));
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
