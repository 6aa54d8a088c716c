package org.gongkai.access;

import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;
import org.jspecify.annotations.Nullable;

/** How long a key that gets a successor is still good. */
@Schema(name = "KeyRotation", description = "How a key is exchanged for a new one. / 轮换密钥。")
record RotationForm(
    @Schema(
            description =
                "Until when the old key works too; without it seven days, at most ninety. It never"
                    + " works longer than it would have",
            examples = "2026-01-20T16:00:00Z")
        @Nullable Instant until) {

  static final RotationForm PLAIN = new RotationForm(null);

  private static final Duration USUAL = Duration.ofDays(7);
  private static final Duration LONGEST = Duration.ofDays(90);

  /** The requested end of the old key. */
  Instant endAt(Instant now) {
    if (until == null) {
      return now.plus(USUAL);
    }
    if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
      throw ProblemException.invalid(
          Violation.at(
              "/until", "须晚于现在，且不超过 90 天。", "Later than now, and by ninety days at most."));
    }
    return until;
  }
}
