package org.gongkai.rehearsal;

import java.util.List;
import org.gongkai.check.Finding;
import org.gongkai.crosscheck.RuleBook;
import org.gongkai.form.Forms;
import org.gongkai.report.Recheck;

/** The rules of one catalogue, ready to be applied to many reports. Made once, for it is costly. */
final class RuleSet {

  private final RuleBook rules;
  private final Recheck recheck;

  RuleSet(Forms forms, Recheck recheck) {
    this.rules = new RuleBook(forms);
    this.recheck = recheck;
  }

  /** What the rules say of each report, in their order. */
  List<List<Finding>> of(List<StoredReport> reports) {
    return recheck.judge(
        rules,
        reports.stream().map(StoredReport::content).toList(),
        reports.stream().map(StoredReport::previous).toList());
  }
}
