package org.gongkai.rehearsal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.finding.FindingView;
import org.gongkai.form.Scope;
import org.gongkai.platform.Parameters;
import org.gongkai.report.ReportState;
import org.jspecify.annotations.Nullable;

/** A finding of a rehearsal as it is shown, with the report that it is about. */
@Schema(
    name = "RehearsalFinding",
    description = "A finding that appears or disappears. / 新增或消失的一条校验结果。",
    requiredProperties = {
      "change",
      "report",
      "revision",
      "organ",
      "region",
      "year",
      "scope",
      "state",
      "finding"
    })
@JsonInclude(JsonInclude.Include.NON_NULL)
record RehearsalFindingView(
    @Schema(
            description = "Whether only the file's rules find it, or only those in force",
            examples = "appearing")
        FindingShift.FindingChange change,
    @Schema(description = "Id of the report", examples = "42") long report,
    @Schema(description = "The judged revision", examples = "1") int revision,
    @Schema(description = "Code of the organ", examples = "113710020043609788") String organ,
    @Schema(description = "Its name in the report year", examples = "威海市环翠区工业和信息化局") String name,
    @Schema(description = "Its region in the report year", examples = "371002") String region,
    @Schema(description = "The report year", examples = "2021") int year,
    @Schema(description = "Whose figures the report gives", examples = "organ") Scope scope,
    @Schema(description = "Where the report stands today", examples = "published")
        ReportState state,
    @Schema(description = "In the words of the file, or of the rules in force")
        FindingView finding) {

  /** A part of what a rehearsal has found. */
  @Schema(
      name = "RehearsalFindingPage",
      description = "A page of findings, in the order of the reports' ids. / 试运行结果列表。",
      requiredProperties = {"items", "complete"})
  record Page(
      @Schema(description = "The findings of this page") List<RehearsalFindingView> items,
      @Schema(
              description =
                  "Whether the pages hold every finding so far; if not, only the first ones of a"
                      + " rule were kept, while all were counted",
              examples = "true")
          boolean complete,
      @Schema(
              nullable = true,
              description = "The cursor of the next page; null on the last one",
              examples = "1041")
          @JsonInclude(JsonInclude.Include.ALWAYS)
          @Nullable String next) {}

  static RehearsalFindingView of(ResultStore.Found found, FindingView finding) {
    return new RehearsalFindingView(
        found.kept().change(),
        found.kept().report(),
        found.kept().revision(),
        found.organ(),
        found.name(),
        found.region(),
        found.year(),
        Parameters.choice(found.scope(), Scope.class).orElseThrow(),
        Parameters.choice(found.state(), ReportState.class).orElseThrow(),
        finding);
  }
}
