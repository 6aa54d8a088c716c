package org.gongkai.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Suggestion;
import org.gongkai.form.Figure;
import org.gongkai.form.Figures;
import org.gongkai.form.Row;
import org.gongkai.form.Section;

/**
 * Looks for the one mistake that explains every broken rule of a section: one wrong cell, two cells
 * of a row that hold each other's number, a row that stands one column beside its own. Where
 * several would do, nothing is suggested: a wrong hint is worse than none. A cell without a number
 * is left as it is, and no rule may come into doubt by what is suggested.
 */
final class CorrectionSuggester {

  private final Section section;
  private final List<Equation> equations;
  private final Figures figures;
  private final List<Equation> broken;
  private final Map<String, BigDecimal> numbers = new HashMap<>();

  private CorrectionSuggester(Section section, List<Equation> equations, Figures figures) {
    this.section = section;
    this.equations = equations;
    this.figures = figures;
    this.broken =
        equations.stream().filter(e -> e.verdict(figures) == Equation.Verdict.BROKEN).toList();
    equations.stream()
        .flatMap(Equation::operands)
        .map(Equation.Operand::path)
        .forEach(
            path -> {
              if (figures.at(path) instanceof Figure.Stated stated) {
                numbers.put(path, stated.number());
              }
            });
  }

  /** What would satisfy all rules of the section that break now. */
  static Optional<Suggestion> of(Section section, List<Equation> equations, Figures figures) {
    CorrectionSuggester suggester = new CorrectionSuggester(section, equations, figures);
    if (suggester.broken.isEmpty()) {
      return Optional.empty();
    }
    Optional<Suggestion> single = suggester.oneCell();
    return single.isPresent() ? single : suggester.oneRow();
  }

  /** What a cell of the section states, of those that state a number. */
  private BigDecimal number(String path) {
    return Objects.requireNonNull(numbers.get(path));
  }

  /** Nothing is broken any more, and nothing comes into doubt. */
  private boolean holds(Map<String, BigDecimal> changed) {
    // what has none of these cells is as broken as before
    if (!broken.stream().allMatch(equation -> equation.names(changed.keySet()))) {
      return false;
    }
    Figures after = figures.with(changed);
    return equations.stream().allMatch(equation -> equation.accepts(figures, after));
  }

  private Optional<Suggestion> oneCell() {
    return broken.stream().filter(this::isExact).findFirst().flatMap(this::oneCell);
  }

  private boolean isExact(Equation equation) {
    return equation
        .operands()
        .map(operand -> figures.at(operand.path()))
        .allMatch(f -> f instanceof Figure.Stated || f instanceof Figure.NotApplicable);
  }

  /** The cell that makes this rule and all others hold. */
  private Optional<Suggestion> oneCell(Equation exact) {
    BigDecimal excess =
        Equation.Side.of(exact.left(), figures)
            .sum()
            .subtract(Equation.Side.of(exact.right(), figures).sum());
    List<Suggestion> found = new ArrayList<>();
    for (String path : numbers.keySet()) {
      if (broken.stream().allMatch(e -> e.names(path))) {
        boolean onTheLeft = exact.left().stream().anyMatch(o -> o.path().equals(path));
        BigDecimal number = number(path).add(onTheLeft ? excess.negate() : excess);
        if (number.signum() >= 0 && holds(Map.of(path, number))) {
          boolean digits = digits(number).equals(digits(number(path)));
          Suggestion.Mistake mistake =
              digits ? Suggestion.Mistake.DIGITS : Suggestion.Mistake.NUMBER;
          found.add(new Suggestion(mistake, List.of(cell(path, number))));
        }
      }
    }
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static String digits(BigDecimal number) {
    char[] digits = number.toPlainString().toCharArray();
    Arrays.sort(digits);
    return new String(digits);
  }

  private Optional<Suggestion> oneRow() {
    List<Suggestion> found = new ArrayList<>();
    for (Row row : section.rows()) {
      List<String> cells =
          section.columns().stream()
              .map(column -> section.id() + "." + row.id() + "." + column.id())
              .filter(numbers::containsKey)
              .toList();
      for (int i = 0; i < cells.size(); i++) {
        for (int j = i + 1; j < cells.size(); j++) {
          swap(cells.get(i), cells.get(j), found);
        }
      }
      // a row with a gap has nothing that could have been shifted through it
      if (cells.size() > 2 && cells.size() == section.columnsOf(row).size()) {
        shift(cells, found);
        shift(cells.reversed(), found);
      }
    }
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private void swap(String one, String other, List<Suggestion> found) {
    if (number(one).compareTo(number(other)) != 0) {
      Map<String, BigDecimal> changed = Map.of(one, number(other), other, number(one));
      addIfRight(Suggestion.Mistake.SWAPPED, List.of(one, other), changed, found);
    }
  }

  /** Every number one cell back; the first one must be 0, since nothing may be lost. */
  private void shift(List<String> cells, List<Suggestion> found) {
    long stated = cells.stream().filter(path -> number(path).signum() != 0).count();
    if (number(cells.getFirst()).signum() != 0 || stated < 2) {
      return;
    }
    Map<String, BigDecimal> changed = new HashMap<>();
    for (int i = 0; i + 1 < cells.size(); i++) {
      changed.put(cells.get(i), numbers.get(cells.get(i + 1)));
    }
    changed.put(cells.getLast(), BigDecimal.ZERO);
    addIfRight(Suggestion.Mistake.SHIFTED, cells, changed, found);
  }

  private void addIfRight(
      Suggestion.Mistake mistake,
      List<String> cells,
      Map<String, BigDecimal> changed,
      List<Suggestion> found) {
    if (holds(changed)) {
      found.add(
          new Suggestion(
              mistake,
              cells.stream()
                  .filter(
                      path ->
                          number(path).compareTo(Objects.requireNonNull(changed.get(path))) != 0)
                  .map(path -> cell(path, Objects.requireNonNull(changed.get(path))))
                  .toList()));
    }
  }

  private static CellState cell(String path, BigDecimal number) {
    return CellState.of(path, new Figure.Stated(number));
  }
}
