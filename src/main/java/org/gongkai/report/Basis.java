package org.gongkai.report;

import java.util.Locale;
import org.gongkai.problem.WireCode;

/** Whose reports a rollup counts. */
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

  /** The revision of a report that it counts, or null; as SQL has it in counted_revision. */
  Integer revisionOf(Report report) {
    ReportState state = report.state();
    return switch (this) {
      case SUBMITTED -> state.isFiled() ? Integer.valueOf(report.revision()) : null;
      case ACCEPTED ->
          state.isFiled() && state != ReportState.SUBMITTED
              ? Integer.valueOf(report.revision())
              : null;
      case PUBLISHED -> report.publishedRevision();
    };
  }
}
