package org.gongkai.report;

import jakarta.persistence.Converter;
import java.util.Locale;
import org.gongkai.platform.CodeColumn;
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
  WAIVED,
  /**
   * The office stated on which day it was handed in before the service was there, or took that
   * back.
   */
  DATED,
  /** The office took what was published out of the public's sight. */
  HIDDEN,
  /** The office showed it again. */
  UNHIDDEN,
  /** An administrator masked words of it, in every revision. */
  REDACTED,
  /** A draft that was never handed in was thrown away. */
  DISCARDED;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How the kind of an event is kept. */
  @Converter(autoApply = true)
  static class EventKindColumn extends CodeColumn<ReportEventKind> {

    EventKindColumn() {
      super(ReportEventKind.class);
    }
  }
}
