package org.gongkai.calendar;

import java.util.List;
import org.gongkai.platform.WrittenText;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Reasons as they are written, without blanks around them. */
final class Reasons {

  static final int LONGEST = 500;

  private Reasons() {}

  static String read(@Nullable String written, List<Violation> violations) {
    String reason = written == null ? "" : written.strip();
    if (reason.isEmpty() || reason.length() > LONGEST) {
      violations.add(
          new Violation(
              "/reason",
              new Text("必填：理由，最长 %s 字。", "Required: a reason, of %s characters at most.")
                  .with(LONGEST)));
    }
    WrittenText.TEXT
        .objectionTo(reason)
        .ifPresent(why -> violations.add(new Violation("/reason", why)));
    return reason;
  }
}
