package org.gongkai.calendar;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;

/** Which report years are over, by the calendar of Asia/Shanghai. */
@Singleton
public class ReportYears {

  private final Clock clock;

  ReportYears(Clock clock) {
    this.clock = clock;
  }

  /** The current year in Asia/Shanghai. */
  public int current() {
    return LocalDate.now(clock).getYear();
  }

  public boolean isOver(int year) {
    return year < current();
  }

  public boolean hasBegun(int year) {
    return year <= current();
  }

  /**
   * Refuses a year that has not begun, for which nothing can be reported, set or missed yet: mostly
   * it is mistyped.
   *
   * @param pointer JSON pointer or parameter that has the year
   * @throws ProblemException {@code invalid-request} for such a year
   */
  public void requireBegun(String pointer, int year) {
    if (!hasBegun(year)) {
      throw ProblemException.invalid(
          new Violation(
              pointer,
              new Text("须不晚于本年（%s 年）。", "Not later than this year, %s.")
                  .with(Integer.toString(current()))));
    }
  }
}
