package org.gongkai.crosscheck;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.finding.Finding;
import org.gongkai.form.Content;

/**
 * Compares reports with the registry, the organ's reports of other years, the reports of other
 * organs. Any number of them takes the same few statements, and most of those are only sent where
 * something was found that they can explain.
 */
@Singleton
public class CrossChecks {

  private final OtherReportStore others;
  private final Outliers outliers;
  private final CopySearch copySearch;

  CrossChecks(OtherReportStore others, Outliers outliers, CopySearch copySearch) {
    this.others = others;
    this.outliers = outliers;
    this.copySearch = copySearch;
  }

  /** What the rules say of each, in their order. */
  public List<List<Finding>> judge(RuleBook rules, List<ComparedReport> reports) {
    List<List<Finding>> findings = new ArrayList<>();
    for (ComparedReport report : reports) {
      List<Finding> its = new ArrayList<>();
      report.before().ifPresent(before -> its.addAll(acrossYears(rules, before, report)));
      its.addAll(rules.reserved().check(report.content(), report.reporter()));
      its.addAll(
          rules
              .sole()
              .check(report.content(), others.ofSameScope(report.region(), report.content())));
      its.addAll(rules.own().asStreet(report.content(), report.reporter()));
      its.addAll(names(rules.names(), report));
      findings.add(its);
    }
    outliers.settle(rules, reports, findings);
    copySearch.find(rules.copies(), reports, findings);
    return findings;
  }

  private List<Finding> acrossYears(RuleBook rules, Content before, ComparedReport report) {
    List<Merged> merged = others.merged(report.merged(), report.content());
    List<Finding> findings = new ArrayList<>(rules.years().check(before, merged, report.content()));
    if (merged.isEmpty()) {
      findings.addAll(rules.growth().check(before, report.content()));
    }
    return findings;
  }

  private List<Finding> names(NameChecks checks, ComparedReport report) {
    List<NameChecks.Foreign> foreign = checks.foreign(report.content(), report.reporter());
    if (foreign.isEmpty()) {
      return List.of();
    }
    List<String> organs = new ArrayList<>(report.merged());
    organs.add(report.content().organ());
    String[] own = organs.toArray(String[]::new);
    return checks.check(
        report.content(),
        foreign,
        others.names(own),
        others.formerNames(report.content()),
        others.otherNames(report.region(), own));
  }
}
