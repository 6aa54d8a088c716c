package org.gongkai.receipt;

import java.util.Locale;
import org.gongkai.problem.WireCode;

/** The status of the submission that a receipt proves. */
public enum ReceiptStatus implements WireCode {
  /** The submission stands. */
  IN_FORCE,
  /** The organ submitted a correction. */
  SUPERSEDED,
  /** The organ took it back. */
  WITHDRAWN,
  /** The office sent it back. */
  RETURNED,
  /** The office opened the report again, after acceptance. */
  REOPENED;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
