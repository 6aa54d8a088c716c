package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.check.Finding;
import org.gongkai.crosscheck.Beside;
import org.gongkai.form.Content;
import org.gongkai.receipt.Receipt;

/**
 * Files reports of which there is none yet, any number in a constant number of statements. No two
 * of them are of one organ: the second would have to see the first.
 */
@ApplicationScoped
class Opening {

  private final OpeningStore store;
  private final FigureStore figures;
  private final Neighbours neighbours;
  private final Judge judge;
  private final Counting counting;
  private final Chronicle chronicle;
  private final Eligibility eligibility;

  Opening(
      OpeningStore store,
      FigureStore figures,
      Neighbours neighbours,
      Judge judge,
      Counting counting,
      Chronicle chronicle,
      Eligibility eligibility) {
    this.eligibility = eligibility;
    this.store = store;
    this.figures = figures;
    this.neighbours = neighbours;
    this.judge = judge;
    this.counting = counting;
    this.chronicle = chronicle;
  }

  /** A report that may be filed, with what the rules say of it alone. */
  record Candidate(Submitted.Examined report, Ground ground) {}

  /** A report that is to be written, with all that the rules say of it. */
  record Judged(Candidate candidate, Assessment assessment) {}

  /** Judges reports, before anything is written; each in its order. */
  List<Judged> judge(List<Candidate> some) {
    List<List<Finding>> around = judge.around(some.stream().map(this::beside).toList());
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      Candidate candidate = some.get(i);
      judged.add(new Judged(candidate, Assessment.of(candidate.report().own(), around.get(i))));
    }
    return judged;
  }

  private Beside beside(Candidate candidate) {
    Submitted.Examined report = candidate.report();
    return candidate
        .ground()
        .beside(
            report.submitted().content(),
            Optional.ofNullable(candidate.ground().before()).map(neighbours::contentOf),
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
      judge.requireSubmittable(judged.assessment());
    }
  }

  List<Filed> write(List<Judged> judged, boolean handIn, String reason) {
    if (judged.isEmpty()) {
      return List.of();
    }
    Instant now = chronicle.now();
    Revision.Authorship authorship = new Revision.Authorship(chronicle.author(), reason);
    List<Opened> opened =
        judged.stream().map(report -> opened(report, handIn, authorship, now)).toList();
    store.write(opened, authorship, now);
    if (handIn) {
      count(opened, now);
    }
    for (Judged report : judged) {
      if (report.candidate().ground().hasAfter()) {
        neighbours.judgeAfter(report.candidate().report().submitted().content(), now);
      }
    }
    chronicle.tell(opened.stream().map(Opened::report).toList(), kindOf(handIn), now);
    return opened.stream().map(Opened::filed).toList();
  }

  private void count(List<Opened> opened, Instant now) {
    List<FigureStore.HandedIn> handedIn =
        opened.stream()
            .map(o -> new FigureStore.HandedIn(o.revision().key(), o.content()))
            .toList();
    counting.note(opened.stream().map(Opened::report).toList(), figures.add(handedIn), now);
  }

  private static Opened opened(
      Judged judged, boolean handIn, Revision.Authorship authorship, Instant now) {
    Submitted.Examined examined = judged.candidate().report();
    Submitted submitted = examined.submitted();
    Assessment assessment = judged.assessment();
    Report report = Report.open(submitted.content(), judged.candidate().ground());
    report.revise(now);
    report.judged(Editions.write(submitted.content().editions()), assessment);
    Revision revision = Revision.of(report, examined, assessment.all(), authorship, now);
    Optional<Receipt> receipt = Optional.empty();
    if (handIn) {
      report.take(Transition.SUBMISSION, now);
      receipt = Optional.of(revision.receipt(0, now));
    }
    ReportEvent event =
        ReportEvent.of(report, kindOf(handIn), now, authorship.author(), authorship.reason(), null);
    return new Opened(report, revision, receipt, event, submitted.content(), assessment);
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

    Filed filed() {
      return new Filed(report, Filed.Outcome.CREATED, receipt, assessment);
    }
  }
}
