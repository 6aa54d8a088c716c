package org.gongkai.report;

import java.util.Locale;
import org.gongkai.problem.WireCode;

/** The state that the sender wants a report to be in afterwards. */
public enum FilingState implements WireCode {
  /** Kept without handing it in, whatever the rules say. */
  DRAFT,
  /** Handed in. */
  SUBMITTED;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
