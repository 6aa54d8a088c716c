package org.gongkai.report;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.finding.FindingView;
import org.gongkai.form.Scope;
import org.gongkai.receipt.ReceiptView;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is shown: where it stands, and, where asked for, what its newest revision says,
 * beside each other as in the JSON that is sent in.
 */
@Schema(
    name = "FiledReport",
    description =
        "Where a report stands, what the rules say of it, and, when it is read, the members of the"
            + " report itself as they were sent. / 报告的状态、校验结果及填报内容。",
    requiredProperties = {
      "id",
      "organ",
      "year",
      "scope",
      "state",
      "region",
      "revision",
      "editions"
    })
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportView(
    @Schema(description = "Id of the report", examples = "42") long id,
    @Schema(description = "Code of the organ", examples = "113710020043609788") String organ,
    @Schema(description = "The report year", examples = "2021") int year,
    @Schema(
            description = "Whose figures it gives; rollups add organ reports only",
            examples = "organ")
        Scope scope,
    @Schema(description = "Where it stands", examples = "submitted") ReportState state,
    @Schema(
            description = "The region that the organ belonged to in the report year",
            examples = "371002")
        String region,
    @Schema(description = "Number of the newest revision, from 1", examples = "1") int revision,
    @Schema(
            description =
                "The revision that the public sees; it stays while a reopened report is worked on",
            examples = "1")
        @Nullable Integer publishedRevision,
    @Schema(description = "While an office hides what was published: by whom, when and why")
        @Nullable Hidden hidden,
    @Schema(
            description =
                "Where words of what is shown are masked since it was filed: by whom, when and why")
        @Nullable RedactionView redacted,
    @Schema(
            description =
                "Per section the edition of the form that it follows, stated or recognised",
            examples = "{\"disclosure\":\"2021\",\"applications\":\"2019\",\"contests\":\"2021\"}")
        Map<String, String> editions,
    @Schema(
            description =
                "Proof of submission of the newest revision; absent while it is a draft, and"
                    + " for whoever reads without a key")
        @Nullable ReceiptView receipt,
    @Schema(
            description =
                "What all rules say of the newest revision; errors first. Not for whoever reads"
                    + " without a key")
        @Nullable List<FindingView> findings,
    @Schema(
            description = "Warnings that nobody has explained. Not for whoever reads without a key",
            examples = "0")
        @Nullable Integer unexplained,
    @Schema(
            description =
                "Broken hard rules that the office has waived. Not for whoever reads without a key",
            examples = "0")
        @Nullable Integer waived,
    @Schema(description = "While it is returned: by whom, when and why")
        @Nullable ReportEventView returned,
    @Schema(description = "When it was first filed", examples = "2022-01-25T08:30:00.123456Z")
        Instant createdAt,
    @Schema(
            description = "When content or state last changed",
            examples = "2022-01-25T08:30:00.123456Z")
        Instant changedAt,
    @Schema(description = "When it was last submitted", examples = "2022-01-25T08:30:00.123456Z")
        @Nullable Instant submittedAt,
    @Schema(
            description =
                "The first submission that was not withdrawn, which counts for being on time",
            examples = "2022-01-25T08:30:00.123456Z")
        @Nullable Instant firstSubmittedAt,
    @Schema(
            description =
                "The day on which it was handed in before there was this service, as the office"
                    + " states it; counts for being on time. Absent where nothing is stated")
        @Nullable HandedIn handedIn,
    @Schema(hidden = true) @JsonAnyGetter Map<String, JsonNode> document) {

  /** What the public is shown: the report, and neither its receipt nor what clerks say of it. */
  public ReportView forThePublic() {
    return new ReportView(
        id,
        organ,
        year,
        scope,
        state,
        region,
        revision,
        publishedRevision,
        hidden,
        redacted == null ? null : redacted.forThePublic(),
        editions,
        null,
        null,
        null,
        null,
        returned,
        createdAt,
        changedAt,
        submittedAt,
        firstSubmittedAt,
        null,
        document);
  }

  /** That what was published is hidden, as it is shown to those who may still see the report. */
  @Schema(
      name = "HiddenReport",
      description = "By whom, when and why a published report was hidden. / 停止公布。",
      requiredProperties = {"at", "author", "reason"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Hidden(
      @Schema(
              description = "Since when it has been hidden, in UTC",
              examples = "2026-03-02T08:30:00.123456Z")
          Instant at,
      @Schema(
              description =
                  "Who hid it: label of the key and its prefix, or name and subject of a token's"
                      + " bearer",
              examples = "区政务公开办 (gk_4f9a2c7b)")
          String author,
      @Schema(description = "Why, as the author says; readers are told", examples = "核实个人信息。")
          @Nullable String reason) {

    static Hidden of(ReportEvent hiding) {
      return new Hidden(hiding.at(), hiding.author(), hiding.reason());
    }
  }

  /** A stated day of handing in, as it is shown: always with who stated it. */
  @Schema(
      name = "StatedHandInDay",
      description =
          "On which day a report was handed in before there was this service, as an office states"
              + " it. / 主管部门载明的当年提交日期。",
      requiredProperties = {"day", "author", "at"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record HandedIn(
      @Schema(description = "The day on which it was handed in, in China", examples = "2022-01-20")
          LocalDate day,
      @Schema(
              description =
                  "Who states it: label of the key and its prefix, or name and subject of a token's"
                      + " bearer",
              examples = "区政务公开办 (gk_4f9a2c7b)")
          String author,
      @Schema(description = "When that was stated", examples = "2026-03-02T08:30:00.123456Z")
          Instant at,
      @Schema(description = "By what, as the author says", examples = "据纸质收文登记。")
          @Nullable String reason) {

    /** Empty where the event states none. */
    static Optional<HandedIn> of(ReportEvent event) {
      return event.kind() == ReportEventKind.DATED && event.detail() != null
          ? Optional.of(
              new HandedIn(
                  HandInDay.read(event.detail()), event.author(), event.at(), event.reason()))
          : Optional.empty();
    }
  }
}
