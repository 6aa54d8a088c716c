package org.gongkai.calendar;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;

/** An exemption as an office writes it. */
@Schema(
    name = "ExemptionForm",
    description = "Why no report of the year is expected of an organ. / 免予报送。",
    requiredProperties = {"reason"})
record ExemptionForm(
    @Schema(
            description = "Why it is exempt, in the words of the office / 理由",
            minLength = 1,
            maxLength = Reasons.LONGEST,
            examples = "涉密单位，依法不公开")
        String reason) {

  /** The reason, less the blanks around it. */
  String requireReason() {
    List<Violation> violations = new ArrayList<>();
    String read = Reasons.read(reason, violations);
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
    return read;
  }
}
