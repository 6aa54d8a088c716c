package org.gongkai.crosscheck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gongkai.check.Equation;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.rule.Rule;
import org.gongkai.rule.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Holds a figure against what last year's reports let it be: that of the organ's own, or that and
 * what organs left that were merged into it.
 */
final class MergerChecks {

  /** Of more, not every selection is tried: only none, each, and all of them. */
  private static final int MOST_SELECTED = 6;

  /** What one of them left. */
  private record Left(String organ, BigDecimal number, List<CellState> cells) {}

  Optional<Finding> check(
      Equation equation, Content previous, List<Merged> merged, Content current) {
    List<CellState> cells = new ArrayList<>();
    BigDecimal stated = sum(equation.left(), previous, current, cells);
    BigDecimal own = sum(equation.right(), previous, current, cells);
    if (stated == null || own == null) {
      return Optional.empty();
    }
    List<Left> known = new ArrayList<>();
    boolean allKnown = true;
    for (Merged organ : merged) {
      Left left = left(equation, organ);
      allKnown &= left != null;
      if (left != null && left.number().signum() != 0) {
        known.add(left);
      }
    }
    BigDecimal whole =
        own.add(known.stream().map(Left::number).reduce(BigDecimal.ZERO, BigDecimal::add));
    if (stated.compareTo(whole) == 0) {
      return Optional.empty();
    }
    known.forEach(left -> cells.addAll(left.cells()));
    if (!allKnown) {
      boolean more = stated.compareTo(own) > 0;
      return stated.compareTo(own) == 0
          ? Optional.empty()
          : Optional.of(
              more
                  ? finding(
                      equation, FindingKind.YEARS_OF_MERGER, Severity.INFO, cells, stated, own)
                  : broken(equation, FindingKind.YEARS, cells, stated, own));
    }
    if (known.isEmpty()) {
      return Optional.of(broken(equation, FindingKind.YEARS, cells, stated, own));
    }
    SortedSet<BigDecimal> possible = possible(own, known);
    Finding found =
        possible.contains(stated)
            ? finding(equation, FindingKind.MERGER_LEFT_OUT, Severity.INFO, cells, stated, whole)
            : broken(equation, FindingKind.BEYOND_MERGER, cells, stated, own);
    return Optional.of(found.explicable(List.copyOf(possible)));
  }

  /** What the organ left, or null where that is not stated. */
  private static @Nullable Left left(Equation equation, Merged merged) {
    if (merged.last() == null) {
      return null;
    }
    List<CellState> cells = new ArrayList<>();
    BigDecimal right = ofLastYear(equation.right(), merged, cells);
    BigDecimal left = ofLastYear(equation.left(), merged, cells);
    return left == null || right == null
        ? null
        : new Left(merged.organ(), right.subtract(left), cells);
  }

  private static @Nullable BigDecimal ofLastYear(
      List<Equation.Operand> operands, Merged merged, List<CellState> cells) {
    List<CellState> its = new ArrayList<>();
    List<Equation.Operand> previous = operands.stream().filter(Equation.Operand::previous).toList();
    BigDecimal sum = sum(previous, merged.last(), merged.last(), its);
    its.forEach(
        cell ->
            cells.add(
                cell.ofReport(
                    Objects.requireNonNull(merged.last()).year(), merged.organ(), merged.name())));
    return sum;
  }

  /** In their order, each once, whatever their decimals. */
  private static SortedSet<BigDecimal> possible(BigDecimal own, List<Left> known) {
    SortedSet<BigDecimal> possible = new TreeSet<>(List.of(own));
    BigDecimal all = own;
    for (Left left : known) {
      if (known.size() <= MOST_SELECTED) {
        List<BigDecimal> without = List.copyOf(possible);
        without.forEach(sum -> possible.add(sum.add(left.number())));
      } else {
        possible.add(own.add(left.number()));
      }
      all = all.add(left.number());
    }
    possible.add(all);
    return possible;
  }

  private static Finding broken(
      Equation equation,
      FindingKind kind,
      List<CellState> cells,
      BigDecimal left,
      BigDecimal right) {
    return finding(equation, kind, equation.rule().severity(), cells, left, right);
  }

  private static Finding finding(
      Equation equation,
      FindingKind kind,
      Severity severity,
      List<CellState> cells,
      BigDecimal left,
      BigDecimal right) {
    Rule.TwoSided rule = equation.rule();
    return new Finding(
        rule.id(),
        rule.version(),
        equation.edition(),
        severity,
        kind,
        rule.section(),
        equation.place(),
        cells,
        left,
        right);
  }

  /** The sum of a side, or null where a figure is not stated. */
  private static @Nullable BigDecimal sum(
      List<Equation.Operand> operands,
      @Nullable Content previous,
      @Nullable Content current,
      List<CellState> cells) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Equation.Operand operand : operands) {
      Content content = operand.previous() ? previous : current;
      if (!(Objects.requireNonNull(content).figures().at(operand.path())
          instanceof Figure.Stated stated)) {
        return null;
      }
      Integer year = operand.previous() ? content.year() : null;
      cells.add(CellState.of(operand.path(), year, stated));
      sum = operand.negative() ? sum.subtract(stated.number()) : sum.add(stated.number());
    }
    return sum;
  }
}
