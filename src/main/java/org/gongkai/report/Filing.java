package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.gongkai.form.Content;
import org.gongkai.platform.Preconditions;
import org.gongkai.platform.Sql;
import org.gongkai.problem.Language;
import org.gongkai.problem.ProblemException;
import org.gongkai.report.FilingBatches.Answer;
import org.jspecify.annotations.Nullable;

/**
 * The door to filing. Each filing is kept wholly or not at all, in a transaction that those may
 * share which come at the same time; whether the caller may file is asked before by a method of its
 * own, before anything that was sent is looked at, and again once the organ is held.
 */
@ApplicationScoped
public class Filing {

  private final Admissions admissions;
  private final Intake intake;
  private final FilingBatches batches;
  private final ReportChecks reportChecks;
  private final ReportRepository reports;
  private final Sql sql;

  Filing(
      Admissions admissions,
      Intake intake,
      FilingBatches batches,
      ReportChecks reportChecks,
      ReportRepository reports,
      Sql sql) {
    this.admissions = admissions;
    this.intake = intake;
    this.batches = batches;
    this.reportChecks = reportChecks;
    this.reports = reports;
    this.sql = sql;
  }

  /** Lets pass who may file the report. */
  public Admissions.Permit requireFiling(FilingContext.Key report, @Nullable FilingState wanted) {
    return admissions.requireFiling(report, wanted == FilingState.DRAFT);
  }

  /** Why some reports may not be filed; empty for those that may. */
  public List<Optional<FilingResult.Refused>> refusals(
      List<Content> some, @Nullable FilingState wanted) {
    List<FilingContext.Key> keys = some.stream().map(FilingContext.Key::of).toList();
    return admissions.refusals(keys, wanted == FilingState.DRAFT);
  }

  /** Lets pass who may correct the report. */
  public Admissions.Permit requireCorrecting(long id) {
    return admissions.requireFiling(id);
  }

  /**
   * Files the first revision of a report.
   *
   * @throws ProblemException {@code report-exists} with the address of the one that there is
   */
  public Response create(
      Admissions.Permit permit, Submission submission, FilingState wanted, Answer answer) {
    Submission examined = permit.wasNew() ? reportChecks.examine(submission) : submission;
    return one(permit, examined, wanted, null, Filing::requireNew, answer);
  }

  /**
   * Corrects a report by its id.
   *
   * @param wanted the state to be in afterwards, or null to stay
   * @param conditions of which one names the revision that the correction is made from
   */
  public Response correct(
      Admissions.Permit permit,
      long id,
      Submission submission,
      @Nullable FilingState wanted,
      Preconditions conditions,
      @Nullable String reason,
      Answer answer) {
    ReportProblems.requireSame(permit.report(), submission.content());
    return one(
        permit,
        examinedIfChanged(permit, submission),
        wanted,
        reason,
        report -> {
          requireThere(report, id);
          requireHeld(report, conditions);
        },
        answer);
  }

  /**
   * Files or corrects by organ, year and scope.
   *
   * @param conditions where given, what the correction is made from, or that there is no report
   */
  public Response put(
      Admissions.Permit permit,
      Submission submission,
      @Nullable FilingState wanted,
      Preconditions conditions,
      @Nullable String reason,
      Answer answer) {
    return one(
        permit,
        examinedIfChanged(permit, submission),
        wanted,
        reason,
        report -> {
          if (report.isNew()) {
            conditions.requireHeld(null);
            return;
          }
          if (conditions.wantsNew()) {
            throw ReportProblems.exists(report.id());
          }
          requireHeld(report, conditions);
        },
        answer);
  }

  private Response one(
      Admissions.Permit permit,
      Submission submission,
      @Nullable FilingState wanted,
      @Nullable String reason,
      Consumer<Report> precondition,
      Answer answer) {
    return batches.carryOut(
        new FilingOrder.File(permit, submission, wanted, reason, precondition), answer);
  }

  /** Applies the rules before others wait for it, where they will be applied at all. */
  private Submission examinedIfChanged(Admissions.Permit permit, Submission submission) {
    return permit.differsFromKept(submission) ? reportChecks.examine(submission) : submission;
  }

  /**
   * Files or corrects reports of as many organs, in one transaction: what breaks no rule is kept,
   * whatever becomes of the others.
   *
   * @return what became of each, in their order
   */
  @Transactional
  public List<FilingResult> put(
      List<Submission> some, @Nullable FilingState wanted, @Nullable String reason) {
    return all(some, wanted, reason, report -> {});
  }

  /**
   * Files first revisions of reports of as many organs, in one transaction. One that is there
   * already is refused, whatever becomes of the others.
   *
   * @return what became of each, in their order
   */
  @Transactional
  public List<FilingResult> create(List<Submission> some, @Nullable FilingState wanted) {
    return all(some, wanted, null, Filing::requireNew);
  }

  private List<FilingResult> all(
      List<Submission> some,
      @Nullable FilingState wanted,
      @Nullable String reason,
      Consumer<Report> precondition) {
    List<FilingContext.Key> keys =
        some.stream().map(Submission::content).map(FilingContext.Key::of).toList();
    admissions.hold(keys.stream().map(FilingContext.Key::organ).toList());
    List<Admissions.Permit> permits = admissions.permits(keys);
    List<FilingOrder> orders = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      orders.add(new FilingOrder.File(permits.get(i), some.get(i), wanted, reason, precondition));
    }
    List<FilingResult> results = sql.together(() -> intake.carryOut(orders));
    // what comes next in the transaction is looked up past Hibernate, and there can be much of it
    reports.forgetLoaded();
    return results;
  }

  /**
   * A step of the life of one of many reports.
   *
   * @param reason of the step, in the caller's words, or null
   * @param isNews whether anything changes by it; refuses a report that is not as the caller
   *     believes it to be
   * @param action takes the step and says what has happened, or refuses
   */
  public record Step(
      FilingContext.Key key,
      long report,
      @Nullable String reason,
      Predicate<Report> isNews,
      BiConsumer<Report, ReportEvent.Act> action) {}

  /**
   * Takes steps of as many reports, in one transaction, for who may decide on them: what is refused
   * stays as it was, whatever becomes of the others.
   *
   * @return what became of each, in their order
   */
  @Transactional
  public List<FilingResult> take(List<Step> steps) {
    if (steps.isEmpty()) {
      return List.of();
    }
    List<FilingContext.Key> keys = steps.stream().map(Step::key).toList();
    admissions.hold(keys.stream().map(FilingContext.Key::organ).toList());
    List<Admissions.Permit> permits = admissions.reviewPermits(keys);
    List<FilingOrder> orders = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      orders.add(
          new FilingOrder.Step(
              permits.get(i), step.report(), step.reason(), step.isNews(), step.action()));
    }
    return sql.together(() -> intake.carryOut(orders));
  }

  /** Hands in the newest revision as it stands; it is judged anew, for rules may have changed. */
  public Response submit(long id, Preconditions conditions, Answer answer) {
    Consumer<Report> precondition =
        report -> {
          requireThere(report, id);
          requireHeld(report, conditions);
          Transition.SUBMISSION.requireFrom(report.state());
        };
    return batches.carryOut(
        new FilingOrder.File(
            admissions.requireFiling(id), null, FilingState.SUBMITTED, null, precondition),
        answer);
  }

  private static void requireNew(Report report) {
    if (!report.isNew()) {
      throw ReportProblems.exists(report.id());
    }
  }

  /**
   * A draft may have been discarded, and another one filed in its place, until the organ was held.
   */
  private static void requireThere(Report report, long id) {
    if (report.isNew() || report.id() != id) {
      throw ReportProblems.notFound();
    }
  }

  public static void requireHeld(Report report, Preconditions conditions) {
    ReportTag.of(report, Language.ZH).require(conditions);
  }
}
