package org.gongkai.explanation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.finding.FindingView;
import org.gongkai.form.Scope;
import org.gongkai.report.ReportState;
import org.gongkai.rule.Severity;
import org.jspecify.annotations.Nullable;

/** A finding in a list over many reports. */
@Schema(
    name = "ReportFinding",
    description = "A finding, and the report that it is of. / 校验结果及其所属报告。",
    requiredProperties = {"report", "organ", "region", "year", "scope", "state", "finding"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportFindingView(
    @Schema(description = "Id of the report", examples = "42") long report,
    @Schema(description = "Code of the organ", examples = "113710020043609788") String organ,
    @Schema(description = "Its name in the report year", examples = "威海市环翠区工业和信息化局")
        @Nullable String name,
    @Schema(description = "Region of the organ in the report year", examples = "371002")
        String region,
    @Schema(description = "The report year", examples = "2021") int year,
    @Schema(description = "Whose figures it gives", examples = "organ") Scope scope,
    @Schema(description = "Where the report stands", examples = "submitted") ReportState state,
    @Schema(description = "What the rule says, and what people say of that") FindingView finding) {

  static ReportFindingView of(FindingQuery.Judged report, FindingView finding) {
    return new ReportFindingView(
        report.id(),
        report.organ(),
        report.name(),
        report.region(),
        report.year(),
        report.scope(),
        report.state(),
        finding);
  }

  /** A part of the list. */
  @Schema(
      name = "ReportFindingPage",
      description = "A page of findings, by year and the ids of the reports. / 校验结果列表。",
      requiredProperties = {"items"})
  record Page(
      @Schema(description = "The findings of this page") List<ReportFindingView> items,
      @Schema(
              nullable = true,
              description = "The cursor of the next page; null on the last one",
              examples = "2021:42:3:T3-BAL:applications.total")
          @JsonInclude(JsonInclude.Include.ALWAYS)
          @Nullable String next) {}

  /** The same as a line of a table. */
  record Line(
      long report,
      String organ,
      @Nullable String name,
      String region,
      int year,
      Scope scope,
      ReportState state,
      String rule,
      Severity severity,
      String message,
      List<String> cells,
      @Nullable BigDecimal left,
      @Nullable BigDecimal right,
      @Nullable BigDecimal difference,
      @Nullable String explanation,
      @Nullable String waiver) {

    static Line of(ReportFindingView view) {
      FindingView finding = view.finding();
      return new Line(
          view.report(),
          view.organ(),
          view.name(),
          view.region(),
          view.year(),
          view.scope(),
          view.state(),
          finding.rule(),
          finding.severity(),
          finding.message(),
          finding.cells().stream().map(FindingView.CellView::path).toList(),
          finding.left(),
          finding.right(),
          finding.difference(),
          finding.explanation() == null ? null : finding.explanation().reason(),
          finding.waiver() == null ? null : finding.waiver().reason());
    }
  }
}
