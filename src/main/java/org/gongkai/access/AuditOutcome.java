package org.gongkai.access;

import java.util.Locale;
import org.gongkai.problem.WireCode;

/** Whether what was attempted was done. */
public enum AuditOutcome implements WireCode {
  DONE,
  REFUSED;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
