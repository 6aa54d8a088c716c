package org.gongkai.report;

import java.util.List;
import org.gongkai.check.Finding;
import org.gongkai.check.PlainNarrative;
import org.gongkai.form.Severity;

/**
 * A report that was sent in, with what the rules say of it alone and its text in words alone: as
 * much as is known without asking the database.
 */
record Examined(Submitted submitted, List<Finding> own, PlainNarrative text) {

  /** Whether it breaks no hard rule by itself. */
  boolean isSubmittable() {
    return own.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
  }
}
