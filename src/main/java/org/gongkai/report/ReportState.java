package org.gongkai.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;
import org.gongkai.problem.WireCode;

/** Where a report stands. */
public enum ReportState implements WireCode {
  /** Being written: it may break any rule and no rollup counts it. */
  DRAFT,
  /** Handed in: it satisfies every hard rule that is not waived, and rollups count it. */
  SUBMITTED,
  /** Taken back by the organ before acceptance; not counted until it is submitted again. */
  WITHDRAWN,
  /** Sent back by the office with reasons; not counted until it is submitted again. */
  RETURNED,
  /** Found in order by the office. It cannot be corrected unless it is reopened. */
  ACCEPTED,
  /** Made public. It cannot be corrected unless it is reopened. */
  PUBLISHED,
  /** Opened again by the office after acceptance; not counted until it is submitted again. */
  REOPENED;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static ReportState ofCode(String code) {
    for (ReportState state : values()) {
      if (state.code().equals(code)) {
        return state;
      }
    }
    throw new IllegalArgumentException(code);
  }
}
