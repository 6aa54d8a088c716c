package org.gongkai.report;

import jakarta.inject.Singleton;
import java.util.List;
import org.gongkai.crosscheck.PlainNarrative;
import org.gongkai.crosscheck.RuleBook;
import org.gongkai.crosscheck.ShingleStore;
import org.gongkai.form.Content;

/** Keeps for each report by what its text is found where others are like it. */
@Singleton
public class TextSketches {

  private final RuleBook rules;
  private final ShingleStore store;

  TextSketches(RuleBook rules, ShingleStore store) {
    this.rules = rules;
    this.store = store;
  }

  /**
   * What a report says from now on.
   *
   * @param text its content's, in words alone
   * @param revised whether another text of it may be kept
   */
  public record Said(Report report, Content content, PlainNarrative text, boolean revised) {}

  /** Replaces what was kept of reports that are handed in, corrected or masked. */
  public void keep(List<Said> some) {
    store.keep(some.stream().map(this::sketch).toList());
  }

  private ShingleStore.Sketch sketch(Said said) {
    Report report = said.report();
    return new ShingleStore.Sketch(
        report.id(),
        new ShingleStore.Place(report.region(), report.year(), report.scope()),
        rules.copies().sketch(said.content(), said.text()),
        said.revised());
  }
}
