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

  Submitters(GroundStore store, Registry registry, Access access, ReportRepository reports) {
    this.store = store;
    this.registry = registry;
    this.access = access;
    this.reports = reports;
  }

  /**
   * Admits the caller to file this report and holds the organ.
   *
   * @throws ProblemException {@code forbidden}, or {@code unknown-organ} where the organ did not
   *     exist in the year
   */
  Admission.Admitted admit(Examined report) {
    requireOwn(report.submitted().content().organ());
    return admit(List.of(report)).getFirst().orThrow();
  }

  /** Decides on each of some reports, in their order, and holds all of their organs. */
  List<Admission> admit(List<Examined> some) {
    List<Content> contents = some.stream().map(r -> r.submitted().content()).toList();
    store.hold(contents.stream().map(Content::organ).distinct().toArray(String[]::new));
    List<Optional<Ground>> grounds = store.find(contents, true);
    BiPredicate<String, String> mayFile = access.filing();
    List<Admission> admissions = new ArrayList<>();
    for (int i = 0; i < contents.size(); i++) {
      admissions.add(admission(some.get(i), grounds.get(i), mayFile));
    }
    return admissions;
  }

  private Admission admission(
      Examined report, Optional<Ground> ground, BiPredicate<String, String> mayFile) {
    Content content = report.submitted().content();
    if (ground.isEmpty()) {
      return new Admission.Refused(unknown(content.organ(), content.year()));
    }
    if (!mayFile.test(content.organ(), ground.get().region())) {
      return new Admission.Refused(ProblemException.of(ProblemType.FORBIDDEN));
    }
    return new Admission.Admitted(report, ground.get());
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
    access.requireFiling(report.organ(), report.region());
    return report;
  }

  /** Loads a report that the caller may decide on, with the organ held. */
  Report heldForReview(long id) {
    Report report = held(id);
    access.requireReviewing(report.organ(), report.region());
    return report;
  }

  private Report held(long id) {
    String organ = reports.organOf(id).orElseThrow(ReportProblems::notFound);
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
