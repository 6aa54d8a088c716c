package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.form.Content;
import org.gongkai.form.Scope;
import org.gongkai.platform.Preconditions;
import org.gongkai.problem.Language;
import org.gongkai.problem.ProblemException;

/**
 * Takes reports in: the first time, corrected, and handed in. Each method is one transaction that
 * keeps everything or nothing.
 */
@ApplicationScoped
public class Filing {

  private final Admissions submitters;
  private final FirstFiling firstFiling;
  private final Correction correction;
  private final ReportRepository reports;
  private final ReportChecks reportChecks;

  Filing(
      Admissions submitters,
      FirstFiling firstFiling,
      Correction correction,
      ReportRepository reports,
      ReportChecks reportChecks) {
    this.submitters = submitters;
    this.firstFiling = firstFiling;
    this.correction = correction;
    this.reports = reports;
    this.reportChecks = reportChecks;
  }

  /** Lets pass who may file for the organ, before anything that was sent is read. */
  void requireFiling(String organ, int year, Scope scope, FilingState wanted) {
    submitters.requireFiling(organ, year, scope, !isHandedIn(wanted));
  }

  /** Why some reports may not be filed, likewise; empty for those that may. */
  public List<Optional<Admissions.Admission.Refused>> refusals(
      List<Content> some, FilingState wanted) {
    return submitters.refusals(
        some.stream().map(FilingContextStore.Asked::of).toList(), !isHandedIn(wanted));
  }

  /** Lets pass who may correct the report, likewise. */
  void requireCorrecting(long id) {
    submitters.requireFiling(id);
  }

  /**
   * Files the first revision of a report.
   *
   * @throws ProblemException {@code report-exists} with the address of the one that there is
   */
  @Transactional
  FilingResult create(Submission submission, FilingState wanted, String reason) {
    Admissions.Admission.Admitted admitted = submitters.admit(submission, !isHandedIn(wanted));
    if (admitted.ground().report() != null) {
      throw ReportProblems.exists(admitted.ground().report());
    }
    return open(admitted, wanted, reason);
  }

  /**
   * Corrects a report by its id.
   *
   * @param wanted the state to be in afterwards, or null to stay
   * @param conditions of which one names the revision that the correction is made from
   */
  @Transactional
  FilingResult correct(
      long id, Submission submission, FilingState wanted, Preconditions conditions, String reason) {
    Report report = submitters.heldForFiling(id);
    submitters.requireAdmissible(report);
    ReportProblems.requireSameIdentity(report, submission.content());
    requireHeld(report, conditions);
    return correction.revise(report, submission, wanted, reason);
  }

  /**
   * Files or corrects by organ, year and scope.
   *
   * @param conditions where given, what the correction is made from, or that there is no report
   */
  @Transactional
  public FilingResult put(
      Submission submission, FilingState wanted, Preconditions conditions, String reason) {
    Admissions.Admission.Admitted admitted = submitters.admit(submission, !isHandedIn(wanted));
    Long existing = admitted.ground().report();
    if (existing == null) {
      conditions.requireHeld(null);
      return open(admitted, wanted, reason);
    }
    if (conditions.wantsNew()) {
      throw ReportProblems.exists(existing);
    }
    Report report = reports.findById(existing);
    requireHeld(report, conditions);
    return correction.revise(report, submission, wanted, reason);
  }

  /**
   * Files or corrects reports of as many organs, in one transaction: what breaks no rule is kept,
   * whatever becomes of the others.
   *
   * @return what became of each, in their order
   */
  @Transactional
  public List<FilingResult.Verdict> put(
      List<Submission.Examined> some, FilingState wanted, String reason) {
    FilingResult.Verdict[] verdicts = new FilingResult.Verdict[some.size()];
    List<FirstFiling.Candidate> unknown = new ArrayList<>();
    List<Integer> unknownPlaces = new ArrayList<>();
    List<Admissions.Admission> admissions =
        submitters.admit(
            some.stream().map(Submission.Examined::submitted).toList(), !isHandedIn(wanted));
    for (int i = 0; i < verdicts.length; i++) {
      try {
        Admissions.Admission.Admitted admitted = admissions.get(i).orThrow();
        if (admitted.ground().report() == null) {
          unknown.add(new FirstFiling.Candidate(some.get(i), admitted.ground()));
          unknownPlaces.add(i);
        } else {
          Report report = reports.findById(admitted.ground().report());
          verdicts[i] =
              FilingResult.Verdict.of(
                  correction.revise(report, some.get(i).submitted(), wanted, reason));
        }
      } catch (ProblemException e) {
        String place = admissions.get(i).place();
        verdicts[i] = FilingResult.Verdict.refused(e, place); // before anything of it was written
      }
    }
    List<FirstFiling.Judged> fresh = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    List<FirstFiling.Judged> judged = firstFiling.judge(unknown);
    for (int i = 0; i < judged.size(); i++) {
      try {
        firstFiling.require(judged.get(i), isHandedIn(wanted));
        fresh.add(judged.get(i));
        places.add(unknownPlaces.get(i));
      } catch (ProblemException e) {
        String place = judged.get(i).candidate().ground().region();
        verdicts[unknownPlaces.get(i)] = FilingResult.Verdict.refused(e, place);
      }
    }
    List<FilingResult> opened = firstFiling.write(fresh, isHandedIn(wanted), reason);
    // what comes next in the transaction is looked up past Hibernate, and there can be much of it
    reports.flush();
    reports.getEntityManager().clear();
    for (int i = 0; i < opened.size(); i++) {
      verdicts[places.get(i)] = FilingResult.Verdict.of(opened.get(i));
    }
    return List.of(verdicts);
  }

  /** Hands in the newest revision as it stands. */
  @Transactional
  FilingResult submit(long id, Preconditions conditions) {
    Report report = submitters.heldForFiling(id);
    submitters.requireAdmissible(report);
    requireHeld(report, conditions);
    return correction.submit(report, null);
  }

  private FilingResult open(
      Admissions.Admission.Admitted admitted, FilingState wanted, String reason) {
    boolean handIn = isHandedIn(wanted);
    Submission.Examined examined = reportChecks.examine(admitted.submitted());
    List<FirstFiling.Judged> judged =
        firstFiling.judge(List.of(new FirstFiling.Candidate(examined, admitted.ground())));
    firstFiling.require(judged.getFirst(), handIn);
    return firstFiling.write(judged, handIn, reason).getFirst();
  }

  /** A report that is filed for the first time is handed in unless it is said to be a draft. */
  private static boolean isHandedIn(FilingState wanted) {
    return wanted != FilingState.DRAFT;
  }

  static void requireHeld(Report report, Preconditions conditions) {
    ReportTag.of(report, Language.ZH).require(conditions);
  }
}
