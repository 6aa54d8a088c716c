package org.gongkai.calendar;

import org.gongkai.platform.Parameters;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;

/** Reads the report year that is a part of an address. */
final class ReportYear {

  private ReportYear() {}

  static int read(String path) {
    try {
      return Parameters.year("year", path).orElseThrow();
    } catch (ProblemException e) {
      throw ProblemException.invalid(
          e.violations().stream().map(v -> new Violation("path:year", v.message())).toList());
    }
  }
}
