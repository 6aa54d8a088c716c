package org.gongkai.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.finding.Finding;
import org.gongkai.form.Content;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;
import org.gongkai.rule.Severity;

/** What callers get wrong about reports. */
public final class ReportProblems {

  public static final String ADDRESS = "/api/v1/reports/";

  private ReportProblems() {}

  static ProblemException exists(long report) {
    return ProblemException.of(ProblemType.REPORT_EXISTS)
        .with("report", language -> ADDRESS + report)
        .withHeader("Location", ADDRESS + report);
  }

  /** The report was accepted or published: its content stands until the office reopens it. */
  static ProblemException closed(ReportState state) {
    return ProblemException.of(
            ProblemType.STATE_CONFLICT,
            new Text(
                    "报告当前状态为“%s”，须由主管部门重新开放后才能更正。",
                    "The report is %s; the office must reopen it before it can be corrected.")
                .with(state.label()))
        .with("state", language -> state.code());
  }

  /** A report that is submitted does not become a draft again by being corrected. */
  static ProblemException submitted() {
    return ProblemException.of(
        ProblemType.STATE_CONFLICT,
        "报告已经提交，不能改回草稿；请直接更正，或者先撤回。",
        "The report is submitted and cannot become a draft again; correct it as it is, or"
            + " withdraw it first.");
  }

  /** A client that sends again what it has sent would bring the words back. */
  static ProblemException redacted(ReportState state) {
    return ProblemException.of(
            ProblemType.STATE_CONFLICT,
            "所提交的是遮盖之前的内容；请读取报告，在遮盖后的内容上更正。",
            "This is the text from before words of it were masked; read the report and correct what"
                + " it says now.")
        .with("state", language -> state.code());
  }

  static ProblemException notPublic(ReportState state) {
    return ProblemException.of(
            ProblemType.STATE_CONFLICT,
            "报告没有正在公布的内容，无需隐藏。",
            "Nothing of the report is public, so there is nothing to hide.")
        .with("state", language -> state.code());
  }

  static ProblemException notHidden(ReportState state) {
    return ProblemException.of(ProblemType.STATE_CONFLICT, "报告没有被隐藏。", "The report is not hidden.")
        .with("state", language -> state.code());
  }

  /** What readers are told of a report that they could read before. */
  public static ProblemException hidden(ReportEvent hiding) {
    return ProblemException.of(ProblemType.REPORT_HIDDEN)
        .with("reason", language -> hiding.reason())
        .with("hiddenAt", language -> hiding.at().toString());
  }

  /** What was handed in has a receipt, and stays. */
  static ProblemException handedIn(ReportState state) {
    return ProblemException.of(
            ProblemType.STATE_CONFLICT,
            "报告提交过，不能删除；尚未审核的可以撤回。",
            "The report was handed in once and cannot be deleted; before acceptance it can be"
                + " withdrawn.")
        .with("state", language -> state.code());
  }

  public static ProblemException notFound() {
    return ProblemException.of(ProblemType.NOT_FOUND);
  }

  /** A correction must be of the same organ, year and scope: the address does not move. */
  public static void requireSame(FilingContext.Key report, Content content) {
    List<Violation> violations = new ArrayList<>();
    Text wanted = new Text("与地址不符，应为 %s。", "Not as the address says: %s.");
    if (!report.organ().equals(content.organ())) {
      violations.add(new Violation("/organ", wanted.with(report.organ())));
    }
    if (report.year() != content.year()) {
      violations.add(new Violation("/year", wanted.with(report.year())));
    }
    if (report.scope() != content.scope()) {
      violations.add(new Violation("/scope", wanted.with(report.scope().code())));
    }
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
  }

  /** Only broken hard rules need a waiver. */
  public static void requireSuited(Remark.RemarkKind kind, Finding finding) {
    if (kind == Remark.RemarkKind.WAIVER && finding.severity() != Severity.ERROR) {
      throw ProblemException.of(
          ProblemType.STATE_CONFLICT,
          "只有硬性校验错误需要豁免；提醒可以说明。",
          "Only a broken hard rule is waived; a warning is explained.");
    }
  }

  /** Which finding a remark is of, as an event keeps it. */
  public static String detail(Finding finding) {
    return JsonNodeFactory.instance.objectNode().put("finding", finding.id()).toString();
  }
}
