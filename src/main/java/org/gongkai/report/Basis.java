package org.gongkai.report;

import java.util.Locale;
import org.gongkai.problem.WireCode;
import org.jspecify.annotations.Nullable;

/** Which reports a rollup counts. */
public enum Basis implements WireCode {
  /** Every report that is submitted, accepted or published, in its newest revision. */
  SUBMITTED,
  /** Every report that is accepted or published, in its newest revision. */
  ACCEPTED,
  /** What the public sees: every published report in the revision that was published. */
  PUBLISHED;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The revision of a report that it counts, or null. */
  @Nullable Integer revisionOf(Report report) {
    return revisionOf(report.state(), report.revision(), report.publishedRevision());
  }

  /**
   * The same; as SQL has it in {@code counted_revision}.
   *
   * @param newest number of the newest revision
   * @param published number of the revision that the public sees, or null
   */
  @Nullable Integer revisionOf(ReportState state, Integer newest, @Nullable Integer published) {
    return switch (this) {
      case SUBMITTED -> state.isFiled() ? newest : null;
      case ACCEPTED -> state.isFiled() && state != ReportState.SUBMITTED ? newest : null;
      case PUBLISHED -> published;
    };
  }
}
