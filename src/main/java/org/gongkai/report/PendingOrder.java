package org.gongkai.report;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.crosscheck.ComparedReport;
import org.gongkai.finding.Finding;
import org.gongkai.form.Content;
import org.gongkai.form.StoredDocumentReader;
import org.gongkai.problem.ProblemException;
import org.gongkai.receipt.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * An order on its way through {@link Intake}, and what is known of it so far: where it is admitted,
 * which report it is about, what is to be done, what the rules say. Each step rests on those before
 * it. Whatever refuses it settles it; then no more steps are taken.
 */
final class PendingOrder {

  private final FilingOrder order;
  private @Nullable FilingContext context;
  private @Nullable Submission submission;
  private @Nullable Report report;
  private Optional<Receipt> receipt = Optional.empty();
  private Remarks remarks = Remarks.NONE;
  private boolean revises;
  private boolean handIn;
  private @Nullable Assessment assessment;
  private @Nullable FilingResult result;

  PendingOrder(FilingOrder order) {
    this.order = order;
  }

  FilingOrder order() {
    return order;
  }

  boolean files() {
    return order instanceof FilingOrder.File;
  }

  boolean isOpen() {
    return result == null;
  }

  /** Whether it was carried out. */
  boolean isTaken() {
    return result instanceof FilingResult.Filed;
  }

  FilingResult result() {
    return Objects.requireNonNull(result);
  }

  void settle(FilingResult its) {
    result = its;
  }

  private void attempt(Runnable step) {
    try {
      step.run();
    } catch (ProblemException e) {
      settle(new FilingResult.Refused(e, context == null ? report().region() : context.region()));
    }
  }

  /** What is kept is handed in where nothing was sent. */
  void admit(FilingContext its, StoredDocumentReader documents) {
    context = its;
    submission = ((FilingOrder.File) order).submission();
    if (submission == null) {
      attempt(
          () -> {
            submission = its.kept().orElseThrow(ReportProblems::notFound).again(documents);
          });
    }
  }

  /** The id of the report that there is, or null. */
  @Nullable Long known() {
    return order instanceof FilingOrder.Step step ? (Long) step.report() : context().report();
  }

  /** There is no report yet. */
  void begin() {
    report = Report.open(context());
  }

  /** There is a report. */
  void goOn(FiledReportStore.Filed its) {
    report = its.report();
    receipt = its.receipt();
    remarks = its.remarks();
  }

  /** Decides what is to be done; where nothing is, it is settled. */
  void decide(Admissions admissions, Eligibility eligibility, StoredDocumentReader documents) {
    attempt(
        () -> {
          switch (order) {
            case FilingOrder.File file -> decide(file, eligibility, documents);
            case FilingOrder.Step step -> {
              admissions.refusal(step.permit(), report()).ifPresent(this::settle);
              if (isOpen() && !step.isNews().test(report())) {
                settle(asItStands(FilingResult.Outcome.UNCHANGED));
              }
            }
          }
        });
  }

  private void decide(
      FilingOrder.File file, Eligibility eligibility, StoredDocumentReader documents) {
    file.precondition().accept(report());
    handIn = report().isHandedInBy(file.wanted());
    Optional<FilingContext.Kept> kept = context().kept();
    Optional<FilingContext.Kept> same =
        kept.filter(there -> submission().saysTheSameAs(there.document(), documents));
    revises = same.isEmpty();
    if (revises && kept.filter(there -> there.isRestoredBy(submission())).isPresent()) {
      throw ReportProblems.redacted(report().state());
    }
    same.ifPresent(there -> submission = submission().keptAs(there, documents));
    if (revises || handIn && report().state().isOpen()) {
      eligibility.require(submission().content(), context(), handIn);
    } else {
      settle(asItStands(FilingResult.Outcome.UNCHANGED));
    }
  }

  private FilingResult.Filed asItStands(FilingResult.Outcome outcome) {
    return new FilingResult.Filed(report(), outcome, receipt, Assessment.of(report(), remarks));
  }

  /** Applies the rules of one report alone. */
  void examine(ReportChecks checks) {
    submission = checks.examine(submission());
  }

  /** What rules that need other reports look at. */
  ComparedReport filed(StoredDocumentReader documents) {
    return context().filed(submission(), documents);
  }

  Assessment judge(List<Finding> around) {
    Assessment judged = new Assessment(submission().own(), around, remarks);
    assessment = judged;
    return judged;
  }

  /** Refuses what is to be handed in and breaks a hard rule. */
  void requireSubmittable(ReportChecks checks) {
    if (handIn) {
      attempt(() -> checks.requireSubmittable(Objects.requireNonNull(assessment)));
    }
  }

  /**
   * Carries it out.
   *
   * @return what the report says from now on, where that is new
   */
  Optional<TextSketches.Said> take(Instant at) {
    ReportEvent.Act act = new ReportEvent.Act(order.permit().rights().author(), order.reason(), at);
    attempt(
        () -> {
          switch (order) {
            case FilingOrder.Step step -> {
              step.action().accept(report(), act);
              settle(asItStands(FilingResult.Outcome.CHANGED));
            }
            case FilingOrder.File file -> settle(file(act));
          }
        });
    boolean handsInAnother = isTaken() && handIn && (revises || receipt.isEmpty());
    return handsInAnother ? Optional.of(said()) : Optional.empty();
  }

  private FilingResult.Filed file(ReportEvent.Act act) {
    return report()
        .file(submission(), revises, handIn, Objects.requireNonNull(assessment), receipt, act);
  }

  private TextSketches.Said said() {
    return new TextSketches.Said(
        report(), content(), submission().examinedText(), !report().isOpened());
  }

  /** The id of the report of the year after, which is judged anew; null where there is none. */
  @Nullable Long yearAfter() {
    return context == null ? null : context.after();
  }

  /** What its report says once it is carried out. */
  Content content() {
    return submission().content();
  }

  Report report() {
    return Objects.requireNonNull(report);
  }

  private FilingContext context() {
    return Objects.requireNonNull(context);
  }

  private Submission submission() {
    return Objects.requireNonNull(submission);
  }
}
