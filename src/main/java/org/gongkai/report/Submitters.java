package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.gongkai.access.Access;
import org.gongkai.access.Caller;
import org.gongkai.access.Role;
import org.gongkai.form.Content;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Violation;
import org.gongkai.registry.Registry;

/** Lets organs and those who may act for them file, one at a time for each organ. */
@ApplicationScoped
class Submitters {

  private final GroundStore store;
  private final Registry registry;
  private final Access access;
  private final ReportRepository reports;
  private final Charge charge;
  private final Backlog backlog;
  private final Eligibility eligibility;

  Submitters(
      GroundStore store,
      Registry registry,
      Access access,
      ReportRepository reports,
      Charge charge,
      Backlog backlog,
      Eligibility eligibility) {
    this.eligibility = eligibility;
    this.store = store;
    this.registry = registry;
    this.access = access;
    this.reports = reports;
    this.charge = charge;
    this.backlog = backlog;
  }

  /**
   * Admits the caller to file this report and holds the organ.
   *
   * @param draft whether it is to be a draft, where there is none yet
   * @throws ProblemException {@code forbidden}, {@code unknown-organ} where the organ did not exist
   *     in the year, {@code year-not-over} or {@code scope-not-open}
   */
  Admission.Admitted admit(Examined report, boolean draft) {
    requireOwn(report.submitted().content().organ());
    return admit(List.of(report), draft).getFirst().orThrow();
  }

  /** Decides on each of some reports, in their order, and holds all of their organs. */
  List<Admission> admit(List<Examined> some, boolean draft) {
    backlog.requireRoom();
    List<Content> contents = some.stream().map(r -> r.submitted().content()).toList();
    store.hold(contents.stream().map(Content::organ).distinct().toArray(String[]::new));
    List<Optional<Ground>> grounds = store.find(contents, true);
    BiPredicate<String, String> mayFile = access.filing();
    List<Admission> admissions = new ArrayList<>();
    for (int i = 0; i < contents.size(); i++) {
      admissions.add(admission(some.get(i), grounds.get(i), draft, mayFile));
    }
    return admissions;
  }

  private Admission admission(
      Examined report,
      Optional<Ground> ground,
      boolean draft,
      BiPredicate<String, String> mayFile) {
    Content content = report.submitted().content();
    if (ground.isEmpty()) {
      return new Admission.Refused(unknown(content.organ(), content.year()));
    }
    String region = charge.of(content.organ(), content.year(), ground.get(), draft);
    if (!mayFile.test(content.organ(), region)) {
      return new Admission.Refused(ProblemException.of(ProblemType.FORBIDDEN));
    }
    return eligibility
        .keeping(content, ground.get())
        .<Admission>map(Admission.Refused::new)
        .orElseGet(() -> new Admission.Admitted(report, ground.get()));
  }

  /** An organ's key learns nothing of other organs, not even whether they exist. */
  private void requireOwn(String organ) {
    Caller caller = access.current();
    if (caller.role() == Role.ORGAN) {
      access.requireFiling(organ, "");
    }
  }

  /** Loads a report that the caller may file, with the organ held. */
  Report heldForFiling(long id) {
    Report report = held(id);
    access.requireFiling(report.organ(), charge.of(report));
    return report;
  }

  /**
   * Asks of a report that is there, once more, what a first filing asks: since it was begun its
   * organ may have been closed, or said to have begun later.
   *
   * @throws ProblemException as {@link #admit}
   */
  void requireAdmissible(Report report) {
    if (registry.organInYear(report.organ(), report.year()).isEmpty()) {
      throw unknown(report.organ(), report.year());
    }
  }

  /** Loads a report that the caller may decide on, with the organ held. */
  Report heldForReview(long id) {
    Report report = held(id);
    access.requireReviewing(report.organ(), charge.of(report));
    return report;
  }

  private Report held(long id) {
    String organ = reports.organOf(id).orElseThrow(ReportProblems::notFound);
    backlog.requireRoom();
    store.hold(organ);
    access.noteReport(id);
    return reports.findById(id);
  }

  private ProblemException unknown(String organ, int year) {
    Violation violation =
        registry.organExists(organ)
            ? Violation.at(
                "/year", "该行政机关在 " + year + " 年不存在。", "The organ did not exist in " + year + ".")
            : Violation.at(
                "/organ",
                "没有登记代码为 " + organ + " 的行政机关。",
                "No organ is registered under " + organ + ".");
    return ProblemException.invalid(ProblemType.UNKNOWN_ORGAN, List.of(violation));
  }
}
