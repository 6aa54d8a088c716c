package org.gongkai.report;

import java.util.Locale;
import org.gongkai.problem.WireCode;

/** What has become of a report. */
public enum ReportEventKind implements WireCode {
  /** The first revision was kept as a draft. */
  DRAFTED,
  /** Another revision was written; the state stayed. */
  CORRECTED,
  /** The newest revision was handed in. */
  SUBMITTED,
  /** The organ took it back, before acceptance. */
  WITHDRAWN,
  /** The office sent it back, with reasons. */
  RETURNED,
  /** The office accepted it. */
  ACCEPTED,
  /** It was made public. */
  PUBLISHED,
  /** The office opened it again, after acceptance. */
  REOPENED,
  /** The organ explained a finding, or took an explanation back. */
  EXPLAINED,
  /** The office waived a finding, or took a waiver back. */
  WAIVED;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
