package org.gongkai.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.difference.DifferencesView;
import org.gongkai.problem.WireCode;
import org.jspecify.annotations.Nullable;

/** What was published, held against a revision, as it is shown. */
@Schema(
    name = "Verification",
    description = "What was published of a report, held against a revision of it. / 发布核验结果。",
    requiredProperties = {
      "report",
      "number",
      "revision",
      "outcome",
      "counts",
      "name",
      "digest",
      "author",
      "at"
    })
@JsonInclude(JsonInclude.Include.NON_NULL)
record VerificationView(
    @Schema(description = "Id of the report", examples = "42") long report,
    @Schema(description = "Counts those of the report, from 1", examples = "1") int number,
    @Schema(description = "The revision that it was held against", examples = "2") int revision,
    @Schema(
            description =
                "`same`; `different`: cells surely state something else; `doubtful`: texts differ,"
                    + " or not all cells were found",
            examples = "different")
        VerificationOutcome outcome,
    @Schema(description = "What was counted") CountsView counts,
    @Schema(description = "What the file is called", examples = "2021年度报告.html") String name,
    @Schema(
            description = "SHA-256 of the file, in hexadecimal",
            examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String digest,
    @Schema(description = "Who has done it", examples = "区工信局 (gk_4f9a2c7b)") String author,
    @Schema(description = "When it was looked at, in UTC", examples = "2022-02-01T01:30:00.123456Z")
        Instant at,
    @Schema(
            description =
                "What differs: `from` is the revision, `to` the file. Only cells that were found in"
                    + " it. Not in lists, nor after words of the report were taken out")
        @Nullable DifferencesView differences,
    @Schema(description = "Cells that the revision states and that were not found in the file")
        @Nullable List<MissingCell> missing) {

  /** What was counted. */
  @Schema(
      name = "VerificationCounts",
      description = "What a verification has counted. / 核验计数。",
      requiredProperties = {"compared", "cells", "missing", "texts"})
  record CountsView(
      @Schema(description = "Cells that were found in the file", examples = "186") int compared,
      @Schema(description = "How many of them surely state something else", examples = "1")
          int cells,
      @Schema(
              description = "Cells that the revision states and that were not found",
              examples = "0")
          int missing,
      @Schema(description = "Parts of the text that differ", examples = "0") int texts) {}

  /** A cell that was not found in the file. */
  @Schema(
      name = "MissingCell",
      description = "A cell that was not found in what was published. / 未在公布内容中找到的单元格。",
      requiredProperties = {"path", "label", "stated"})
  record MissingCell(
      @Schema(description = "The cell's name", examples = "applications.received.naturalPerson")
          String path,
      @Schema(description = "The cell as the form prints it", examples = "一、本年新收政府信息公开申请数量 / 自然人")
          String label,
      @Schema(ref = "StatedCell", description = "What the revision states", examples = "60")
          @JsonInclude(JsonInclude.Include.ALWAYS)
          JsonNode stated) {}

  /** Whether what was published says the same. */
  public enum VerificationOutcome implements WireCode {
    SAME,
    /** Cells surely state something else. */
    DIFFERENT,
    /** Texts differ, or not all cells were found. */
    DOUBTFUL;

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** All verifications of a report. */
  @Schema(
      name = "VerificationList",
      description = "The verifications of a report, newest first; 200 at most. / 核验记录。",
      requiredProperties = {"items"})
  record Page(@Schema(description = "The newest first") List<VerificationView> items) {}

  static VerificationView of(
      Verification of, @Nullable DifferencesView differences, @Nullable List<MissingCell> missing) {
    Verification.Counts counts = of.counts();
    VerificationOutcome outcome =
        counts.cells() > 0
            ? VerificationOutcome.DIFFERENT
            : counts.texts() > 0 || counts.missing() > 0 || counts.compared() == 0
                ? VerificationOutcome.DOUBTFUL
                : VerificationOutcome.SAME;
    return new VerificationView(
        of.report(),
        of.number(),
        of.revision(),
        outcome,
        new CountsView(counts.compared(), counts.cells(), counts.missing(), counts.texts()),
        of.name(),
        of.digest(),
        of.author(),
        of.at(),
        differences,
        missing);
  }
}
