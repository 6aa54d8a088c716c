package org.gongkai.report;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.check.Finding;
import org.gongkai.crosscheck.ComparedReport;
import org.gongkai.crosscheck.CrossChecks;
import org.gongkai.crosscheck.RuleBook;
import org.gongkai.form.Content;

/** Judges reports that are stored by whatever rules, as they would be judged if filed now. */
@Singleton
public class Recheck {

  private final FilingContextStore grounds;
  private final CrossChecks crossChecks;

  Recheck(FilingContextStore grounds, CrossChecks crossChecks) {
    this.grounds = grounds;
    this.crossChecks = crossChecks;
  }

  /**
   * What is found of each report, by itself and beside others, in their order. It belongs in a
   * transaction and writes nothing.
   *
   * @param before last year's reports of the same organs, in the same order
   */
  public List<List<Finding>> judge(
      RuleBook rules, List<Content> reports, List<Optional<Content>> before) {
    List<Optional<FilingContext>> found = grounds.find(reports, false);
    List<ComparedReport> beside = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    List<List<Finding>> findings = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      findings.add(new ArrayList<>(rules.own().check(reports.get(i))));
      if (found.get(i).isPresent()) {
        beside.add(
            found
                .get(i)
                .get()
                .beside(
                    reports.get(i), before.get(i), rules.copies().plain(reports.get(i)), false));
        places.add(i);
      }
    }
    List<List<Finding>> around = crossChecks.judge(rules, beside);
    for (int i = 0; i < places.size(); i++) {
      findings.get(places.get(i)).addAll(around.get(i));
    }
    return findings;
  }
}
