package org.gongkai.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.Suggestion;
import org.gongkai.form.CellPath;
import org.gongkai.form.Figure;
import org.gongkai.form.Figures;
import org.jspecify.annotations.Nullable;

/**
 * Totals that were left at 0 while their parts are not, the commonest mistake of all: a cell, a row
 * or a whole column of them. A total is a cell that is a side of a rule by itself. All of them are
 * filled in together, since totals are parts of totals, and only what contradicts no rule is kept:
 * the parts may as well stand in the wrong row.
 */
final class ZeroTotals {

  private final List<Equation> equations;
  private final Figures figures;

  /** What the totals should be, by path. */
  private final Map<String, BigDecimal> filled = new LinkedHashMap<>();

  private ZeroTotals(List<Equation> equations, Figures figures) {
    this.equations = equations;
    this.figures = figures;
  }

  static ZeroTotals of(List<Equation> equations, Figures figures) {
    ZeroTotals totals = new ZeroTotals(equations, figures);
    Set<String> contradictory = new HashSet<>();
    do {
      totals.fillAllBut(contradictory);
    } while (contradictory.addAll(totals.contradictory()));
    return totals;
  }

  private void fillAllBut(Set<String> contradictory) {
    filled.clear();
    boolean changed = true;
    // ends where two rules want two numbers of one total, too
    for (int i = 0; changed && i <= equations.size(); i++) {
      changed = false;
      for (Equation equation : equations) {
        changed |= fill(equation.left(), equation.right(), contradictory);
        changed |= fill(equation.right(), equation.left(), contradictory);
      }
    }
  }

  /** Makes a side of one cell what the other side is; whether that is news. */
  private boolean fill(
      List<Equation.Operand> total, List<Equation.Operand> parts, Set<String> contradictory) {
    if (total.size() != 1 || parts.size() == 1) {
      return false;
    }
    String path = total.getFirst().path();
    if (!isZero(figures.at(path)) || contradictory.contains(path)) {
      return false;
    }
    Equation.Side sum = Equation.Side.of(parts, filledIn());
    if (!sum.isExact() || sum.sum().signum() <= 0) {
      return false;
    }
    BigDecimal before = filled.put(path, sum.sum());
    return before == null || before.compareTo(sum.sum()) != 0;
  }

  private static boolean isZero(@Nullable Figure figure) {
    return figure instanceof Figure.Stated stated && stated.number().signum() == 0;
  }

  /**
   * The totals in rules that do not hold with them, and those that are just what another rule
   * lacks: their parts may be that one's.
   */
  private Set<String> contradictory() {
    Figures after = filledIn();
    Set<String> paths = new HashSet<>();
    for (Equation equation : equations) {
      if (!equation.accepts(figures, after)) {
        BigDecimal gap = equation.gap(after);
        filled.forEach(
            (path, number) -> {
              if (equation.names(path) || number.compareTo(gap) == 0) {
                paths.add(path);
              }
            });
      }
    }
    return paths;
  }

  /** The figures with these totals. */
  Figures filledIn() {
    return filled.isEmpty() ? figures : figures.with(filled);
  }

  /**
   * The broken rules, those that name such totals with what these should be. Where a row and a
   * column were left at 0, their common total breaks no rule yet: the first finding has it as well.
   */
  List<Finding> suggestingTo(List<Finding> broken) {
    Set<String> unnamed = new LinkedHashSet<>(filled.keySet());
    broken.forEach(f -> f.cells().forEach(cell -> unnamed.remove(cell.path())));
    List<Finding> suggesting = new ArrayList<>();
    for (Finding finding : broken) {
      Set<String> its = new LinkedHashSet<>();
      finding.cells().forEach(cell -> its.add(cell.path()));
      its.retainAll(filled.keySet());
      if (its.isEmpty()) {
        suggesting.add(finding);
      } else {
        its.addAll(unnamed);
        unnamed.clear();
        suggesting.add(finding.suggesting(suggestion(its)));
      }
    }
    return suggesting;
  }

  private Suggestion suggestion(Set<String> paths) {
    List<CellState> cells =
        paths.stream()
            .map(
                path ->
                    CellState.of(path, new Figure.Stated(Objects.requireNonNull(filled.get(path)))))
            .toList();
    return new Suggestion(Suggestion.Mistake.ZERO_TOTAL, cells, null, line(), filled.size());
  }

  /** The column, or else the row, that all of several totals stand in, or null. */
  private @Nullable String line() {
    return filled.size() < 2
        ? null
        : common(ZeroTotals::column).or(() -> common(CellPath::row)).orElse(null);
  }

  private Optional<String> common(UnaryOperator<String> line) {
    Set<String> lines = new HashSet<>();
    filled.keySet().forEach(path -> lines.add(line.apply(path)));
    return lines.size() == 1 ? lines.stream().findFirst() : Optional.empty();
  }

  private static String column(String path) {
    return CellPath.section(path) + "." + CellPath.column(path);
  }
}
