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
    return check(previous, List.of(), current);
  }

  /**
   * The same where other organs were merged into this one: what joins them all joins, and what does
   * not is explained by the merger and only information.
   *
   * @param merged last year's reports of those organs
   */
  public List<Finding> check(Content previous, List<Content> merged, Content current) {
    List<Finding> findings = new ArrayList<>();
    if (previous.year() + 1 != current.year()) {
      return findings;
    }
    List<Content> all = new ArrayList<>(merged);
    all.addFirst(previous);
    current
        .editions()
        .forEach(
            (section, edition) -> {
              for (Equation equation : equations.get(edition)) {
                boolean holds = equation.rule().firstYear() <= current.year();
                if (holds && equation.rule().section().equals(section)) {
                  checkEquation(equation, all, current, findings);
                }
              }
            });
    current.figures().forEach((path, figure) -> checkJump(path, all, current, findings));
    return List.copyOf(findings);
  }

  private static void checkEquation(
      Equation equation, List<Content> before, Content current, List<Finding> findings) {
    List<Finding.CellState> cells = new ArrayList<>();
    List<Content> own = before.subList(0, 1);
    BigDecimal left = sum(equation.left(), own, current, cells);
    BigDecimal right = sum(equation.right(), own, current, cells);
    if (left == null || right == null || left.compareTo(right) == 0) {
      return;
    }
    BigDecimal joined = sum(equation.right(), before, current, new ArrayList<>());
    if (joined != null && left.compareTo(joined) == 0) {
      return;
    }
    Rule rule = equation.rule();
    Finding finding =
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
            right);
    findings.add(before.size() == 1 ? finding : finding.explainedBy(Finding.Kind.YEARS_OF_MERGER));
  }

  /** The sum of a side, or null where a figure is not stated. */
  private static BigDecimal sum(
      List<Equation.Operand> operands,
      List<Content> before,
      Content current,
      List<Finding.CellState> cells) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Equation.Operand operand : operands) {
      for (Content content : operand.previous() ? before : List.of(current)) {
        if (!(content.figures().at(operand.path()) instanceof Figure.Stated stated)) {
          return null;
        }
        Integer year = operand.previous() ? content.year() : null;
        cells.add(CellStates.of(operand.path(), year, stated));
        sum = operand.negative() ? sum.subtract(stated.number()) : sum.add(stated.number());
      }
    }
    return sum;
  }

  private void checkJump(
      String path, List<Content> before, Content current, List<Finding> findings) {
    Content previous = before.getFirst();
    if (isOfOtherUnit(path, previous, current)
        || !(current.figures().at(path) instanceof Figure.Stated now)
        || !(previous.figures().at(path) instanceof Figure.Stated last)) {
      return;
    }
    String section = path.substring(0, path.indexOf('.'));
    String edition = current.editions().get(section);
    for (Rule rule : jumps.get(edition)) {
      if (Jumps.isJump(rule, last.number(), now.number())
          && Jumps.isJump(rule, sum(path, before), now.number())) {
        findings.add(
            new Finding(
                rule.id(),
                rule.version(),
                edition,
                rule.severity(),
                Finding.Kind.JUMP,
                section,
                path,
                List.of(CellStates.of(path, now), CellStates.of(path, previous.year(), last)),
                now.number(),
                last.number()));
      }
    }
  }

  /** Of what is stated. */
  private static BigDecimal sum(String path, List<Content> before) {
    return before.stream()
        .map(content -> content.figures().at(path))
        .map(f -> f instanceof Figure.Stated stated ? stated.number() : BigDecimal.ZERO)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Amounts that are stated in different units cannot be compared. */
  private static boolean isOfOtherUnit(String path, Content previous, Content current) {
    return !current.summand(path).equals(previous.summand(path));
  }
}
