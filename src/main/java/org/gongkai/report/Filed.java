package org.gongkai.report;

import java.util.Optional;

/**
 * What became of a filing.
 *
 * @param outcome what was written
 * @param receipt of the newest revision, where it was submitted
 * @param assessment what all rules say of the newest revision, and people of that
 */
record Filed(Report report, Outcome outcome, Optional<Receipt> receipt, Assessment assessment) {

  enum Outcome {
    /** The report's first revision. */
    CREATED,
    /** A new revision or a new state. */
    CHANGED,
    /** It said the same already. */
    UNCHANGED
  }
}
