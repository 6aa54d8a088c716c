package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.gongkai.check.Finding;
import org.gongkai.form.Forms;
import org.gongkai.form.PlaceLabels;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;

/**
 * What becomes of a report once it is there: withdrawal, return, acceptance, publication,
 * reopening, and what is said of its findings. Each method is one transaction, with the organ held
 * as for a filing, so that of two who decide at once one sees what the other did.
 */
@ApplicationScoped
class Life {

  private final Submitters submitters;
  private final ReportRepository reports;
  private final Chronicle chronicle;
  private final Forms forms;

  Life(Submitters submitters, ReportRepository reports, Chronicle chronicle, Forms forms) {
    this.submitters = submitters;
    this.reports = reports;
    this.chronicle = chronicle;
    this.forms = forms;
  }

  /** By whoever may file. */
  @Transactional
  Filed withdraw(long id, String ifMatch, String reason) {
    return take(submitters.heldForFiling(id), Transition.WITHDRAWAL, ifMatch, reason, null);
  }

  /**
   * By the office.
   *
   * @param reasons each with the place that it is pinned to
   */
  @Transactional
  Filed giveBack(long id, String ifMatch, ReturnReasons reasons) {
    Report report = submitters.heldForReview(id);
    reasons.requireKnown(new PlaceLabels(forms, Editions.read(report.editions())));
    return take(report, Transition.RETURN, ifMatch, reasons.message(), reasons.write());
  }

  /** Accepts, publishes or reopens; by the office. */
  @Transactional
  Filed decide(long id, Transition step, String ifMatch, String reason) {
    return take(submitters.heldForReview(id), step, ifMatch, reason, null);
  }

  private Filed take(Report report, Transition step, String ifMatch, String reason, String detail) {
    if (ifMatch != null) {
      Filing.requireNamed(report, ifMatch);
    }
    Instant now = chronicle.now(report);
    report.take(step, now);
    chronicle.record(report, step.kind(), now, reason, detail);
    return changed(report);
  }

  /**
   * Explains a finding, or takes the explanation back.
   *
   * @param text null to take it back
   */
  @Transactional
  Filed explain(long id, String finding, String text) {
    return remark(submitters.heldForFiling(id), Remark.RemarkKind.EXPLANATION, finding, text);
  }

  /**
   * Waives a broken hard rule, or takes the waiver back; by the office.
   *
   * @param reason null to take it back
   */
  @Transactional
  Filed waive(long id, String finding, String reason) {
    Report report = submitters.heldForReview(id);
    if (reason == null && !report.state().isOpen()) {
      throw ProblemException.of(
          ProblemType.STATE_CONFLICT,
          "报告已经提交，豁免不能撤销；请先退回或重新开放。",
          "The report is handed in on this waiver; return or reopen it first.");
    }
    return remark(report, Remark.RemarkKind.WAIVER, finding, reason);
  }

  private Filed remark(Report report, Remark.RemarkKind kind, String id, String text) {
    Assessment before = Assessment.of(report, reports.remarks(report.id()));
    Finding finding =
        before.all().stream()
            .filter(f -> f.id().equals(id))
            .findFirst()
            .orElseThrow(ReportProblems::notFound);
    RemarkProblems.requireSuited(kind, finding);
    boolean same =
        before
            .remarks()
            .of(kind, finding)
            .map(Remark::text)
            .map(t -> t.equals(text))
            .orElse(text == null);
    if (same) {
      return unchanged(report);
    }
    Instant now = chronicle.now(report);
    reports.keep(Remark.of(kind, finding, text, report, chronicle.author(), now));
    report.counted(Assessment.of(report, reports.remarks(report.id())));
    chronicle.record(report, kind.event(), now, text, RemarkProblems.detail(finding));
    return changed(report);
  }

  private Filed changed(Report report) {
    return filed(report, Filed.Outcome.CHANGED);
  }

  private Filed unchanged(Report report) {
    return filed(report, Filed.Outcome.UNCHANGED);
  }

  private Filed filed(Report report, Filed.Outcome outcome) {
    return new Filed(
        report,
        outcome,
        reports.receipt(report.id(), report.revision()),
        Assessment.of(report, reports.remarks(report.id())));
  }
}
