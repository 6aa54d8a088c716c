package org.gongkai.report;

import java.util.List;
import org.gongkai.check.Finding;
import org.gongkai.check.Prints;
import org.gongkai.form.Severity;

/**
 * A report that was sent in, with what the rules say of it alone and a sample of its text: as much
 * as is known without asking the database.
 */
record Examined(Submitted submitted, List<Finding> own, Prints prints) {

  /** Whether it breaks no hard rule by itself. */
  boolean isSubmittable() {
    return own.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
  }
}
