package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gongkai.form.Content;
import org.gongkai.form.StoredDocumentReader;
import org.gongkai.platform.Preconditions;
import org.gongkai.problem.Language;
import org.gongkai.problem.ProblemException;

/**
 * The door to filing. Each method that files is one transaction that keeps everything or nothing;
 * whether the caller may file is asked before by a method of its own, before anything that was sent
 * is looked at, and again once the organ is held.
 */
@ApplicationScoped
public class Filing {

  private final Admissions admissions;
  private final Intake intake;
  private final ReportRepository reports;
  private final StoredDocumentReader documents;

  Filing(
      Admissions admissions,
      Intake intake,
      ReportRepository reports,
      StoredDocumentReader documents) {
    this.admissions = admissions;
    this.intake = intake;
    this.reports = reports;
    this.documents = documents;
  }

  /** Lets pass who may file the report. */
  public void requireFiling(FilingContext.Key report, FilingState wanted) {
    admissions.requireFiling(report, isDraft(wanted));
  }

  /** Why some reports may not be filed; empty for those that may. */
  public List<Optional<FilingResult.Refused>> refusals(List<Content> some, FilingState wanted) {
    return admissions.refusals(keys(some.stream()), isDraft(wanted));
  }

  /** Lets pass who may correct the report. */
  public void requireCorrecting(long id) {
    admissions.requireFiling(id);
  }

  /**
   * Files the first revision of a report.
   *
   * @throws ProblemException {@code report-exists} with the address of the one that there is
   */
  @Transactional
  public FilingResult.Filed create(Submission submission, FilingState wanted) {
    return one(submission, wanted, null, Filing::requireNew);
  }

  /**
   * Corrects a report by its id.
   *
   * @param wanted the state to be in afterwards, or null to stay
   * @param conditions of which one names the revision that the correction is made from
   */
  @Transactional
  public FilingResult.Filed correct(
      long id, Submission submission, FilingState wanted, Preconditions conditions, String reason) {
    ReportProblems.requireSame(admissions.requireFiling(id), submission.content());
    return one(
        submission,
        wanted,
        reason,
        report -> {
          requireThere(report, id);
          requireHeld(report, conditions);
        });
  }

  /**
   * Files or corrects by organ, year and scope.
   *
   * @param conditions where given, what the correction is made from, or that there is no report
   */
  @Transactional
  public FilingResult.Filed put(
      Submission submission, FilingState wanted, Preconditions conditions, String reason) {
    return one(
        submission,
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
        });
  }

  /**
   * Files or corrects reports of as many organs, in one transaction: what breaks no rule is kept,
   * whatever becomes of the others.
   *
   * @return what became of each, in their order
   */
  @Transactional
  public List<FilingResult> put(List<Submission> some, FilingState wanted, String reason) {
    List<FilingResult> results = file(some, new Intake.Order(wanted, reason, report -> {}));
    // what comes next in the transaction is looked up past Hibernate, and there can be much of it
    reports.getEntityManager().clear();
    return results;
  }

  /** Hands in the newest revision as it stands; it is judged anew, for rules may have changed. */
  @Transactional
  public FilingResult.Filed submit(long id, Preconditions conditions) {
    List<Admissions.Admission> admitted =
        admissions.admit(List.of(admissions.requireFiling(id)), false);
    FilingContext context = admitted.getFirst().context();
    if (context.report() == null) {
      throw ReportProblems.notFound();
    }
    Submission stored = context.stored(documents);
    Consumer<Report> precondition =
        report -> {
          requireThere(report, id);
          requireHeld(report, conditions);
          Transition.SUBMISSION.requireFrom(report.state());
        };
    Intake.Order order = new Intake.Order(FilingState.SUBMITTED, null, precondition);
    return intake.file(List.of(stored), admitted, order).getFirst().orThrow();
  }

  private FilingResult.Filed one(
      Submission submission, FilingState wanted, String reason, Consumer<Report> precondition) {
    return file(List.of(submission), new Intake.Order(wanted, reason, precondition))
        .getFirst()
        .orThrow();
  }

  private List<FilingResult> file(List<Submission> some, Intake.Order order) {
    List<FilingContext.Key> keys = keys(some.stream().map(Submission::content));
    return intake.file(some, admissions.admit(keys, isDraft(order.wanted())), order);
  }

  private static List<FilingContext.Key> keys(Stream<Content> some) {
    return some.map(FilingContext.Key::of).toList();
  }

  /** A report that is filed for the first time is handed in unless it is said to be a draft. */
  private static boolean isDraft(FilingState wanted) {
    return wanted == FilingState.DRAFT;
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
