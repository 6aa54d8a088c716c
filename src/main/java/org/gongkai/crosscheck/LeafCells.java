package org.gongkai.crosscheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.check.Equation;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.rule.Rule;
import org.jspecify.annotations.Nullable;

/** The leaf cells that a cell is the sum of, by the rules of its form: only leaves are kept. */
final class LeafCells {

  private final Map<String, Map<String, List<String>>> addends = new HashMap<>();

  public LeafCells(Forms forms) {
    for (Form form : forms.all()) {
      Map<String, List<String>> its = new HashMap<>();
      for (Equation equation : Equation.of(form, Rule.Sum.class)) {
        if (equation.right().size() == 1) {
          its.putIfAbsent(
              equation.right().getFirst().path(),
              equation.left().stream().map(Equation.Operand::path).toList());
        }
      }
      addends.put(form.edition(), its);
    }
  }

  /** A leaf is itself. */
  public List<String> of(@Nullable String edition, String path) {
    List<String> leaves = new ArrayList<>();
    add(Objects.requireNonNull(addends.get(edition)), path, new HashSet<>(), leaves);
    return leaves;
  }

  /**
   * What was taken apart is not taken apart again: two rules may make each of two totals the other.
   */
  private static void add(
      Map<String, List<String>> addends, String path, Set<String> apart, List<String> leaves) {
    List<String> parts = addends.get(path);
    if (parts == null || !apart.add(path)) {
      leaves.add(path);
    } else {
      parts.forEach(part -> add(addends, part, apart, leaves));
    }
  }
}
