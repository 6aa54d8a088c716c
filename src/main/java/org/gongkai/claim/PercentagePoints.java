package org.gongkai.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Form;
import org.gongkai.narrative.NarrativeText;
import org.gongkai.narrative.Passage;
import org.gongkai.rule.Relation;
import org.gongkai.rule.Rule;

/**
 * Differences of two percentages that stand beside them: 由95.2%提高到98.1%，提高2.9个百分点. Each of the
 * three may have been rounded, so only what no rounding explains is wrong.
 */
final class PercentagePoints {

  private static final String UNIT = "个百分点";
  private static final int LONGEST = 120;

  private final Form form;
  private final ClaimWords words;
  private final List<Rule> rules;

  PercentagePoints(Form form, ClaimWords words) {
    this.form = form;
    this.words = words;
    this.rules = form.rules(Relation.PROPORTION);
  }

  List<Finding> find(NarrativeText text) {
    List<Finding> findings = new ArrayList<>();
    Passage passage = text.passage();
    String signs = passage.signs();
    int from = 0;
    for (int at = signs.indexOf(UNIT); at >= 0; at = signs.indexOf(UNIT, at + 1)) {
      int end = at + UNIT.length();
      for (Pattern pattern : words.points) {
        Matcher points = pattern.matcher(signs).region(Math.max(from, at - LONGEST), end);
        if (points.find() && points.end() == end) {
          add(text, points, findings);
          break;
        }
      }
      from = end;
    }
    return findings;
  }

  private void add(NarrativeText text, Matcher points, List<Finding> into) {
    BigDecimal first = new BigDecimal(points.group("first"));
    BigDecimal second = new BigDecimal(points.group("second"));
    BigDecimal size = new BigDecimal(points.group("points"));
    BigDecimal said = points.start("up") >= 0 ? size : size.negate();
    BigDecimal made = second.subtract(first);
    BigDecimal rounded = half(first).add(half(second)).add(half(size));
    if (made.subtract(said).abs().compareTo(rounded) <= 0) {
      return;
    }
    Passage passage = text.passage();
    rules.forEach(
        rule ->
            into.add(
                Finding.of(
                    form,
                    rule,
                    FindingKind.RATE_DIFFERS,
                    NarrativeText.NARRATIVE,
                    text.place(),
                    List.of(
                        text.quote(
                            passage.origin(points.start()), passage.originEnd(points.end()))),
                    said,
                    made)));
  }

  /** Half of the last digit. */
  private static BigDecimal half(BigDecimal printed) {
    return new BigDecimal("0.5").movePointLeft(printed.scale());
  }
}
