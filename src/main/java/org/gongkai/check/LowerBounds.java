package org.gongkai.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.form.Figures;
import org.gongkai.form.Forms;
import org.gongkai.rule.Rule;

/**
 * Finds left sides that are less than their right side. A cell without a number could hold what is
 * missing, so a rule is silent until all its cells state one.
 */
final class LowerBounds {

  private final Map<String, List<Equation>> bounds = new HashMap<>();

  LowerBounds(Forms forms) {
    forms.all().forEach(f -> bounds.put(f.edition(), Equation.of(f, Rule.AtLeast.class)));
  }

  List<Finding> check(Content content) {
    List<Finding> findings = new ArrayList<>();
    content
        .editions()
        .forEach(
            (section, edition) ->
                Objects.requireNonNull(bounds.get(edition)).stream()
                    .filter(bound -> bound.rule().section().equals(section))
                    .filter(bound -> isStated(bound, content.figures()))
                    .forEach(bound -> check(bound, content.figures(), findings)));
    return findings;
  }

  private static boolean isStated(Equation bound, Figures figures) {
    return bound
        .operands()
        .allMatch(operand -> figures.at(operand.path()) instanceof Figure.Stated);
  }

  private static void check(Equation bound, Figures figures, List<Finding> findings) {
    Equation.Side left = Equation.Side.of(bound.left(), figures);
    Equation.Side right = Equation.Side.of(bound.right(), figures);
    if (left.sum().compareTo(right.sum()) < 0) {
      findings.add(bound.finding(bound.rule().severity(), FindingKind.BELOW, left, right, figures));
    }
  }
}
