package org.gongkai.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.form.Figures;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.PublicationCount;
import org.gongkai.form.Rule;
import org.gongkai.form.Severity;

/** The rules that one report is held against by itself. */
public final class Checks {

  private static final String PUBLICATIONS = "publications";

  private final Forms forms;
  private final Map<String, List<Equation>> equations = new HashMap<>();

  public Checks(Forms forms) {
    this.forms = forms;
    forms.all().forEach(f -> equations.put(f.edition(), Equation.of(f, Rule.Relation.SUM)));
  }

  /** What the rules say of a report; errors first. */
  public List<Finding> check(Content content) {
    List<Finding> broken = new ArrayList<>();
    List<Finding> doubtful = new ArrayList<>();
    List<Finding> blank = new ArrayList<>();
    List<Finding> remarks = new ArrayList<>();
    content.figures().forEach((path, figure) -> checkCell(content, path, figure, broken, blank));
    checkPublications(content, broken, blank);
    content
        .editions()
        .forEach(
            (section, edition) -> {
              List<Finding> ofSection = new ArrayList<>();
              for (Equation equation : equations.get(edition)) {
                if (equation.rule().section().equals(section)) {
                  checkEquation(equation, content.figures(), ofSection, doubtful);
                }
              }
              broken.addAll(suggesting(ofSection, section, edition, content.figures()));
            });
    broken.addAll(new TextCheck(forms.inForce(content.year()), content).findings());
    NarrativeChecks narrative = new NarrativeChecks(forms, content);
    narrative.findings().forEach(f -> (f.severity() == Severity.INFO ? remarks : doubtful).add(f));
    broken.addAll(doubtful);
    broken.addAll(blank);
    broken.addAll(remarks);
    return List.copyOf(broken);
  }

  /** The broken rules of a section, with the one mistake that would explain them all. */
  private List<Finding> suggesting(
      List<Finding> broken, String section, String edition, Figures figures) {
    if (broken.isEmpty()) {
      return broken;
    }
    List<Equation> its =
        equations.get(edition).stream().filter(e -> e.rule().section().equals(section)).toList();
    return Repair.of(forms.known(edition).section(section), its, figures)
        .map(suggestion -> broken.stream().map(f -> f.suggesting(suggestion)).toList())
        .orElse(broken);
  }

  private void checkCell(
      Content content, String path, Figure figure, List<Finding> broken, List<Finding> blank) {
    String section = path.substring(0, path.indexOf('.'));
    Form form = forms.known(content.editions().get(section));
    checkCell(form, section, path, figure, broken, blank);
  }

  private static void checkCell(
      Form form,
      String section,
      String path,
      Figure figure,
      List<Finding> broken,
      List<Finding> blank) {
    switch (figure) {
      case Figure.Malformed malformed ->
          broken.add(
              ofCell(form, Rule.Relation.KIND, Finding.Kind.MALFORMED, section, path, figure));
      case Figure.Blank nothing ->
          blank.add(ofCell(form, Rule.Relation.BLANK, Finding.Kind.BLANK, section, path, figure));
      case Figure.Stated stated -> {
        // a number of its kind
      }
      case Figure.NotApplicable none -> {
        // says enough
      }
    }
  }

  private static Finding ofCell(
      Form form,
      Rule.Relation relation,
      Finding.Kind kind,
      String section,
      String path,
      Figure figure) {
    Rule rule = form.rules(relation).getFirst();
    return new Finding(
        rule.id(),
        rule.version(),
        form.edition(),
        rule.severity(),
        kind,
        section,
        path,
        List.of(CellStates.of(path, figure)),
        null,
        null);
  }

  private void checkPublications(Content content, List<Finding> broken, List<Finding> blank) {
    Form form = forms.inForce(content.year());
    List<PublicationCount> channels = content.publications();
    for (int i = 0; i < channels.size(); i++) {
      String path = "publications.channels[" + i + "].count";
      checkCell(form, PUBLICATIONS, path, channels.get(i).count(), broken, blank);
    }
    content
        .published()
        .ifPresent(
            total ->
                checkCell(
                    form, PUBLICATIONS, "publications.total.count", total.count(), broken, blank));
  }

  private static void checkEquation(
      Equation equation, Figures figures, List<Finding> broken, List<Finding> doubtful) {
    Side left = Side.of(equation.left(), figures);
    Side right = Side.of(equation.right(), figures);
    int order = left.sum().compareTo(right.sum());
    if (left.isSilent() || right.isSilent() || order == 0) {
      return;
    }
    // blanks can only make their side larger
    boolean canBeFilled = order < 0 ? !left.isExact() : !right.isExact();
    if (canBeFilled) {
      doubtful.add(
          ofEquation(equation, Severity.WARNING, Finding.Kind.IN_DOUBT, left, right, figures));
    } else {
      Severity severity = equation.rule().severity();
      broken.add(ofEquation(equation, severity, Finding.Kind.BROKEN, left, right, figures));
    }
  }

  private static Finding ofEquation(
      Equation equation,
      Severity severity,
      Finding.Kind kind,
      Side left,
      Side right,
      Figures figures) {
    List<Finding.CellState> cells = new ArrayList<>();
    equation.left().forEach(o -> cells.add(CellStates.of(o.path(), figures.at(o.path()))));
    equation.right().forEach(o -> cells.add(CellStates.of(o.path(), figures.at(o.path()))));
    Rule rule = equation.rule();
    return new Finding(
        rule.id(),
        rule.version(),
        equation.edition(),
        severity,
        kind,
        rule.section(),
        equation.place(),
        cells,
        left.sum(),
        right.sum());
  }
}
