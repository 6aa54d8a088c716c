package org.gongkai.receipt;

import java.util.Locale;
import org.gongkai.problem.WireCode;

/** What has become of the submission that a receipt is the proof of. */
public enum ReceiptStatus implements WireCode {
  /** It still is what the organ has handed in. */
  IN_FORCE,
  /** A correction was handed in over it. */
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
