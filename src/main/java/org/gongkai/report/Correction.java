package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.access.Access;
import org.gongkai.form.Content;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.receipt.Receipt;

/** Corrects reports that there are already, and hands them in. The organ is held. */
@ApplicationScoped
class Correction {

  private final ReportRepository reports;
  private final FigureStore figures;
  private final AdjacentYears adjacentYears;
  private final ReportChecks reportChecks;
  private final Access access;
  private final EventRecorder eventRecorder;
  private final Eligibility eligibility;

  Correction(
      ReportRepository reports,
      FigureStore figures,
      AdjacentYears adjacentYears,
      ReportChecks reportChecks,
      Access access,
      EventRecorder eventRecorder,
      Eligibility eligibility) {
    this.eligibility = eligibility;
    this.reports = reports;
    this.figures = figures;
    this.adjacentYears = adjacentYears;
    this.reportChecks = reportChecks;
    this.access = access;
    this.eventRecorder = eventRecorder;
  }

  /**
   * Takes what a report is to say from now on; where it says so already nothing is written.
   *
   * @param wanted the state to be in afterwards, or null to stay
   */
  FilingResult revise(Report report, Submission submission, FilingState wanted, String reason) {
    boolean handedIn = report.state() == ReportState.SUBMITTED;
    if (!handedIn && !report.state().isOpen()) {
      throw ReportProblems.closed(report.state());
    }
    if (handedIn && wanted == FilingState.DRAFT) {
      throw ProblemException.of(
          ProblemType.STATE_CONFLICT,
          "报告已经提交，不能改回草稿；请直接更正，或者先撤回。",
          "The report is submitted and cannot become a draft again; correct it as it is, or"
              + " withdraw it first.");
    }
    boolean handIn = handedIn || wanted == FilingState.SUBMITTED;
    Remarks remarks = reports.remarks(report.id());
    if (submission.saysTheSameAs(adjacentYears.contentOf(report))) {
      return handIn && !handedIn
          ? submit(report, reason)
          : new FilingResult(
              report,
              FilingResult.Outcome.UNCHANGED,
              reports.receipt(report.id(), report.revision()),
              Assessment.of(report, remarks));
    }
    return write(report, submission, handIn, remarks, reason);
  }

  private FilingResult write(
      Report report, Submission submission, boolean handIn, Remarks remarks, String reason) {
    Content content = submission.content();
    eligibility.require(content, handIn);
    Submission.Examined examined = reportChecks.examine(submission);
    Assessment assessment =
        new Assessment(
            examined.own(), reportChecks.around(adjacentYears.before(content), content), remarks);
    if (handIn) {
      reportChecks.requireSubmittable(assessment);
    }
    Instant now = eventRecorder.now(report);
    report.revise(now);
    report.judged(Editions.write(content.editions()), assessment);
    Revision revision =
        Revision.of(
            report,
            examined,
            assessment.all(),
            new Revision.Authorship(access.current().authorName(), reason),
            now);
    reports.keep(revision);
    Optional<Receipt> receipt = Optional.empty();
    if (handIn) {
      if (report.state() == ReportState.SUBMITTED) {
        report.resubmit(now);
      } else {
        report.take(Transition.SUBMISSION, now);
      }
      figures.add(List.of(new FigureStore.HandedIn(revision.key(), content)));
      receipt = Optional.of(receipt(revision, now));
    }
    adjacentYears.judgeAfter(content, now);
    ReportEventKind kind = handIn ? ReportEventKind.SUBMITTED : ReportEventKind.CORRECTED;
    eventRecorder.record(report, kind, now, reason, null);
    return new FilingResult(report, FilingResult.Outcome.CHANGED, receipt, assessment);
  }

  private Receipt receipt(Revision revision, Instant now) {
    Receipt receipt = revision.receipt(reports.receipts(revision.key()), now);
    reports.keep(receipt);
    return receipt;
  }

  /**
   * Hands in the newest revision as it stands. It is judged anew: rules may have changed since it
   * was written, and so may the reports beside it.
   */
  FilingResult submit(Report report, String reason) {
    Transition.SUBMISSION.requireFrom(report.state());
    Content content = adjacentYears.contentOf(report);
    eligibility.require(content, true);
    Assessment assessment =
        new Assessment(
            reportChecks.own(content),
            reportChecks.around(adjacentYears.before(content), content),
            reports.remarks(report.id()));
    reportChecks.requireSubmittable(assessment);
    Instant now = eventRecorder.now(report);
    Revision newest = reports.newest(report);
    boolean first = reports.receipts(newest.key()) == 0;
    report.judged(report.editions(), assessment);
    report.take(Transition.SUBMISSION, now);
    if (first) {
      figures.add(List.of(new FigureStore.HandedIn(newest.key(), content)));
    }
    Receipt receipt = receipt(newest, now);
    eventRecorder.record(report, ReportEventKind.SUBMITTED, now, reason, null);
    return new FilingResult(report, FilingResult.Outcome.CHANGED, Optional.of(receipt), assessment);
  }
}
