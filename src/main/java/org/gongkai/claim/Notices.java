package org.gongkai.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Form;
import org.gongkai.language.Phrase;
import org.gongkai.narrative.NarrativeText;
import org.gongkai.rule.Relation;
import org.gongkai.rule.Rule;

/**
 * Finds notices that were replaced before the report's year. Where a report names the one that
 * replaced it, too, it tells of both, and nothing is wrong.
 */
final class Notices {

  private final List<Rule> rules;
  private final Form form;
  private final ClaimWords words;

  Notices(Form form, ClaimWords words) {
    this.form = form;
    this.words = words;
    this.rules = form.rules(Relation.CITED);
  }

  List<Finding> find(List<NarrativeText> texts) {
    List<Finding> findings = new ArrayList<>();
    if (rules.isEmpty()) {
      return findings;
    }
    for (ClaimWords.Notice notice : words.notices) {
      boolean both = texts.stream().anyMatch(text -> isIn(notice.unless(), signs(text)));
      for (NarrativeText text : both ? List.<NarrativeText>of() : texts) {
        Matcher cited = notice.cited().first(signs(text), 0, signs(text).length());
        if (cited != null) {
          List<CellState> said = List.of(text.quoteRead(cited.start(), cited.end()));
          rules.forEach(
              rule -> findings.add(text.finding(form, rule, FindingKind.OUT_OF_FORCE, said)));
        }
      }
    }
    return findings;
  }

  private static boolean isIn(Phrase phrase, String signs) {
    return phrase.isIn(signs, 0, signs.length());
  }

  private static String signs(NarrativeText text) {
    return text.passage().signs();
  }
}
