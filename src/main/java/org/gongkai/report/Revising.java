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
class Revising {

  private final ReportRepository reports;
  private final FigureStore figures;
  private final Neighbours neighbours;
  private final Judge judge;
  private final Access access;
  private final Chronicle chronicle;
  private final Eligibility eligibility;

  Revising(
      ReportRepository reports,
      FigureStore figures,
      Neighbours neighbours,
      Judge judge,
      Access access,
      Chronicle chronicle,
      Eligibility eligibility) {
    this.eligibility = eligibility;
    this.reports = reports;
    this.figures = figures;
    this.neighbours = neighbours;
    this.judge = judge;
    this.access = access;
    this.chronicle = chronicle;
  }

  /**
   * Takes what a report is to say from now on; where it says so already nothing is written.
   *
   * @param wanted the state to be in afterwards, or null to stay
   */
  Filed revise(Report report, Submitted submitted, FilingState wanted, String reason) {
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
    if (submitted.saysTheSameAs(neighbours.contentOf(report))) {
      return handIn && !handedIn
          ? submit(report, reason)
          : new Filed(
              report,
              Filed.Outcome.UNCHANGED,
              reports.receipt(report.id(), report.revision()),
              Assessment.of(report, remarks));
    }
    return write(report, submitted, handIn, remarks, reason);
  }

  private Filed write(
      Report report, Submitted submitted, boolean handIn, Remarks remarks, String reason) {
    Content content = submitted.content();
    eligibility.require(content, handIn);
    Submitted.Examined examined = judge.examine(submitted);
    Assessment assessment =
        new Assessment(examined.own(), judge.around(neighbours.before(content), content), remarks);
    if (handIn) {
      judge.requireSubmittable(assessment);
    }
    Instant now = chronicle.now(report);
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
    neighbours.judgeAfter(content, now);
    ReportEventKind kind = handIn ? ReportEventKind.SUBMITTED : ReportEventKind.CORRECTED;
    chronicle.record(report, kind, now, reason, null);
    return new Filed(report, Filed.Outcome.CHANGED, receipt, assessment);
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
  Filed submit(Report report, String reason) {
    Transition.SUBMISSION.requireFrom(report.state());
    Content content = neighbours.contentOf(report);
    eligibility.require(content, true);
    Assessment assessment =
        new Assessment(
            judge.own(content),
            judge.around(neighbours.before(content), content),
            reports.remarks(report.id()));
    judge.requireSubmittable(assessment);
    Instant now = chronicle.now(report);
    Revision newest = reports.newest(report);
    boolean first = reports.receipts(newest.key()) == 0;
    report.judged(report.editions(), assessment);
    report.take(Transition.SUBMISSION, now);
    if (first) {
      figures.add(List.of(new FigureStore.HandedIn(newest.key(), content)));
    }
    Receipt receipt = receipt(newest, now);
    chronicle.record(report, ReportEventKind.SUBMITTED, now, reason, null);
    return new Filed(report, Filed.Outcome.CHANGED, Optional.of(receipt), assessment);
  }
}
