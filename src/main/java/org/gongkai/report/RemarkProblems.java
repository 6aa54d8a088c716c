package org.gongkai.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.gongkai.check.Finding;
import org.gongkai.form.Severity;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;

/** What callers get wrong about remarks. */
final class RemarkProblems {

  private RemarkProblems() {}

  /** Only broken hard rules need a waiver. */
  static void requireSuited(Remark.RemarkKind kind, Finding finding) {
    if (kind == Remark.RemarkKind.WAIVER && finding.severity() != Severity.ERROR) {
      throw ProblemException.of(
          ProblemType.STATE_CONFLICT,
          "只有硬性校验错误需要豁免；提醒可以说明。",
          "Only a broken hard rule is waived; a warning is explained.");
    }
  }

  /** Which finding a remark is of, as an event keeps it. */
  static String detail(Finding finding) {
    return JsonNodeFactory.instance.objectNode().put("finding", finding.id()).toString();
  }
}
