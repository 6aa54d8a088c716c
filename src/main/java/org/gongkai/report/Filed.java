package org.gongkai.report;

import java.util.List;
import java.util.Optional;
import org.gongkai.check.Finding;

/**
 * What became of a filing.
 *
 * @param outcome what was written
 * @param receipt of the newest revision, where it was submitted
 * @param findings what all rules say of the newest revision
 */
record Filed(Report report, Outcome outcome, Optional<Receipt> receipt, List<Finding> findings) {

  enum Outcome {
    /** The report's first revision. */
    CREATED,
    /** A new revision or a new state. */
    CHANGED,
    /** It said the same already. */
    UNCHANGED
  }
}
