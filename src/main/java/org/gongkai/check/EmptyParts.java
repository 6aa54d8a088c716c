package org.gongkai.check;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Content;
import org.gongkai.form.Form;
import org.gongkai.form.PartRole;
import org.gongkai.language.UnreadableSigns;
import org.gongkai.language.WrittenYears;
import org.gongkai.narrative.Lexicon;
import org.gongkai.narrative.NarrativeText;
import org.gongkai.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Finds parts of the text that must say something and do not: they are missing, blank, or say only
 * that there is nothing. A system that sends figures alone sends no text to look at.
 */
final class EmptyParts {

  private static final int LONGEST = 120;

  private EmptyParts() {}

  static List<Finding> of(Form form, Lexicon lexicon, Content content) {
    List<Finding> findings = new ArrayList<>();
    boolean told =
        content.narrative().entrySet().stream()
            .anyMatch(
                part -> form.roleOf(part.getKey()) == PartRole.BODY && !part.getValue().isBlank());
    if (!told) {
      return findings;
    }
    for (Rule.Filled rule : form.rules(Rule.Filled.class)) {
      for (String part : rule.parts()) {
        String text = content.narrative().get(part);
        if (text == null || saysNothing(lexicon, text)) {
          findings.add(finding(form, rule, part, text));
        }
      }
    }
    return findings;
  }

  private static boolean saysNothing(Lexicon lexicon, String text) {
    String readable = UnreadableSigns.without(text);
    String dense = WrittenYears.plain(readable).replaceAll("[\\s\\h]", "");
    return dense.chars().noneMatch(Character::isLetterOrDigit)
        || lexicon.nothing.matcher(dense).matches();
  }

  private static Finding finding(Form form, Rule rule, String part, @Nullable String text) {
    String place = NarrativeText.NARRATIVE + "." + part;
    // what says nothing is private to nobody, and short, but for blanks
    String said = text == null ? null : text.substring(0, Math.min(text.length(), LONGEST));
    return Finding.of(
        form,
        rule,
        FindingKind.EMPTY,
        NarrativeText.NARRATIVE,
        place,
        List.of(new CellState(place, null, said == null ? null : TextNode.valueOf(said))),
        null,
        null);
  }
}
