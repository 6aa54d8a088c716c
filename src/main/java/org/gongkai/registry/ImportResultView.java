package org.gongkai.registry;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.Language;
import org.gongkai.problem.ProblemView.ViolationView;

/** What became of a file. */
@Schema(
    name = "ImportResult",
    description =
        "What became of each line of a file. / 导入结果。 lines = created + changed + unchanged +"
            + " refused.")
record ImportResultView(
    @Schema(description = "Lines without the header / 行数", examples = "150000") int lines,
    @Schema(description = "Lines of organs or regions that are new / 新增", examples = "149000")
        int created,
    @Schema(description = "Lines of organs or regions that changed / 变更", examples = "600")
        int changed,
    @Schema(description = "Lines that said what was known / 未变", examples = "390") int unchanged,
    @Schema(description = "Lines that were not taken / 拒绝", examples = "10") int refused,
    @Schema(description = "What is wrong, the first 1,000 / 错误（前 1000 条）")
        List<ViolationView> violations,
    @Schema(description = "Lines that were taken and are doubtful / 存疑行数", examples = "2")
        int warned,
    @Schema(description = "What is doubtful, the first 1,000 / 存疑事项（前 1000 条）")
        List<LineWarning> warnings) {

  /** Something doubtful about a line that was taken all the same. */
  @Schema(name = "ImportWarning", description = "Something doubtful about a line. / 存疑的行。")
  record LineWarning(
      @Schema(description = "Line and column", examples = "line:3/name") String pointer,
      @Schema(
              description = "Code of the warning; it never changes, as its text may",
              examples = "same-name")
          String code,
      @Schema(
              description = "What is doubtful",
              examples = "同一行政区划在同一时间另有同名的机关：371002-007；请核对是否重复登记。")
          String message) {}

  static ImportResultView of(ImportReport report, Language language) {
    return new ImportResultView(
        report.lines(),
        report.counted(RegistrationOutcome.CREATED),
        report.counted(RegistrationOutcome.CHANGED),
        report.counted(RegistrationOutcome.UNCHANGED),
        report.refused(),
        report.violations().stream()
            .map(v -> new ViolationView(v.pointer(), v.message().in(language)))
            .toList(),
        report.warned(),
        report.doubtful().stream()
            .map(
                d ->
                    new LineWarning(
                        d.pointer(), d.warning().code(), d.warning().message().in(language)))
            .toList());
  }
}
