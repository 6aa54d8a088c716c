package org.gongkai.tally;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much of what was expected a sum has. */
@Schema(
    name = "Coverage",
    description = "How much of what was expected a sum has. / 覆盖情况。",
    requiredProperties = {
      "expected",
      "reported",
      "missing",
      "unexpected",
      "blank",
      "unexplained",
      "waived",
      "otherLayout",
      "complete"
    })
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
        long blank,
    @Schema(
            description = "Warnings in the reports of the sum that nobody has explained",
            examples = "0")
        long unexplained,
    @Schema(
            description = "Broken hard rules in the reports of the sum that the office has waived",
            examples = "0")
        long waived,
    @Schema(
            description =
                "Reports in the sum that lay the section out otherwise than the form in force for the"
                    + " year: a cell that holds figures is in one of the two editions only, as the"
                    + " rule LAYOUT tells whoever files; summed over the sections of this answer."
                    + " `layouts` has all editions / 采用其他表式的报告数",
            examples = "0")
        long otherLayout) {

  public static final Coverage NONE = new Coverage(0, 0, 0, 0, 0, 0, 0, 0);

  /**
   * Without its blank cells and layouts.
   *
   * @param expectedReports how many of the reports were expected
   */
  static Coverage of(
      long expected, long reports, long expectedReports, long unexplained, long waived) {
    return new Coverage(
        expected,
        reports,
        expected - expectedReports,
        reports - expectedReports,
        0,
        unexplained,
        waived,
        0);
  }

  /** Whether nothing is expected and nothing is there. */
  @Schema(hidden = true)
  boolean isNothing() {
    return expected == 0 && reported == 0;
  }

  public Coverage plus(Coverage other) {
    return new Coverage(
        expected + other.expected,
        reported + other.reported,
        missing + other.missing,
        unexpected + other.unexpected,
        blank + other.blank,
        unexplained + other.unexplained,
        waived + other.waived,
        otherLayout + other.otherLayout);
  }

  /**
   * With what is not known before the cells are read.
   *
   * @param cells that are blank
   * @param others reports in another layout
   */
  public Coverage with(long cells, long others) {
    return new Coverage(
        expected, reported, missing, unexpected, cells, unexplained, waived, others);
  }

  /** Whether every expected report is there, in the form's layout, and no cell is blank. */
  @Schema(
      description =
          "Whether every expected report is in the sum, in the layout of the form in force for the"
              + " year, and no cell is blank",
      examples = "false")
  public boolean isComplete() {
    return missing == 0 && blank == 0 && otherLayout == 0;
  }
}
