package org.gongkai.claim;

import java.util.List;
import java.util.regex.Matcher;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.narrative.Boundaries;
import org.gongkai.narrative.NarrativeText;
import org.gongkai.rule.Relation;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a text says that every application was answered, by a rate of 100 %, and the table
 * has some that are left. Most who say so mean those that were due, so it is only pointed out.
 */
final class AllAnswered {

  private static final int LONGEST = 200;

  private final Form form;
  private final ClaimWords words;
  private final Content content;

  AllAnswered(Form form, ClaimWords words, Content content) {
    this.form = form;
    this.words = words;
    this.content = content;
  }

  List<Finding> find(List<NarrativeText> texts) {
    if (!(content.figures().at(words.left) instanceof Figure.Stated stated)
        || stated.number().signum() <= 0) {
      return List.of();
    }
    for (NarrativeText text : texts) {
      CellState said = said(text);
      if (said != null) {
        List<CellState> cells = List.of(said, CellState.of(words.left, stated));
        return form.rules(Relation.UNSURE).stream()
            .map(
                rule ->
                    Finding.of(
                        form,
                        rule,
                        FindingKind.ALL_ANSWERED,
                        NarrativeText.NARRATIVE,
                        text.place(),
                        cells,
                        null,
                        stated.number()))
            .toList();
      }
    }
    return List.of();
  }

  private @Nullable CellState said(NarrativeText text) {
    String signs = text.passage().signs();
    Matcher rate = words.allAnswered.first(signs, 0, signs.length());
    while (rate != null) {
      int start =
          Boundaries.SENTENCE.behindLast(signs, Math.max(0, rate.start() - LONGEST), rate.start());
      if (words.answeredOf.isIn(signs, start, rate.start())
          && !words.answeredOfOthers.isIn(signs, start, rate.end())) {
        return text.quoteRead(rate.start(), rate.end());
      }
      rate = words.allAnswered.first(signs, rate.end(), signs.length());
    }
    return null;
  }
}
