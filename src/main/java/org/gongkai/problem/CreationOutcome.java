package org.gongkai.problem;

import java.util.Locale;

/** Whether one of many things that a request names was made; where not, it has its problem. */
public enum CreationOutcome implements WireCode {
  CREATED,
  /** The others went on. */
  REFUSED;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
