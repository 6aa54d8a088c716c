package org.gongkai.claim;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Form;
import org.gongkai.narrative.NarrativeText;
import org.gongkai.rule.Relation;
import org.gongkai.rule.Rule;

/** Holds what a text says of last year against the numbers that it says it of. */
final class ComparisonClaims {

  private final Form form;
  private final ClaimWords words;
  private final List<Rule> rules;

  ComparisonClaims(Form form, ClaimWords words) {
    this.form = form;
    this.words = words;
    this.rules = form.rules(Relation.PROPORTION);
  }

  List<Finding> find(NarrativeText text) {
    List<Finding> findings = new ArrayList<>();
    if (rules.isEmpty()) {
      return findings;
    }
    for (ComparisonClaim comparison : ComparisonClaim.in(words, text.passage())) {
      ComparisonClaim.Mistake mistake = comparison.withinItself();
      if (mistake != null) {
        rules.forEach(
            rule ->
                findings.add(
                    finding(form, rule, FindingKind.RATE_DIFFERS, text, comparison, mistake)));
      }
    }
    return findings;
  }

  static Finding finding(
      Form form,
      Rule rule,
      FindingKind kind,
      NarrativeText text,
      ComparisonClaim comparison,
      ComparisonClaim.Mistake mistake) {
    return text.finding(
            form,
            rule,
            kind,
            List.of(text.quoteRead(comparison.start(), comparison.end())),
            mistake.said(),
            mistake.made())
        .in(mistake.unit());
  }
}
