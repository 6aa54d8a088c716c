package org.gongkai.access;

import java.util.Locale;
import org.gongkai.problem.WireCode;

/** What a key is for. The codes are the names that {@code RolesAllowed} lists. */
public enum Role implements WireCode {
  /** Files and reads the reports of one organ. */
  ORGAN,
  /** Registers, chases, checks and compiles for a region and everything below it. */
  OFFICE,
  /** Reads sums and what is published, of one region or of all. */
  READER,
  /** Everything. */
  ADMIN;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
