package org.gongkai.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.form.Scope;
import org.gongkai.report.ReportState;
import org.jspecify.annotations.Nullable;

/** A report in a list. */
@Schema(
    name = "ReportSummary",
    description = "Where a report stands, without its content. / 报告概要。",
    requiredProperties = {"id", "organ", "year", "scope", "state", "region", "revision"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportSummary(
    @Schema(description = "Id of the report", examples = "42") long id,
    @Schema(description = "Code of the organ", examples = "113710020043609788") String organ,
    @Schema(description = "The report year", examples = "2021") int year,
    @Schema(description = "Whose figures it gives", examples = "organ") Scope scope,
    @Schema(description = "Where it stands", examples = "submitted") ReportState state,
    @Schema(description = "Region of the organ in the report year", examples = "371002")
        String region,
    @Schema(description = "Number of the newest revision", examples = "1") int revision,
    @Schema(
            description = "The revision that the public sees, where it is published",
            examples = "1")
        @Nullable Integer publishedRevision,
    @Schema(
            description = "When that revision was first published",
            examples = "2022-01-28T01:12:00.123456Z")
        @Nullable Instant publishedAt,
    @Schema(
            description = "`true` where an office hides what was published; otherwise absent",
            examples = "true")
        @Nullable Boolean hidden,
    @Schema(description = "How many findings are errors; not for readers", examples = "0")
        @Nullable Integer errors,
    @Schema(description = "How many findings are warnings; not for readers", examples = "0")
        @Nullable Integer warnings,
    @Schema(description = "How many warnings nobody has explained", examples = "0")
        @Nullable Integer unexplained,
    @Schema(description = "How many broken hard rules the office has waived", examples = "0")
        @Nullable Integer waived,
    @Schema(
            description = "When content or state last changed",
            examples = "2022-01-25T08:30:00.123456Z")
        @Nullable Instant changedAt,
    @Schema(description = "When it was last submitted", examples = "2022-01-25T08:30:00.123456Z")
        @Nullable Instant submittedAt) {

  /** A part of the list of reports. */
  @Schema(
      name = "ReportPage",
      description = "A page of reports, in the order of their ids. / 报告列表。",
      requiredProperties = {"items", "total"})
  record Page(
      @Schema(description = "The reports of this page") List<ReportSummary> items,
      @Schema(description = "How many reports match, on all pages", examples = "50") long total,
      @Schema(
              nullable = true,
              description = "The cursor of the next page; null on the last one",
              examples = "42")
          @JsonInclude(JsonInclude.Include.ALWAYS)
          @Nullable String next) {}
}
