package org.gongkai.report;

import java.util.Optional;
import org.gongkai.receipt.Receipt;

/**
 * What became of a filing.
 *
 * @param outcome what was written
 * @param receipt of the newest revision, where it was submitted
 * @param assessment what all rules say of the newest revision, and people of that
 */
public record FilingResult(
    Report report, Outcome outcome, Optional<Receipt> receipt, Assessment assessment) {

  public enum Outcome {
    /** The report's first revision. */
    CREATED,
    /** A new revision or a new state. */
    CHANGED,
    /** It said the same already. */
    UNCHANGED
  }

  /** Which report it was, for whoever only tells of it. */
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

  /**
   * What became of one of many reports.
   *
   * @param filed where it was taken, else null
   * @param problem why it was not, else null
   * @param region where the organ was in the year, or null where that is not known
   */
  public record Verdict(FilingResult filed, RuntimeException problem, String region) {

    static Verdict of(FilingResult filed) {
      return new Verdict(filed, null, filed.report().region());
    }

    public static Verdict refused(RuntimeException problem, String region) {
      return new Verdict(null, problem, region);
    }
  }
}
