package org.gongkai.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;
import org.jspecify.annotations.Nullable;

/** An extension as an office writes it; whatever it lacks is null until it was examined. */
@Schema(
    name = "ExtensionForm",
    description = "More time for an organ to file its own report. / 准予延期。",
    requiredProperties = {"due", "reason"})
record ExtensionForm(
    @Schema(description = "Last day; later than the date in force / 延期至", examples = "2026-02-15")
        @Nullable LocalDate due,
    @Schema(
            description = "Why it is extended, in the words of the office / 理由",
            minLength = 1,
            maxLength = Reasons.LONGEST,
            examples = "机构改革，印章更换")
        @Nullable String reason) {

  private static final int LONGEST_YEARS = 10;

  /** The reason, less the blanks around it, where the extension is one. */
  String requireExtending(LocalDate inForce) {
    List<Violation> violations = new ArrayList<>();
    LocalDate last = inForce.plusYears(LONGEST_YEARS);
    if (due == null || !due.isAfter(inForce) || due.isAfter(last)) {
      violations.add(
          new Violation(
              "/due",
              new Text(
                      "必填：须晚于现行截止日期 %s，不晚于 %s。",
                      "Required: later than %s, the date in force, and not after %s.")
                  .with(inForce, last)));
    }
    String read = Reasons.read(reason, violations);
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
    return read;
  }
}
