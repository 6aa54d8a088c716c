package org.gongkai.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;
import org.jspecify.annotations.Nullable;

/** The dates that a region sets for a report year. */
@Schema(
    name = "CalendarForm",
    description = "The dates that a region sets; null or absent: none of its own. / 本级截止日期。")
record CalendarForm(
    @Schema(
            description = "Last day for the reports of organs, at the latest the legal one",
            nullable = true,
            examples = "2026-01-20")
        @Nullable LocalDate organ,
    @Schema(
            description = "Last day for the reports of governments, at the latest the legal one",
            nullable = true,
            examples = "2026-03-15")
        @Nullable LocalDate government) {

  /** Refuses dates of the report year itself, and such as are later than the law has it. */
  void requirePossible(int year, RegionCalendar legal) {
    List<Violation> violations = new ArrayList<>();
    check("/organ", organ, year, legal.organ(), violations);
    check("/government", government, year, legal.government(), violations);
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
  }

  private static void check(
      String pointer, @Nullable LocalDate date, int year, DueDate due, List<Violation> violations) {
    LocalDate first = LocalDate.of(year + 1, 1, 1);
    if (date != null && (date.isBefore(first) || date.isAfter(due.legal()))) {
      violations.add(
          new Violation(
              pointer,
              new Text("须在 %s 至法定截止日期 %s 之间。", "From %s to %s, the date of the law.")
                  .with(first, due.legal())));
    }
  }
}
