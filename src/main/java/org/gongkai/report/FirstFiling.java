package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.check.Finding;
import org.gongkai.crosscheck.ComparedReport;
import org.gongkai.form.Content;
import org.gongkai.receipt.Receipt;

/**
 * Files reports of which there is none yet, any number in a constant number of statements. No two
 * of them are of one organ: the second would have to see the first.
 */
@ApplicationScoped
class FirstFiling {

  private final FirstFilingStore store;
  private final FigureStore figures;
  private final AdjacentYears adjacentYears;
  private final ReportChecks reportChecks;
  private final TallyChanges tallyChanges;
  private final EventRecorder eventRecorder;
  private final Eligibility eligibility;

  FirstFiling(
      FirstFilingStore store,
      FigureStore figures,
      AdjacentYears adjacentYears,
      ReportChecks reportChecks,
      TallyChanges tallyChanges,
      EventRecorder eventRecorder,
      Eligibility eligibility) {
    this.eligibility = eligibility;
    this.store = store;
    this.figures = figures;
    this.adjacentYears = adjacentYears;
    this.reportChecks = reportChecks;
    this.tallyChanges = tallyChanges;
    this.eventRecorder = eventRecorder;
  }

  /** A report that may be filed, with what the rules say of it alone. */
  record Candidate(Submission.Examined report, FilingContext ground) {}

  /** A report that is to be written, with all that the rules say of it. */
  record Judged(Candidate candidate, Assessment assessment) {}

  /** Judges reports, before anything is written; each in its order. */
  List<Judged> judge(List<Candidate> some) {
    List<List<Finding>> around = reportChecks.around(some.stream().map(this::beside).toList());
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      Candidate candidate = some.get(i);
      judged.add(new Judged(candidate, Assessment.of(candidate.report().own(), around.get(i))));
    }
    return judged;
  }

  private ComparedReport beside(Candidate candidate) {
    Submission.Examined report = candidate.report();
    return candidate
        .ground()
        .beside(
            report.submitted().content(),
            Optional.ofNullable(candidate.ground().before()).map(adjacentYears::contentOf),
            report.text(),
            report.isSubmittable());
  }

  /**
   * Refuses what is to be handed in and is of a year that is not over, or breaks a hard rule.
   *
   * @throws org.gongkai.problem.ProblemException {@code year-not-over}, {@code
   *     figures-inconsistent}
   */
  void require(Judged judged, boolean handIn) {
    if (handIn) {
      Candidate candidate = judged.candidate();
      eligibility
          .handingIn(candidate.report().submitted().content(), candidate.ground())
          .ifPresent(
              refusal -> {
                throw refusal;
              });
      reportChecks.requireSubmittable(judged.assessment());
    }
  }

  List<FilingResult> write(List<Judged> judged, boolean handIn, String reason) {
    if (judged.isEmpty()) {
      return List.of();
    }
    Instant now = eventRecorder.now();
    Revision.Authorship authorship = new Revision.Authorship(eventRecorder.author(), reason);
    List<Opened> opened =
        judged.stream().map(report -> opened(report, handIn, authorship, now)).toList();
    store.write(opened, authorship, now);
    if (handIn) {
      count(opened, now);
    }
    for (Judged report : judged) {
      if (report.candidate().ground().hasAfter()) {
        adjacentYears.judgeAfter(report.candidate().report().submitted().content(), now);
      }
    }
    eventRecorder.tell(opened.stream().map(Opened::report).toList(), kindOf(handIn), now);
    return opened.stream().map(Opened::filed).toList();
  }

  private void count(List<Opened> opened, Instant now) {
    List<FigureStore.HandedIn> handedIn =
        opened.stream()
            .map(o -> new FigureStore.HandedIn(o.revision().key(), o.content()))
            .toList();
    tallyChanges.note(opened.stream().map(Opened::report).toList(), figures.add(handedIn), now);
  }

  private static Opened opened(
      Judged judged, boolean handIn, Revision.Authorship authorship, Instant now) {
    Submission.Examined examined = judged.candidate().report();
    Submission submission = examined.submitted();
    Assessment assessment = judged.assessment();
    Report report = Report.open(submission.content(), judged.candidate().ground());
    report.revise(now);
    report.judged(Editions.write(submission.content().editions()), assessment);
    Revision revision = Revision.of(report, examined, assessment.all(), authorship, now);
    Optional<Receipt> receipt = Optional.empty();
    if (handIn) {
      report.take(Transition.SUBMISSION, now);
      receipt = Optional.of(revision.receipt(0, now));
    }
    ReportEvent event =
        ReportEvent.of(report, kindOf(handIn), now, authorship.author(), authorship.reason(), null);
    return new Opened(report, revision, receipt, event, submission.content(), assessment);
  }

  private static ReportEventKind kindOf(boolean handIn) {
    return handIn ? ReportEventKind.SUBMITTED : ReportEventKind.DRAFTED;
  }

  /**
   * The rows of a report that was filed for the first time.
   *
   * @param receipt where it was handed in
   */
  record Opened(
      Report report,
      Revision revision,
      Optional<Receipt> receipt,
      ReportEvent event,
      Content content,
      Assessment assessment) {

    FilingResult filed() {
      return new FilingResult(report, FilingResult.Outcome.CREATED, receipt, assessment);
    }
  }
}
