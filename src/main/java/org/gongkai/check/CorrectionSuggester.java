package org.gongkai.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.form.Figure;
import org.gongkai.form.Figures;
import org.gongkai.form.Row;
import org.gongkai.form.Section;

/**
 * Looks for the one mistake that explains every broken rule of a section: one wrong cell, two cells
 * of a row that hold each other's number, a row that stands one column beside its own. Where
 * several would do, nothing is suggested: a wrong hint is worse than none.
 */
final class CorrectionSuggester {

  private final Section section;
  private final List<Equation> equations;
  private final Map<String, BigDecimal> numbers = new HashMap<>();

  private CorrectionSuggester(Section section, List<Equation> equations) {
    this.section = section;
    this.equations = equations;
  }

  /** What would satisfy all rules of the section that break now. */
  static Optional<Suggestion> of(Section section, List<Equation> equations, Figures figures) {
    CorrectionSuggester correctionSuggester = new CorrectionSuggester(section, equations);
    for (Equation equation : equations) {
      for (Equation.Operand operand : operands(equation).toList()) {
        if (!(figures.at(operand.path()) instanceof Figure.Stated stated)) {
          return Optional.empty();
        }
        correctionSuggester.numbers.put(operand.path(), stated.number());
      }
    }
    Optional<Suggestion> single = correctionSuggester.oneCell();
    return single.isPresent() ? single : correctionSuggester.oneRow();
  }

  private static Stream<Equation.Operand> operands(Equation equation) {
    return Stream.concat(equation.left().stream(), equation.right().stream());
  }

  private static Set<String> paths(Equation equation) {
    return operands(equation).map(Equation.Operand::path).collect(Collectors.toSet());
  }

  private BigDecimal excess(Equation equation, Map<String, BigDecimal> of) {
    BigDecimal excess = BigDecimal.ZERO;
    for (Equation.Operand operand : equation.left()) {
      excess = excess.add(of.get(operand.path()));
    }
    for (Equation.Operand operand : equation.right()) {
      excess = excess.subtract(of.get(operand.path()));
    }
    return excess;
  }

  private boolean holds(Map<String, BigDecimal> changed) {
    return equations.stream().allMatch(e -> excess(e, changed).signum() == 0);
  }

  private Optional<Suggestion> oneCell() {
    List<Equation> broken =
        equations.stream().filter(e -> excess(e, numbers).signum() != 0).toList();
    Set<String> candidates = paths(broken.getFirst());
    broken.forEach(e -> candidates.retainAll(paths(e)));
    List<Suggestion> found = new ArrayList<>();
    for (String path : candidates) {
      Equation first = broken.getFirst();
      boolean onTheLeft = first.left().stream().anyMatch(o -> o.path().equals(path));
      BigDecimal excess = excess(first, numbers);
      BigDecimal number = numbers.get(path).add(onTheLeft ? excess.negate() : excess);
      Map<String, BigDecimal> changed = new HashMap<>(numbers);
      changed.put(path, number);
      if (number.signum() >= 0 && holds(changed)) {
        boolean digits = digits(number).equals(digits(numbers.get(path)));
        Suggestion.Mistake mistake = digits ? Suggestion.Mistake.DIGITS : Suggestion.Mistake.NUMBER;
        found.add(new Suggestion(mistake, List.of(cell(path, number))));
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
      if (cells.size() > 2) {
        shift(cells, found);
        shift(cells.reversed(), found);
      }
    }
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private void swap(String one, String other, List<Suggestion> found) {
    if (numbers.get(one).compareTo(numbers.get(other)) != 0) {
      Map<String, BigDecimal> changed = new HashMap<>(numbers);
      changed.put(one, numbers.get(other));
      changed.put(other, numbers.get(one));
      addIfRight(Suggestion.Mistake.SWAPPED, List.of(one, other), changed, found);
    }
  }

  /** Every number one cell back; the first one must be 0, since nothing may be lost. */
  private void shift(List<String> cells, List<Suggestion> found) {
    long stated = cells.stream().filter(path -> numbers.get(path).signum() != 0).count();
    if (numbers.get(cells.getFirst()).signum() != 0 || stated < 2) {
      return;
    }
    Map<String, BigDecimal> changed = new HashMap<>(numbers);
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
                  .filter(path -> numbers.get(path).compareTo(changed.get(path)) != 0)
                  .map(path -> cell(path, changed.get(path)))
                  .toList()));
    }
  }

  private static CellState cell(String path, BigDecimal number) {
    return CellState.of(path, new Figure.Stated(number));
  }
}
