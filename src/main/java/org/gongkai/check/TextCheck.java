package org.gongkai.check;

import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Content;
import org.gongkai.form.Form;
import org.gongkai.form.PartRole;
import org.gongkai.narrative.StatedYears;
import org.gongkai.rule.Relation;
import org.gongkai.rule.Rule;

/**
 * Holds what the text states of its year against the year of the report: figures of one year filed
 * under another are the error that nobody notices.
 */
final class TextCheck {

  private static final String NARRATIVE = "narrative";

  private final Form form;
  private final Content content;

  TextCheck(Form form, Content content) {
    this.form = form;
    this.content = content;
  }

  List<Finding> findings() {
    Map<String, List<StatedYears.Mention>> mentions = mentions();
    // a title that names the report's year makes every other title one that is only spoken of
    boolean named =
        mentions.values().stream()
            .flatMap(List::stream)
            .anyMatch(mention -> mention.isOf(content.year()));
    List<Finding> findings = new ArrayList<>();
    mentions.forEach(
        (part, all) -> {
          List<StatedYears.Mention> others =
              all.stream()
                  .filter(mention -> !mention.isOf(content.year()))
                  .filter(mention -> mention.period() || !named)
                  .toList();
          if (!others.isEmpty()) {
            form.rules(Relation.TEXT).forEach(r -> findings.add(finding(r, part, others)));
          }
        });
    return findings;
  }

  private Map<String, List<StatedYears.Mention>> mentions() {
    Map<String, List<StatedYears.Mention>> mentions = new LinkedHashMap<>();
    content
        .narrative()
        .forEach(
            (part, text) ->
                mentions.put(
                    part,
                    form.roleOf(part) == PartRole.TITLE
                        ? StatedYears.ofTitle(text, content.year())
                        : StatedYears.of(text, form.isOpening(part))));
    return mentions;
  }

  private Finding finding(Rule rule, String part, List<StatedYears.Mention> others) {
    String place = NARRATIVE + "." + part;
    return Finding.of(
        form,
        rule,
        FindingKind.OTHER_YEAR,
        NARRATIVE,
        place,
        others.stream().map(m -> new CellState(place, null, TextNode.valueOf(m.words()))).toList(),
        BigDecimal.valueOf(others.getFirst().yearOtherThan(content.year())),
        BigDecimal.valueOf(content.year()));
  }
}
