package org.gongkai.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ProblemView;
import org.gongkai.problem.WireCode;
import org.gongkai.receipt.Receipt;
import org.gongkai.report.FilingResult;
import org.jspecify.annotations.Nullable;

/** What became of one line of many reports. */
@Schema(
    name = "BulkLine",
    description = "What became of one line. / 逐行结果。",
    requiredProperties = {"line", "status", "outcome"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record BulkLine(
    @Schema(description = "The line, from 1", examples = "17") long line,
    @Schema(description = "The HTTP status that it would have had alone", examples = "201")
        int status,
    @Schema(description = "What became of it", examples = "created") LineOutcome outcome,
    @Schema(description = "Code of the organ", examples = "113710020043609788")
        @Nullable String organ,
    @Schema(description = "The report year", examples = "2021") @Nullable Integer year,
    @Schema(description = "Id of the report", examples = "42") @Nullable Long id,
    @Schema(description = "Where it stands", examples = "submitted") @Nullable String state,
    @Schema(description = "Number of the newest revision", examples = "1")
        @Nullable Integer revision,
    @Schema(description = "The receipt's number", examples = "GK-20220125-00000042-01")
        @Nullable String receipt,
    @Schema(description = "Warnings that nobody has explained", examples = "0")
        @Nullable Integer unexplained,
    @Schema(
            description =
                "Why it was refused; nothing of it was kept. Without its details where the same was"
                    + " said of 20 lines, or where more than a thousand were refused")
        @Nullable ProblemView problem) {

  /** What became of a line: as of any filing, or it was refused. */
  public enum LineOutcome implements WireCode {
    CREATED,
    CHANGED,
    UNCHANGED,
    REFUSED;

    private static LineOutcome of(FilingResult.Outcome outcome) {
      return switch (outcome) {
        case CREATED -> CREATED;
        case CHANGED -> CHANGED;
        case UNCHANGED -> UNCHANGED;
      };
    }

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static BulkLine of(long line, FilingResult.Filed filed) {
    return new BulkLine(
        line,
        status(filed),
        LineOutcome.of(filed.outcome()),
        filed.organ(),
        filed.year(),
        filed.id(),
        filed.state().code(),
        filed.revision(),
        filed.receipt().map(Receipt::number).orElse(null),
        filed.assessment().unexplained(),
        null);
  }

  static int status(FilingResult.Filed filed) {
    return filed.outcome() == FilingResult.Outcome.CREATED ? 201 : 200;
  }

  static BulkLine refused(long line, String organ, @Nullable Integer year, ProblemView problem) {
    return new BulkLine(
        line,
        problem.status(),
        LineOutcome.REFUSED,
        organ,
        year,
        null,
        null,
        null,
        null,
        null,
        problem);
  }

  /** The same refused line in other words. */
  BulkLine refused(@Nullable String itsOrgan, ProblemView itsProblem) {
    return new BulkLine(
        line, status, outcome, itsOrgan, year, null, null, null, null, null, itsProblem);
  }

  /** The last line of the answer. */
  @Schema(
      name = "BulkSummary",
      description = "The last line of the answer; without it the answer is not complete. / 合计。")
  record Last(Summary summary) {}

  /** How many lines there were, and what became of them. */
  @Schema(name = "BulkCounts", description = "How many lines, and what became of them. / 各类行数。")
  record Summary(
      @Schema(description = "Lines that were not blank", examples = "10000") long lines,
      @Schema(description = "Filed for the first time", examples = "9990") long created,
      @Schema(description = "Corrected or submitted", examples = "3") long changed,
      @Schema(description = "The same already", examples = "5") long unchanged,
      @Schema(
              description = "Not filed, for the problem that the line was answered with",
              examples = "2")
          long refused,
      @Schema(
              description =
                  "There only where so many lines were refused that the rest was not looked at: the"
                      + " last line that was. Send the lines after it again, corrected",
              examples = "1024")
          @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable Long givenUpAfter) {}
}
