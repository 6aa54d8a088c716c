package org.gongkai.rehearsal;

import java.util.List;
import org.gongkai.check.Finding;
import org.gongkai.form.Severity;

/** What would change for one report. */
record ReportShift(long report, int revision, FindingShift findings) {

  List<Finding> of(FindingChange change) {
    return switch (change) {
      case APPEARING -> findings.appearing();
      case DISAPPEARING -> findings.disappearing();
    };
  }

  /** Whether it could no longer be submitted, although it could be before. */
  boolean isUnsubmittable() {
    return findings.appearing().stream().anyMatch(ReportShift::blocks);
  }

  static boolean blocks(Finding finding) {
    return finding.severity() == Severity.ERROR;
  }
}
