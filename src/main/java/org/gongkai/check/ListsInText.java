package org.gongkai.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Form;
import org.gongkai.narrative.NarrativeText;
import org.gongkai.narrative.Passage;
import org.gongkai.narrative.Quantity;
import org.gongkai.rule.Relation;
import org.gongkai.rule.Rule;

/**
 * Adds up the lists of a text. A list is fine where it adds up up to one of its items: what stands
 * behind may divide the same total again. Items on several channels count once in their total, so
 * there the parts may be more.
 */
final class ListsInText {

  private static final int FEWEST = 3;

  private static final List<ListReader> READERS =
      List.of(new WrittenSums(), new OpenedLists(), new TotalsBehindLists(), new OutcomesOfAll());

  /** Reads some of the same lists: what the others found is not found again. */
  private static final ListReader NESTED = new NestedLists();

  private final Form form;
  private final List<Rule> rules;
  private final TextAgainstCells cells;

  ListsInText(Form form, TextAgainstCells cells) {
    this.form = form;
    this.rules = form.rules(Relation.LISTED);
    this.cells = cells;
  }

  void find(NarrativeText text, TextFindings findings) {
    Passage passage = text.passage();
    if (passage.quantities().size() < FEWEST) {
      return;
    }
    Set<Integer> told = new HashSet<>();
    for (ListReader reader : READERS) {
      reader.find(passage, sum -> check(text, sum, told, findings));
    }
    NESTED.find(
        passage,
        sum -> {
          if (!told.contains(sum.last().place())) {
            check(text, sum, told, findings);
          }
        });
  }

  /**
   * Says so where it does not add up, and nothing that it is made of was found to be wrong itself.
   *
   * @param told where the totals stand of which it was said
   */
  private void check(NarrativeText text, ClaimedSum sum, Set<Integer> told, TextFindings findings) {
    List<Quantity> all = sum.all();
    boolean settled =
        all.stream().anyMatch(q -> q.approximate() || cells.isContradicted(text.part(), q.place()));
    if (settled || sum.sum().compareTo(sum.total()) == 0) {
      return;
    }
    told.add(sum.last().place());
    int start = all.stream().mapToInt(Quantity::start).min().orElseThrow();
    int end = all.stream().mapToInt(Quantity::end).max().orElseThrow();
    for (Rule rule : rules) {
      findings.add(
          text.finding(
              form,
              rule,
              FindingKind.LIST_DIFFERS,
              List.of(text.quote(start, end)),
              sum.total(),
              sum.sum()));
    }
  }
}
