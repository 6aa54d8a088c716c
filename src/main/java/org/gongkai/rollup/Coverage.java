package org.gongkai.rollup;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much of what was expected a sum has. */
@Schema(
    name = "Coverage",
    description = "How much of what was expected a sum has. / 覆盖情况。",
    requiredProperties = {"expected", "reported", "missing", "unexpected", "blank"})
public record Coverage(
    @Schema(
            description = "Organs that existed on 31 December, over all years asked for",
            examples = "50")
        long expected,
    @Schema(description = "Reports in the sum", examples = "1") long reported,
    @Schema(description = "Expected organs without a report in the sum", examples = "49")
        long missing,
    @Schema(description = "Reports in the sum of organs that were not expected", examples = "0")
        long unexpected,
    @Schema(description = "Blank cells that the sums of this answer leave out", examples = "0")
        long blank) {

  static final Coverage NONE = new Coverage(0, 0, 0, 0, 0);

  Coverage plus(Coverage other) {
    return new Coverage(
        expected + other.expected,
        reported + other.reported,
        missing + other.missing,
        unexpected + other.unexpected,
        blank + other.blank);
  }

  Coverage withBlank(long cells) {
    return new Coverage(expected, reported, missing, unexpected, cells);
  }

  /** Whether every expected report is there and no cell is blank. */
  boolean isComplete() {
    return missing == 0 && blank == 0;
  }
}
