package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.form.Content;
import org.gongkai.form.Scope;
import org.gongkai.problem.Language;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;

/**
 * Takes reports in: the first time, corrected, and handed in. Each method is one transaction that
 * keeps everything or nothing.
 */
@ApplicationScoped
public class Filing {

  private final Submitters submitters;
  private final Opening opening;
  private final Revising revising;
  private final ReportRepository reports;
  private final Judge judge;

  Filing(
      Submitters submitters,
      Opening opening,
      Revising revising,
      ReportRepository reports,
      Judge judge) {
    this.submitters = submitters;
    this.opening = opening;
    this.revising = revising;
    this.reports = reports;
    this.judge = judge;
  }

  /** Lets pass who may file for the organ, before anything that was sent is read. */
  void requireFiling(String organ, int year, Scope scope, FilingState wanted) {
    submitters.requireFiling(organ, year, scope, !isHandedIn(wanted));
  }

  /** Why some reports may not be filed, likewise; empty for those that may. */
  public List<Optional<Submitters.Admission.Refused>> refusals(
      List<Content> some, FilingState wanted) {
    return submitters.refusals(
        some.stream().map(GroundStore.Asked::of).toList(), !isHandedIn(wanted));
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
  Filed create(Submitted submitted, FilingState wanted, String reason) {
    Submitters.Admission.Admitted admitted = submitters.admit(submitted, !isHandedIn(wanted));
    if (admitted.ground().report() != null) {
      throw ReportProblems.exists(admitted.ground().report());
    }
    return open(admitted, wanted, reason);
  }

  /**
   * Corrects a report by its id.
   *
   * @param wanted the state to be in afterwards, or null to stay
   * @param ifMatch the ETag that the correction is made from
   */
  @Transactional
  Filed correct(long id, Submitted submitted, FilingState wanted, String ifMatch, String reason) {
    Report report = submitters.heldForFiling(id);
    submitters.requireAdmissible(report);
    ReportProblems.requireSameIdentity(report, submitted.content());
    requireNamed(report, ifMatch);
    return revising.revise(report, submitted, wanted, reason);
  }

  /**
   * Files or corrects by organ, year and scope.
   *
   * @param ifMatch where given, the ETag that the correction is made from
   * @param ifNoneMatch {@code *} to file only where there is no report yet
   */
  @Transactional
  public Filed put(
      Submitted submitted, FilingState wanted, String ifMatch, String ifNoneMatch, String reason) {
    Submitters.Admission.Admitted admitted = submitters.admit(submitted, !isHandedIn(wanted));
    Long existing = admitted.ground().report();
    if (existing == null) {
      if (ifMatch != null) {
        throw ProblemException.of(ProblemType.STALE_ETAG);
      }
      return open(admitted, wanted, reason);
    }
    if ("*".equals(ifNoneMatch)) {
      throw ReportProblems.exists(existing);
    }
    Report report = reports.findById(existing);
    if (ifMatch != null) {
      requireNamed(report, ifMatch);
    }
    return revising.revise(report, submitted, wanted, reason);
  }

  /**
   * Files or corrects reports of as many organs, in one transaction: what breaks no rule is kept,
   * whatever becomes of the others.
   *
   * @return what became of each, in their order
   */
  @Transactional
  public List<Filed.Verdict> put(List<Submitted.Examined> some, FilingState wanted, String reason) {
    Filed.Verdict[] verdicts = new Filed.Verdict[some.size()];
    List<Opening.Candidate> unknown = new ArrayList<>();
    List<Integer> unknownPlaces = new ArrayList<>();
    List<Submitters.Admission> admissions =
        submitters.admit(
            some.stream().map(Submitted.Examined::submitted).toList(), !isHandedIn(wanted));
    for (int i = 0; i < verdicts.length; i++) {
      try {
        Submitters.Admission.Admitted admitted = admissions.get(i).orThrow();
        if (admitted.ground().report() == null) {
          unknown.add(new Opening.Candidate(some.get(i), admitted.ground()));
          unknownPlaces.add(i);
        } else {
          Report report = reports.findById(admitted.ground().report());
          verdicts[i] =
              Filed.Verdict.of(revising.revise(report, some.get(i).submitted(), wanted, reason));
        }
      } catch (ProblemException e) {
        String place = admissions.get(i).place();
        verdicts[i] = Filed.Verdict.refused(e, place); // before anything of it was written
      }
    }
    List<Opening.Judged> fresh = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    List<Opening.Judged> judged = opening.judge(unknown);
    for (int i = 0; i < judged.size(); i++) {
      try {
        opening.require(judged.get(i), isHandedIn(wanted));
        fresh.add(judged.get(i));
        places.add(unknownPlaces.get(i));
      } catch (ProblemException e) {
        String place = judged.get(i).candidate().ground().region();
        verdicts[unknownPlaces.get(i)] = Filed.Verdict.refused(e, place);
      }
    }
    List<Filed> opened = opening.write(fresh, isHandedIn(wanted), reason);
    // what comes next in the transaction is looked up past Hibernate, and there can be much of it
    reports.flush();
    reports.getEntityManager().clear();
    for (int i = 0; i < opened.size(); i++) {
      verdicts[places.get(i)] = Filed.Verdict.of(opened.get(i));
    }
    return List.of(verdicts);
  }

  /** Hands in the newest revision as it stands. */
  @Transactional
  Filed submit(long id, String ifMatch) {
    Report report = submitters.heldForFiling(id);
    submitters.requireAdmissible(report);
    if (ifMatch != null) {
      requireNamed(report, ifMatch);
    }
    return revising.submit(report, null);
  }

  private Filed open(Submitters.Admission.Admitted admitted, FilingState wanted, String reason) {
    boolean handIn = isHandedIn(wanted);
    Submitted.Examined examined = judge.examine(admitted.submitted());
    List<Opening.Judged> judged =
        opening.judge(List.of(new Opening.Candidate(examined, admitted.ground())));
    opening.require(judged.getFirst(), handIn);
    return opening.write(judged, handIn, reason).getFirst();
  }

  /** A report that is filed for the first time is handed in unless it is said to be a draft. */
  private static boolean isHandedIn(FilingState wanted) {
    return wanted != FilingState.DRAFT;
  }

  static void requireNamed(Report report, String ifMatch) {
    ReportTag.of(report, Language.ZH).requireNamedBy(ifMatch);
  }
}
