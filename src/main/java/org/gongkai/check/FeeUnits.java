package org.gongkai.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.narrative.NarrativeText;
import org.gongkai.narrative.Statement;
import org.gongkai.rule.Relation;
import org.gongkai.rule.Rule;

/**
 * The fee that the table wants in 10,000 yuan and the text states in yuan: the same number in both
 * is too large by a factor of 10,000, or the processing fee of section six in its place.
 */
final class FeeUnits {

  private static final String AMOUNT = "disclosure.fees.amount";
  private static final String SECTION = "disclosure";
  private static final BigDecimal SMALLEST = BigDecimal.TEN;

  private FeeUnits() {}

  static List<Finding> of(Forms forms, Content content, List<NarrativeText> texts) {
    List<Finding> findings = new ArrayList<>();
    if (!(content.figures().at(AMOUNT) instanceof Figure.Stated stated)
        || stated.number().compareTo(SMALLEST) < 0) {
      return findings;
    }
    Form form = forms.known(Objects.requireNonNull(content.editions().get(SECTION)));
    for (NarrativeText text : texts) {
      for (Statement statement : text.statements()) {
        if (isSame(statement, stated.number()) && findings.isEmpty()) {
          form.rules(Relation.UNIT)
              .forEach(r -> findings.add(finding(r, form, text, statement, stated)));
        }
      }
    }
    return findings;
  }

  private static boolean isSame(Statement statement, BigDecimal amount) {
    return statement.unit().equals("元")
        && statement.plain()
        && statement.number().compareTo(amount) == 0;
  }

  private static Finding finding(
      Rule rule, Form form, NarrativeText text, Statement statement, Figure.Stated stated) {
    return Finding.of(
        form,
        rule,
        FindingKind.OTHER_UNIT,
        SECTION,
        AMOUNT,
        List.of(text.quote(statement), CellState.of(AMOUNT, stated)),
        new Figure.Stated(statement.number()).number(),
        stated.number());
  }
}
