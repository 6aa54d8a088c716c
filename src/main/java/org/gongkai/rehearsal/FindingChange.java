package org.gongkai.rehearsal;

import java.util.Locale;
import org.gongkai.problem.WireCode;

/** What becomes of a finding when the candidate is switched on. */
public enum FindingChange implements WireCode {
  /** Only the candidate finds it, or finds it graver or lighter. */
  APPEARING,
  /** Only the rules in force find it. */
  DISAPPEARING;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
