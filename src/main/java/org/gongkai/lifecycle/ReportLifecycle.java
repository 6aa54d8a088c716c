package org.gongkai.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.gongkai.finding.Finding;
import org.gongkai.form.Forms;
import org.gongkai.form.PlaceLabels;
import org.gongkai.platform.Preconditions;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.redaction.ErasureStore;
import org.gongkai.report.Admissions;
import org.gongkai.report.Assessment;
import org.gongkai.report.Editions;
import org.gongkai.report.EventRecorder;
import org.gongkai.report.Filing;
import org.gongkai.report.FilingBatches;
import org.gongkai.report.FilingBatches.Answer;
import org.gongkai.report.FilingResult;
import org.gongkai.report.HandInDay;
import org.gongkai.report.Recheck;
import org.gongkai.report.Remark;
import org.gongkai.report.Report;
import org.gongkai.report.ReportEvent;
import org.gongkai.report.ReportEventKind;
import org.gongkai.report.ReportProblems;
import org.gongkai.report.ReportRepository;
import org.gongkai.report.ReturnReasons;
import org.gongkai.report.Transition;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a report once it is there: withdrawal, return, acceptance, publication,
 * reopening, and what is said of its findings. Each is kept wholly or not at all, with the organ
 * held as for a filing, so that of two who decide at once one sees what the other did; steps share
 * a transaction with filings that come at the same time.
 */
@ApplicationScoped
public class ReportLifecycle {

  private final Admissions admissions;
  private final FilingBatches batches;
  private final ReportRepository reports;
  private final EventRecorder eventRecorder;
  private final ErasureStore erasure;
  private final Recheck recheck;
  private final Forms forms;

  ReportLifecycle(
      Admissions admissions,
      FilingBatches batches,
      ReportRepository reports,
      EventRecorder eventRecorder,
      ErasureStore erasure,
      Recheck recheck,
      Forms forms) {
    this.admissions = admissions;
    this.batches = batches;
    this.reports = reports;
    this.eventRecorder = eventRecorder;
    this.erasure = erasure;
    this.recheck = recheck;
    this.forms = forms;
  }

  /** By whoever may file. */
  Response withdraw(long id, Preconditions conditions, @Nullable String reason, Answer answer) {
    Admissions.Permit permit = admissions.requireFiling(id);
    return take(permit, id, Transition.WITHDRAWAL, conditions, reason, answer);
  }

  /**
   * By the office.
   *
   * @param reasons each with the place that it is pinned to
   */
  Response giveBack(long id, Preconditions conditions, ReturnReasons reasons, Answer answer) {
    return batches.step(
        admissions.requireReviewing(id),
        id,
        reasons.reason(),
        report -> {
          reasons.requireKnown(new PlaceLabels(forms, Editions.read(report.editions())));
          Filing.requireHeld(report, conditions);
        },
        (report, act) -> {
          report.take(Transition.RETURN, act.at());
          report.setReturnDue(reasons.due());
          report.addEvent(Transition.RETURN.kind(), act, reasons.write());
        },
        answer);
  }

  /** Accepts, publishes or reopens; by the office. */
  Response decide(
      long id, Transition step, Preconditions conditions, @Nullable String reason, Answer answer) {
    return take(admissions.requireReviewing(id), id, step, conditions, reason, answer);
  }

  private Response take(
      Admissions.Permit permit,
      long id,
      Transition step,
      Preconditions conditions,
      @Nullable String reason,
      Answer answer) {
    return batches.step(
        permit,
        id,
        reason,
        report -> Filing.requireHeld(report, conditions),
        (report, act) -> {
          report.take(step, act.at());
          report.addEvent(step.kind(), act, null);
        },
        answer);
  }

  /**
   * Takes what is published out of the public's sight; by the office.
   *
   * @param reason why; readers are told
   */
  Response hide(long id, Preconditions conditions, String reason, Answer answer) {
    return step(id, Report::hide, ReportEventKind.HIDDEN, conditions, reason, answer);
  }

  /** Shows it again; by the office. */
  Response unhide(long id, Preconditions conditions, String reason, Answer answer) {
    return step(id, Report::unhide, ReportEventKind.UNHIDDEN, conditions, reason, answer);
  }

  private Response step(
      long id,
      Consumer<Report> action,
      ReportEventKind kind,
      Preconditions conditions,
      String reason,
      Answer answer) {
    return batches.step(
        admissions.requireReviewing(id),
        id,
        reason,
        report -> Filing.requireHeld(report, conditions),
        (report, act) -> {
          action.accept(report);
          report.addEvent(kind, act, null);
        },
        answer);
  }

  /**
   * States on which day a report was handed in before the service was there; by the office.
   *
   * @param day null: nothing is stated any more
   */
  Response date(long id, @Nullable HandInDay day, Preconditions conditions, Answer answer) {
    return batches.stepIfNews(
        admissions.requireReviewing(id),
        id,
        day == null || day.reason() == null ? null : day.reason().strip(),
        report -> {
          Filing.requireHeld(report, conditions);
          LocalDate stated = day == null ? null : day.requiredFor(report, isOfClosedOrgan(report));
          return !Objects.equals(stated, report.dates().handedInOn());
        },
        (report, act) -> HandInDay.state(day == null ? null : day.day(), report, act),
        answer);
  }

  private boolean isOfClosedOrgan(Report report) {
    return !admissions.ofClosedOrgans(List.of(report.key())).isEmpty();
  }

  /** Throws a draft away that was never handed in; by whoever may file. */
  @Transactional
  void discard(long id, Preconditions conditions) {
    Report report = admissions.heldForFiling(id);
    Filing.requireHeld(report, conditions);
    report.requireNeverHandedIn();
    ReportEvent.Act act = eventRecorder.act(List.of(report), null);
    report.addEvent(ReportEventKind.DISCARDED, act, null);
    eventRecorder.record(List.of(report));
    erasure.discard(id);
    recheck.again(admissions.nextYears(report).stream().toList(), act.at());
  }

  /**
   * Explains a finding, or takes the explanation back.
   *
   * @param reason null to take it back
   */
  @Transactional
  public FilingResult.Filed explain(long id, String finding, @Nullable String reason) {
    return remark(admissions.heldForFiling(id), Remark.RemarkKind.EXPLANATION, finding, reason);
  }

  /**
   * Waives a broken hard rule, or takes the waiver back; by the office.
   *
   * @param reason null to take it back
   */
  @Transactional
  public FilingResult.Filed waive(long id, String finding, @Nullable String reason) {
    Report report = admissions.heldForReview(id);
    if (reason == null && !report.state().isOpen()) {
      throw ProblemException.of(
          ProblemType.STATE_CONFLICT,
          "报告已经提交，豁免不能撤销；请先退回或重新开放。",
          "The report is handed in on this waiver; return or reopen it first.");
    }
    return remark(report, Remark.RemarkKind.WAIVER, finding, reason);
  }

  private FilingResult.Filed remark(
      Report report, Remark.RemarkKind kind, String id, @Nullable String reason) {
    Assessment before = Assessment.of(report, reports.remarks(report.id()));
    Finding finding =
        before.all().stream()
            .filter(f -> f.id().equals(id))
            .findFirst()
            .orElseThrow(ReportProblems::notFound);
    ReportProblems.requireSuited(kind, finding);
    boolean same =
        before
            .remarks()
            .of(kind, finding)
            .map(Remark::reason)
            .map(said -> said.equals(reason))
            .orElse(reason == null);
    if (same) {
      return unchanged(report);
    }
    ReportEvent.Act act = eventRecorder.act(List.of(report), reason);
    reports.keep(Remark.of(kind, finding, report, act));
    report.recount(Assessment.of(report, reports.remarks(report.id())));
    report.addEvent(kind.event(), act, ReportProblems.detail(finding));
    eventRecorder.record(List.of(report));
    return changed(report);
  }

  private FilingResult.Filed changed(Report report) {
    return filed(report, FilingResult.Outcome.CHANGED);
  }

  private FilingResult.Filed unchanged(Report report) {
    return filed(report, FilingResult.Outcome.UNCHANGED);
  }

  private FilingResult.Filed filed(Report report, FilingResult.Outcome outcome) {
    return new FilingResult.Filed(
        report,
        outcome,
        reports.receipt(report.id(), report.revision()),
        Assessment.of(report, reports.remarks(report.id())));
  }
}
