package org.gongkai.rehearsal;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.check.Checks;
import org.gongkai.check.Finding;
import org.gongkai.check.YearChecks;
import org.gongkai.form.Forms;

/** The rules of one catalogue, ready to be applied to many reports. Made once, for it is costly. */
final class RuleSet {

  private final Checks checks;
  private final YearChecks yearChecks;

  RuleSet(Forms forms) {
    this.checks = new Checks(forms);
    this.yearChecks = new YearChecks(forms);
  }

  /** What the rules say of each report, in their order. */
  List<List<Finding>> of(List<StoredReport> reports) {
    return reports.stream().map(this::of).toList();
  }

  private List<Finding> of(StoredReport report) {
    List<Finding> findings = new ArrayList<>(checks.check(report.content()));
    report.previous().ifPresent(p -> findings.addAll(yearChecks.check(p, report.content())));
    return findings;
  }
}
