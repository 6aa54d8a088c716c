package org.gongkai.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Content;
import org.gongkai.form.Form;
import org.gongkai.narrative.NarrativeText;
import org.gongkai.rule.Relation;
import org.gongkai.rule.Rule;

/**
 * Finds what a report must tell and does not. It is told where a part of its own says something, or
 * where words for it stand in another part. A report that hardly tells anything is not looked at:
 * systems send figures without the text.
 */
final class OmissionChecks {

  private static final String PROBLEMS = "problems";

  private final Form form;
  private final ClaimWords words;

  OmissionChecks(Form form, ClaimWords words) {
    this.form = form;
    this.words = words;
  }

  List<Finding> find(Content content, List<NarrativeText> texts) {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : form.rules(Relation.TOLD)) {
      ClaimWords.Told told = words.told.get(rule.id());
      if (told == null || !isWhole(texts)) {
        continue;
      }
      List<NarrativeText> where =
          told.in().isEmpty()
              ? texts
              : texts.stream().filter(text -> told.in().contains(text.part())).toList();
      Set<String> missing = new TreeSet<>();
      told.of()
          .forEach(
              (part, said) -> {
                String own = content.narrative().get(part);
                boolean ofItsOwn = !told.in().isEmpty() && own != null && !own.isBlank();
                if (!ofItsOwn
                    && where.stream().noneMatch(t -> said.isIn(signs(t), 0, signs(t).length()))) {
                  missing.add(part);
                }
              });
      if (!missing.isEmpty()) {
        findings.add(finding(rule, told, missing));
      }
    }
    return findings;
  }

  /** Whether it tells of the year at length, and of problems. */
  private boolean isWhole(List<NarrativeText> texts) {
    List<String> first =
        words.told.values().stream().flatMap(told -> told.in().stream()).distinct().toList();
    int length =
        texts.stream()
            .filter(text -> first.contains(text.part()))
            .mapToInt(text -> signs(text).length())
            .sum();
    boolean problems =
        texts.stream().anyMatch(text -> text.part().equals(PROBLEMS) && !text.sent().isBlank());
    return length >= words.toldFrom && problems;
  }

  private Finding finding(Rule rule, ClaimWords.Told told, Set<String> missing) {
    return Finding.of(
        form,
        rule,
        FindingKind.UNTOLD,
        NarrativeText.NARRATIVE,
        NarrativeText.NARRATIVE + "." + told.place(),
        missing.stream()
            .map(part -> new CellState(NarrativeText.NARRATIVE + "." + part, null, null))
            .toList(),
        null,
        null);
  }

  private static String signs(NarrativeText text) {
    return text.passage().signs();
  }
}
