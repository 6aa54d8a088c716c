package org.gongkai.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Rule;

/** The rules that hold a report against last year's of the same organ. */
public final class YearChecks {

  private final Map<String, List<Equation>> equations = new HashMap<>();
  private final Map<String, List<Rule>> jumps = new HashMap<>();

  public YearChecks(Forms forms) {
    for (Form form : forms.all()) {
      equations.put(form.edition(), Equation.of(form, Rule.Relation.YEARS));
      jumps.put(form.edition(), form.rules(Rule.Relation.JUMP));
    }
  }

  /**
   * What the rules say of {@code current}. A rule says nothing where a figure that it needs is not
   * stated, or does not exist in last year's edition.
   */
  public List<Finding> check(Content previous, Content current) {
    List<Finding> findings = new ArrayList<>();
    if (previous.year() + 1 != current.year()) {
      return findings;
    }
    current
        .editions()
        .forEach(
            (section, edition) -> {
              for (Equation equation : equations.get(edition)) {
                boolean holds = equation.rule().firstYear() <= current.year();
                if (holds && equation.rule().section().equals(section)) {
                  checkEquation(equation, previous, current, findings);
                }
              }
            });
    current.figures().forEach((path, figure) -> checkJump(path, previous, current, findings));
    return List.copyOf(findings);
  }

  private static void checkEquation(
      Equation equation, Content previous, Content current, List<Finding> findings) {
    List<Finding.CellState> cells = new ArrayList<>();
    BigDecimal left = sum(equation.left(), previous, current, cells);
    BigDecimal right = sum(equation.right(), previous, current, cells);
    if (left == null || right == null || left.compareTo(right) == 0) {
      return;
    }
    Rule rule = equation.rule();
    findings.add(
        new Finding(
            rule.id(),
            rule.version(),
            equation.edition(),
            rule.severity(),
            Finding.Kind.YEARS,
            rule.section(),
            equation.place(),
            cells,
            left,
            right));
  }

  /** The sum of a side, or null where a figure is not stated. */
  private static BigDecimal sum(
      List<Equation.Operand> operands,
      Content previous,
      Content current,
      List<Finding.CellState> cells) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Equation.Operand operand : operands) {
      Content content = operand.previous() ? previous : current;
      if (!(content.figures().at(operand.path()) instanceof Figure.Stated stated)) {
        return null;
      }
      Integer year = operand.previous() ? previous.year() : null;
      cells.add(CellStates.of(operand.path(), year, stated));
      sum = operand.negative() ? sum.subtract(stated.number()) : sum.add(stated.number());
    }
    return sum;
  }

  private void checkJump(String path, Content previous, Content current, List<Finding> findings) {
    if (isOfOtherUnit(path, previous, current)
        || !(current.figures().at(path) instanceof Figure.Stated now)
        || !(previous.figures().at(path) instanceof Figure.Stated before)) {
      return;
    }
    String section = path.substring(0, path.indexOf('.'));
    String edition = current.editions().get(section);
    for (Rule rule : jumps.get(edition)) {
      if (isJump(rule, before.number(), now.number())) {
        findings.add(
            new Finding(
                rule.id(),
                rule.version(),
                edition,
                rule.severity(),
                Finding.Kind.JUMP,
                section,
                path,
                List.of(CellStates.of(path, now), CellStates.of(path, previous.year(), before)),
                now.number(),
                before.number()));
      }
    }
  }

  /** Amounts that are stated in different units cannot be compared. */
  private static boolean isOfOtherUnit(String path, Content previous, Content current) {
    return !current.summand(path).equals(previous.summand(path));
  }

  private static boolean isJump(Rule rule, BigDecimal before, BigDecimal now) {
    BigDecimal larger = before.abs().max(now.abs());
    BigDecimal smaller = before.abs().min(now.abs());
    return larger.compareTo(rule.threshold()) > 0
        && larger.compareTo(smaller.multiply(rule.factor())) > 0;
  }
}
