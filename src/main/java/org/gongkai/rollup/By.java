package org.gongkai.rollup;

import java.util.Locale;
import org.gongkai.problem.WireCode;

/** What a rollup is divided by. */
public enum By implements WireCode {
  /** One sum for the region. */
  NONE,
  /** A sum for each region directly below, and one for the organs of the region itself. */
  REGION,
  /** A sum for each organ. */
  ORGAN;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
