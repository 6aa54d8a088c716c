package org.gongkai.report;

import org.gongkai.problem.ProblemException;

/** Whether a report may be filed. */
sealed interface Admission {

  /** It may, and its organ is held until the transaction ends. */
  record Admitted(Examined report, Ground ground) implements Admission {

    @Override
    public Admitted orThrow() {
      return this;
    }
  }

  /** It may not. */
  record Refused(ProblemException problem) implements Admission {

    @Override
    public Admitted orThrow() {
      throw problem;
    }
  }

  /** For whoever asks of a single one. */
  Admitted orThrow();
}
