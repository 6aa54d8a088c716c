package org.gongkai.report;

import org.gongkai.problem.ProblemException;

/** Whether a report may be filed. */
sealed interface Admission {

  /** It may, and its organ is held until the transaction ends. */
  record Admitted(Submitted submitted, Ground ground) implements Admission {

    @Override
    public Admitted orThrow() {
      return this;
    }
  }

  /**
   * It may not.
   *
   * @param region where the organ was in the year, or null where it was not
   */
  record Refused(ProblemException problem, String region) implements Admission {

    @Override
    public Admitted orThrow() {
      throw problem;
    }
  }

  /** Where the organ was in the year, or null where it was not. */
  default String place() {
    return switch (this) {
      case Admitted admitted -> admitted.ground().region();
      case Refused refused -> refused.region();
    };
  }

  /** For whoever asks of a single one. */
  Admitted orThrow();
}
