package org.gongkai.season;

import java.util.Locale;
import org.gongkai.problem.WireCode;

/** What the counts of coverage are divided by. */
public enum CoverageDivision implements WireCode {
  /** One row for the region. */
  NONE,
  /** One for each region directly below, and one for the organs of the region itself. */
  REGION;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
