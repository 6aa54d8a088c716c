package org.gongkai.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;
import org.gongkai.problem.WireCode;

/** Where a report stands. */
public enum ReportState implements WireCode {
  /** Being written: it may break any rule and no rollup counts it. */
  DRAFT,
  /** Handed in: it satisfies every hard rule and rollups count it. */
  SUBMITTED;

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
