package org.gongkai.report;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.gongkai.calendar.ReportYears;
import org.gongkai.form.Content;
import org.gongkai.form.Scope;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;

/**
 * Whether there can be such a report at all, whatever it says. A report is of a year that is over:
 * one of a later year than this one is mistyped, and one of this year is a draft until new year's
 * day, unless its organ ends in the year. And only governments speak for more than themselves.
 */
@Singleton
class Eligibility {

  private final ReportYears years;

  Eligibility(ReportYears years) {
    this.years = years;
  }

  /**
   * Refuses what cannot be kept, or cannot be handed in.
   *
   * @throws ProblemException {@code year-not-over} or {@code scope-not-open}
   */
  void require(Content content, FilingContext context, boolean handIn) {
    (handIn ? handingIn(content, context) : keeping(content, context))
        .ifPresent(
            refusal -> {
              throw refusal;
            });
  }

  /** Why the report cannot be kept, even as a draft. */
  Optional<ProblemException> keeping(Content content, FilingContext context) {
    if (!years.hasBegun(content.year())) {
      return Optional.of(notOver("%s 年尚未开始。", "%s has not begun.", content));
    }
    boolean forOthers = content.scope() != Scope.ORGAN;
    return forOthers && !context.reporter().kind().speaksForOthers()
        ? Optional.of(notOpen(context))
        : Optional.empty();
  }

  /** Why it cannot be handed in. */
  Optional<ProblemException> handingIn(Content content, FilingContext context) {
    return keeping(content, context)
        .or(
            () ->
                years.isOver(content.year()) || context.endsInYear()
                    ? Optional.empty()
                    : Optional.of(
                        notOver(
                            "%s 年尚未结束：年度终了前只能存为草稿（?state=draft），年内撤销或合并的机关除外。",
                            "%s is not over: until then a report is kept as a draft (?state=draft),"
                                + " unless its organ is closed in the year.",
                            content)));
  }

  private static ProblemException notOver(String zh, String en, Content content) {
    return ProblemException.invalid(
        ProblemType.YEAR_NOT_OVER,
        List.of(new Violation("/year", new Text(zh, en).with(Integer.toString(content.year())))));
  }

  private static ProblemException notOpen(FilingContext context) {
    return ProblemException.invalid(
        ProblemType.SCOPE_NOT_OPEN,
        List.of(
            new Violation(
                "/scope",
                new Text(
                        "本级（level）和全区域（area）的报告由人民政府、其办公厅（室）或者开发区管理委员会提交，本机关的类型为“%s”。",
                        "Reports of scope level or area are those of a people's government, its"
                            + " general office or a zone's committee; this organ is a %s.")
                    .with(context.reporter().kind().label()))));
  }
}
