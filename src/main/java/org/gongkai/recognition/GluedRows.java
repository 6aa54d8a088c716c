package org.gongkai.recognition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.form.Form;
import org.gongkai.form.Row;
import org.gongkai.form.Section;
import org.gongkai.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Rows whose figures stand without blanks between them, cut apart together: of each row all cuts
 * that its own sum allows, and of these the only ones with which all columns add up.
 */
final class GluedRows {

  private static final int MOST_STATES = 40_000;

  /** What is chosen up to a row. */
  private record State(@Nullable State before, List<String> cut, boolean only) {}

  private final SectionSums sums;
  private final String section;

  GluedRows(SectionSums sums, String section) {
    this.sums = sums;
    this.section = section;
  }

  /**
   * The cut of each row.
   *
   * @param cuts by row, what it can be; of a row that was not glued, its figures
   * @return null where no edition has just these rows, or no choice or more than one adds up
   */
  @Nullable Map<String, List<String>> choose(Map<String, List<List<String>>> cuts) {
    Map<String, List<String>> only = null;
    for (Form form : sums.forms().all()) {
      Section its = form.section(section);
      List<Rule.Sum> rules = sums.rules(form, Rule.Each.COLUMN);
      if (its != null && !rules.isEmpty() && rows(its).equals(cuts.keySet())) {
        Map<String, List<String>> found = choose(its, rules, cuts);
        if (found == null || only != null && !only.equals(found)) {
          return null;
        }
        only = found;
      }
    }
    return only;
  }

  private static Set<String> rows(Section section) {
    Set<String> rows = new LinkedHashSet<>();
    section.cells().values().forEach(cell -> rows.add(cell.row().id()));
    return rows;
  }

  private @Nullable Map<String, List<String>> choose(
      Section its, List<Rule.Sum> rules, Map<String, List<List<String>>> cuts) {
    int columns = its.columns().size();
    Map<List<Long>, State> states = new HashMap<>();
    states.put(zeros(columns * rules.size()), new State(null, List.of(), true));
    for (var row : cuts.entrySet()) {
      int[] signs = signs(its, rules, row.getKey());
      Map<List<Long>, State> next = new HashMap<>();
      for (var state : states.entrySet()) {
        for (List<String> cut : row.getValue()) {
          List<Long> left = added(state.getKey(), signs, cut);
          State its1 = new State(state.getValue(), cut, state.getValue().only());
          next.merge(left, its1, (one, other) -> new State(one.before(), one.cut(), false));
        }
        if (next.size() > MOST_STATES) {
          return null;
        }
      }
      states = next;
    }
    State last = states.get(zeros(columns * rules.size()));
    return last == null || !last.only() ? null : chosen(last, List.copyOf(cuts.keySet()));
  }

  private static Map<String, List<String>> chosen(State last, List<String> rows) {
    Map<String, List<String>> chosen = new LinkedHashMap<>();
    State state = last;
    for (int i = rows.size() - 1; i >= 0 && state != null; i--) {
      chosen.put(rows.get(i), state.cut());
      state = state.before();
    }
    return chosen;
  }

  private static List<Long> zeros(int count) {
    Long[] zeros = new Long[count];
    Arrays.fill(zeros, 0L);
    return List.of(zeros);
  }

  /** On which side of each rule a row stands: 1, −1, or 0 where it is in none. */
  private static int[] signs(Section section, List<Rule.Sum> rules, String row) {
    int[] signs = new int[rules.size()];
    for (int i = 0; i < signs.length; i++) {
      signs[i] =
          names(section, rules.get(i).left(), row) - names(section, rules.get(i).right(), row);
    }
    return signs;
  }

  private static int names(Section section, List<String> names, String row) {
    int count = 0;
    for (String name : names) {
      for (Row its : section.rowsNamed(name)) {
        count += its.id().equals(row) ? 1 : 0;
      }
    }
    return count;
  }

  private static List<Long> added(List<Long> before, int[] signs, List<String> figures) {
    List<Long> added = new ArrayList<>(before);
    for (int rule = 0; rule < signs.length; rule++) {
      for (int i = 0; signs[rule] != 0 && i < figures.size(); i++) {
        int at = rule * figures.size() + i;
        added.set(at, added.get(at) + signs[rule] * Long.parseLong(figures.get(i)));
      }
    }
    return List.copyOf(added);
  }
}
