package org.gongkai.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.Suggestion;
import org.gongkai.form.Figure;
import org.gongkai.form.Figures;

/**
 * Totals that were left at 0 while some of their parts are blank and the others are not 0. Nobody
 * knows the total, but it cannot be less than what is filled in. Nothing is said where another rule
 * contradicts that least: the parts may as well stand in the wrong row.
 */
final class LeastTotals {

  private final List<Equation> equations;
  private final Figures figures;

  /**
   * @param figures with the totals that are known
   */
  LeastTotals(List<Equation> equations, Figures figures) {
    this.equations = equations;
    this.figures = figures;
  }

  /** What the total of a broken rule is at least. */
  Optional<Suggestion> suggestion(Finding broken) {
    return equations.stream()
        .filter(e -> e.rule().id().equals(broken.rule()) && e.place().equals(broken.place()))
        .findFirst()
        .flatMap(
            rule ->
                of(rule, rule.left(), rule.right()).or(() -> of(rule, rule.right(), rule.left())));
  }

  private Optional<Suggestion> of(
      Equation rule, List<Equation.Operand> total, List<Equation.Operand> parts) {
    if (total.size() != 1
        || parts.size() == 1
        || parts.stream().anyMatch(Equation.Operand::negative)) {
      return Optional.empty();
    }
    String path = total.getFirst().path();
    Equation.Side sum = Equation.Side.of(parts, figures);
    boolean leftAtZero =
        figures.at(path) instanceof Figure.Stated stated && stated.number().signum() == 0;
    return leftAtZero
            && !sum.isExact()
            && sum.sum().signum() > 0
            && equations.stream().allMatch(e -> e.equals(rule) || allows(e, path, sum.sum()))
        ? Optional.of(Suggestion.atLeast(CellState.of(path, new Figure.Stated(sum.sum()))))
        : Optional.empty();
  }

  /**
   * Whether the total can be as large by another rule, and the parts are not just what that one
   * lacks.
   */
  private boolean allows(Equation other, String path, BigDecimal least) {
    if (!other.names(path)) {
      return other.verdict(figures) != Equation.Verdict.BROKEN
          || other.gap(figures).compareTo(least) != 0;
    }
    Figures after = figures.with(Map.of(path, least));
    Equation.Side left = Equation.Side.of(other.left(), after);
    Equation.Side right = Equation.Side.of(other.right(), after);
    boolean onTheLeft = other.left().stream().anyMatch(o -> o.path().equals(path));
    // the total can only be more, so that its side can grow, and the other one where it has blanks
    return onTheLeft
        ? left.sum().compareTo(right.sum()) <= 0 || !right.isExact() || right.isSilent()
        : right.sum().compareTo(left.sum()) <= 0 || !left.isExact() || left.isSilent();
  }
}
