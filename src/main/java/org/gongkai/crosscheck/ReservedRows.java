package org.gongkai.crosscheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongkai.check.Reporter;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Cell;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Row;
import org.gongkai.form.Section;
import org.gongkai.rule.Rule;

/**
 * Rows in which only some organs can state more than 0: no department of a local government and
 * nobody below a city makes rules (规章).
 */
final class ReservedRows {

  private final Forms forms;

  public ReservedRows(Forms forms) {
    this.forms = forms;
  }

  /** One finding for each such row that states something. */
  public List<Finding> check(Content content, Reporter reporter) {
    List<Finding> findings = new ArrayList<>();
    content
        .editions()
        .forEach(
            (section, edition) -> {
              Form form = forms.known(edition);
              for (Rule.Reserved rule : form.rules(Rule.Reserved.class)) {
                if (rule.section().equals(section) && !isOpenTo(rule, reporter)) {
                  check(form, rule, content, findings);
                }
              }
            });
    return findings;
  }

  private static boolean isOpenTo(Rule.Reserved rule, Reporter reporter) {
    return rule.openTo().stream()
        .anyMatch(
            who ->
                who.levels().contains(reporter.level())
                    && (who.kinds().isEmpty() || who.kinds().contains(reporter.kind())));
  }

  private static void check(
      Form form, Rule.Reserved rule, Content content, List<Finding> findings) {
    Section section = form.section(rule.section());
    for (Row row : Objects.requireNonNull(section).rows()) {
      if (!rule.rows().contains(row.id())) {
        continue;
      }
      List<CellState> stated = new ArrayList<>();
      for (Cell cell : section.cells().values()) {
        if (cell.row().equals(row)
            && content.figures().at(cell.path()) instanceof Figure.Stated figure
            && figure.number().signum() != 0) {
          stated.add(CellState.of(cell.path(), figure));
        }
      }
      if (!stated.isEmpty()) {
        String place = section.id() + "." + row.id();
        findings.add(
            Finding.of(form, rule, FindingKind.RESERVED, section.id(), place, stated, null, null));
      }
    }
  }
}
