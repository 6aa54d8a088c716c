package org.gongkai.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.Language;
import org.gongkai.problem.ProblemView;
import org.gongkai.problem.WireCode;
import org.gongkai.report.Report;
import org.gongkai.report.ReportState;
import org.gongkai.report.ReportTag;
import org.jspecify.annotations.Nullable;

/** What became of reports that were decided on together. */
@Schema(
    name = "DecidedBatch",
    description = "What became of each report of a batch, in the order of the request. / 批量办理结果。",
    requiredProperties = {"items", "changed", "refused"})
record BatchView(
    @Schema(description = "In the order of the request") List<Decided> items,
    @Schema(description = "How many took the step", examples = "49") int changed,
    @Schema(description = "How many were refused, and stay as they were", examples = "1")
        int refused) {

  static BatchView of(List<Decided> items) {
    int refused = (int) items.stream().filter(item -> item.problem() != null).count();
    int changed =
        (int) items.stream().filter(item -> item.outcome() == DecisionOutcome.CHANGED).count();
    return new BatchView(items, changed, refused);
  }

  /** What became of a report of a batch. */
  public enum DecisionOutcome implements WireCode {
    CHANGED,
    /** It was so already. */
    UNCHANGED,
    REFUSED;

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What became of one of them. */
  @Schema(
      name = "DecidedReport",
      description = "What became of a report of a batch. / 单份报告的办理结果。",
      requiredProperties = {"status", "outcome"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Decided(
      @Schema(
              description =
                  "Id of the report; absent where it was named otherwise and there is none",
              examples = "42")
          @Nullable Long report,
      @Schema(description = "The HTTP status that it would have had alone", examples = "200")
          int status,
      @Schema(description = "What became of it", examples = "changed") DecisionOutcome outcome,
      @Schema(description = "Code of the organ", examples = "113710020043609788")
          @Nullable String organ,
      @Schema(description = "The report year", examples = "2021") @Nullable Integer year,
      @Schema(description = "Where it stands now", examples = "accepted")
          @Nullable ReportState state,
      @Schema(description = "Number of the newest revision", examples = "1")
          @Nullable Integer revision,
      @Schema(
              description = "The ETag of the report as it is now; absent where it was not found",
              examples = "\"4-5f0c7b0e-zh\"")
          @Nullable String etag,
      @Schema(description = "Why it was refused") @Nullable ProblemView problem) {

    static Decided of(Report report, boolean changed, Language language) {
      return new Decided(
          report.id(),
          200,
          changed ? DecisionOutcome.CHANGED : DecisionOutcome.UNCHANGED,
          report.organ(),
          report.year(),
          report.state(),
          report.revision(),
          ReportTag.of(report, language).toString(),
          null);
    }

    /** As it was named. */
    static Decided refused(
        @Nullable Long report,
        @Nullable String organ,
        @Nullable Integer year,
        ProblemView problem) {
      return new Decided(
          report,
          problem.status(),
          DecisionOutcome.REFUSED,
          organ,
          year,
          null,
          null,
          null,
          problem);
    }
  }
}
