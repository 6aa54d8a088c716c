package org.gongkai.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event as it is shown. */
@Schema(
    name = "ReportEvent",
    description = "An event in the life of a report, with its author and time. / 报告办理记录。",
    requiredProperties = {"number", "kind", "at", "state", "revision", "author"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportEventView(
    @Schema(description = "1 for the first", examples = "3") int number,
    @Schema(description = "What happened to the report", examples = "returned")
        ReportEventKind kind,
    @Schema(description = "When it happened, in UTC", examples = "2022-01-25T08:30:00.123456Z")
        Instant at,
    @Schema(description = "The state afterwards", examples = "returned") String state,
    @Schema(description = "The newest revision afterwards", examples = "1") int revision,
    @Schema(
            description =
                "Who did it: label of the key and its prefix, or name and subject of a token's bearer",
            examples = "区政务公开办 (gk_4f9a2c7b)")
        String author,
    @Schema(description = "Why, as the author says", examples = "请于一周内修改后重新提交。")
        @Nullable String reason,
    @Schema(description = "Of a return: its reasons, each at its place")
        @Nullable List<ReturnReasons.ReturnReason> reasons,
    @Schema(description = "Of a return: last day for the correction", examples = "2026-02-20")
        @Nullable LocalDate due,
    @Schema(
            description =
                "Of an explanation or a waiver: the finding; without a reason it was taken back",
            examples = "T3-BAL:applications.total")
        @Nullable String finding,
    @Schema(
            description =
                "Of `dated`: the day on which it was handed in, as stated; without one that was taken"
                    + " back",
            examples = "2022-01-20")
        @Nullable LocalDate handedInOn) {

  /** All events of a report. */
  @Schema(name = "ReportEvents", description = "Every event of a report, oldest first. / 办理记录。")
  public record Page(
      @Schema(description = "All events of the report, oldest first")
          List<ReportEventView> items) {}
}
