package org.gongkai.crosscheck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.check.Equation;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.CellKind;
import org.gongkai.form.CellPath;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Section;
import org.gongkai.rule.Rule;

/** The rules that hold a report against last year's of the same organ. */
public final class YearChecks {

  private final Map<String, List<Equation>> equations = new HashMap<>();
  private final Map<String, List<Rule.Jump>> jumps = new HashMap<>();
  private final LeafCells leaves;

  /** Differences, which are not compared with those of another year. */
  private final Set<String> signed = new HashSet<>();

  private final MergerChecks mergers = new MergerChecks();

  public YearChecks(Forms forms) {
    leaves = new LeafCells(forms);
    for (Form form : forms.all()) {
      equations.put(form.edition(), Equation.of(form, Rule.Years.class));
      jumps.put(form.edition(), form.rules(Rule.Jump.class));
      for (Section section : form.sections().values()) {
        section
            .cells()
            .forEach(
                (path, cell) -> {
                  if (cell.column().kind() == CellKind.SIGNED) {
                    signed.add(path);
                  }
                });
      }
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
   * The same where other organs were merged into this one: a number may be the organ's own, or that
   * together with theirs. What is neither is as wrong as it would be without a merger.
   */
  public List<Finding> check(Content previous, List<Merged> merged, Content current) {
    List<Finding> findings = new ArrayList<>();
    if (previous.year() + 1 != current.year()) {
      return findings;
    }
    current
        .editions()
        .forEach(
            (section, edition) -> {
              for (Equation equation : Objects.requireNonNull(equations.get(edition))) {
                boolean holds = equation.rule().holdsIn(current.year());
                if (holds && equation.rule().section().equals(section)) {
                  mergers.check(equation, previous, merged, current).ifPresent(findings::add);
                }
              }
            });
    List<Content> all = new ArrayList<>(List.of(previous));
    merged.stream().map(Merged::last).filter(Objects::nonNull).forEach(all::add);
    List<Finding> jumped = new ArrayList<>();
    current.figures().forEach((path, figure) -> checkJump(path, all, current, jumped));
    findings.addAll(withoutTotals(jumped));
    return List.copyOf(findings);
  }

  /** A total that jumps with one of its cells is no jump of its own. */
  private List<Finding> withoutTotals(List<Finding> jumped) {
    Set<String> places = jumped.stream().map(Finding::place).collect(Collectors.toSet());
    return jumped.stream()
        .filter(
            jump ->
                leaves.of(jump.edition(), jump.place()).stream()
                    .noneMatch(leaf -> !leaf.equals(jump.place()) && places.contains(leaf)))
        .toList();
  }

  private void checkJump(
      String path, List<Content> before, Content current, List<Finding> findings) {
    Content previous = before.getFirst();
    if (signed.contains(path)
        || isOfOtherUnit(path, previous, current)
        || !(current.figures().at(path) instanceof Figure.Stated now)
        || !(previous.figures().at(path) instanceof Figure.Stated last)) {
      return;
    }
    String section = CellPath.section(path);
    String edition = current.editions().get(section);
    for (Rule.Jump rule : Objects.requireNonNull(jumps.get(edition))) {
      if (Jumps.isJump(rule, last.number(), now.number())
          && Jumps.isJump(rule, sum(path, before), now.number())) {
        findings.add(
            new Finding(
                rule.id(),
                rule.version(),
                edition,
                rule.severity(),
                FindingKind.JUMP,
                section,
                path,
                List.of(CellState.of(path, now), CellState.of(path, previous.year(), last)),
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
