package org.gongkai.report;

import java.util.Optional;
import org.gongkai.receipt.Receipt;
import org.jspecify.annotations.Nullable;

/** What became of a report that was sent in. */
public sealed interface FilingResult {

  /** What a filing does to a report. */
  enum Outcome {
    /** The report's first revision. */
    CREATED,
    /** A new revision or a new state. */
    CHANGED,
    /** It said the same already. */
    UNCHANGED
  }

  /** The same, or what hindered it, thrown: for callers that ask for one report. */
  Filed orThrow();

  /**
   * It was taken.
   *
   * @param outcome what was written
   * @param receipt of the newest revision, where that was submitted
   * @param assessment what all rules say of the newest revision, and people of that
   */
  record Filed(Report report, Outcome outcome, Optional<Receipt> receipt, Assessment assessment)
      implements FilingResult {

    @Override
    public Filed orThrow() {
      return this;
    }

    public long id() {
      return report.id();
    }

    public String organ() {
      return report.organ();
    }

    public String region() {
      return report.region();
    }

    public int year() {
      return report.year();
    }

    /** The state that it is in now. */
    public ReportState state() {
      return report.state();
    }

    /** The number of its newest revision. */
    public int revision() {
      return report.revision();
    }
  }

  /**
   * It was not, and nothing of it was kept.
   *
   * @param region where the organ was in the year, or null where that is not known
   */
  record Refused(RuntimeException problem, @Nullable String region)
      implements FilingResult, Admissions.Admission {

    @Override
    public Filed orThrow() {
      throw problem;
    }
  }
}
