package org.gongkai.report;

import java.util.Locale;
import org.gongkai.problem.WireCode;

/** What people say of findings. */
public enum RemarkKind implements WireCode {
  /** By the organ: why a finding is no mistake. */
  EXPLANATION,
  /** By the office: that a broken hard rule does not stop the report. */
  WAIVER;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  ReportEventKind event() {
    return this == EXPLANATION ? ReportEventKind.EXPLAINED : ReportEventKind.WAIVED;
  }
}
