package org.gongkai.access;

import java.util.Locale;
import org.gongkai.problem.WireCode;

/** What a caller may do. The codes are the names in {@code RolesAllowed}. */
public enum Role implements WireCode {
  /** Files and reads the reports of one organ. */
  ORGAN,
  /** Registers organs, reviews reports and reads sums of a region and everything below it. */
  OFFICE,
  /** Reads sums and published reports, of one region or of all. */
  READER,
  /** Everything. */
  ADMIN;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
