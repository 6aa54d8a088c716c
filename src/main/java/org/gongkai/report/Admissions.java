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
import org.gongkai.form.Scope;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Violation;
import org.gongkai.registry.Registry;

/** Lets organs and those who may act for them file, one at a time for each organ. */
@ApplicationScoped
public class Admissions {

  private final FilingContextStore store;
  private final Registry registry;
  private final Access access;
  private final ReportRepository reports;
  private final Charge charge;
  private final Backlog backlog;
  private final Eligibility eligibility;

  Admissions(
      FilingContextStore store,
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
   * Admits the caller to file this report and holds the organ; who may not makes nobody wait.
   *
   * @param draft whether it is to be a draft, where there is none yet
   * @throws ProblemException {@code forbidden}, {@code unknown-organ} where the organ did not exist
   *     in the year, {@code year-not-over} or {@code scope-not-open}
   */
  Admission.Admitted admit(Submission report, boolean draft) {
    requireFiling(report.content(), draft);
    return admit(List.of(report), draft).getFirst().orThrow();
  }

  /**
   * Lets pass who may file for this organ, year and scope; to be asked before anything of what was
   * sent is looked at.
   *
   * @param draft whether it is to be a draft, where there is none yet
   */
  void requireFiling(String organ, int year, Scope scope, boolean draft) {
    requireOwn(organ);
    FilingContextStore.Asked asked = new FilingContextStore.Asked(organ, year, scope);
    refusals(List.of(asked), draft)
        .getFirst()
        .ifPresent(
            refused -> {
              throw refused.problem();
            });
  }

  private void requireFiling(Content content, boolean draft) {
    requireFiling(content.organ(), content.year(), content.scope(), draft);
  }

  /** Likewise for a report by its id; nothing of it is held or loaded yet. */
  void requireFiling(long id) {
    ReportRepository.Place place = placed(id);
    access.requireFiling(place.organ(), charge.of(place));
  }

  private ReportRepository.Place placed(long id) {
    access.noteReport(id);
    return reports.placeOf(id).orElseThrow(ReportProblems::notFound);
  }

  /**
   * Why some reports may not be filed, each in its order; empty for those that may. Nothing is
   * held, so that it is asked again when they are: this is to spare the work on what will be
   * refused.
   */
  List<Optional<Admission.Refused>> refusals(List<FilingContextStore.Asked> some, boolean draft) {
    List<Optional<FilingContextStore.Place>> places = store.places(some);
    BiPredicate<String, String> mayFile = access.filing();
    List<Optional<Admission.Refused>> refusals = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      FilingContextStore.Asked asked = some.get(i);
      String region =
          places.get(i).map(p -> charge.of(asked.organ(), asked.year(), p, draft)).orElse(null);
      refusals.add(refusal(asked.organ(), asked.year(), region, mayFile));
    }
    return refusals;
  }

  private Optional<Admission.Refused> refusal(
      String organ, int year, String region, BiPredicate<String, String> mayFile) {
    if (region == null) {
      return Optional.of(new Admission.Refused(unknown(organ, year), null));
    }
    return mayFile.test(organ, region)
        ? Optional.empty()
        : Optional.of(new Admission.Refused(ProblemException.of(ProblemType.FORBIDDEN), region));
  }

  /** Decides on each of some reports, in their order, and holds all of their organs. */
  List<Admission> admit(List<Submission> some, boolean draft) {
    backlog.requireRoom();
    List<Content> contents = some.stream().map(Submission::content).toList();
    store.hold(contents.stream().map(Content::organ).distinct().toArray(String[]::new));
    List<Optional<FilingContext>> grounds = store.find(contents, true);
    BiPredicate<String, String> mayFile = access.filing();
    List<Admission> admissions = new ArrayList<>();
    for (int i = 0; i < contents.size(); i++) {
      admissions.add(admission(some.get(i), grounds.get(i), draft, mayFile));
    }
    return admissions;
  }

  private Admission admission(
      Submission report,
      Optional<FilingContext> ground,
      boolean draft,
      BiPredicate<String, String> mayFile) {
    Content content = report.content();
    String region =
        ground.map(g -> charge.of(content.organ(), content.year(), g, draft)).orElse(null);
    return refusal(content.organ(), content.year(), region, mayFile)
        .or(
            () ->
                eligibility
                    .keeping(content, ground.orElseThrow())
                    .map(problem -> new Admission.Refused(problem, ground.get().region())))
        .<Admission>map(refused -> refused)
        .orElseGet(() -> new Admission.Admitted(report, ground.orElseThrow()));
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
    requireFiling(id);
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
    ReportRepository.Place place = placed(id);
    access.requireReviewing(place.organ(), charge.of(place));
    Report report = held(id);
    access.requireReviewing(report.organ(), charge.of(report));
    return report;
  }

  private Report held(long id) {
    String organ = placed(id).organ();
    backlog.requireRoom();
    store.hold(organ);
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

  /** Whether a report may be filed. */
  public sealed interface Admission {

    /** It may, and its organ is held until the transaction ends. */
    record Admitted(Submission submitted, FilingContext ground) implements Admission {

      @Override
      public Admitted orThrow() {
        return this;
      }
    }

    /**
     * It may not.
     *
     * @param region where the organ was in the year, or null where it was not
     */
    record Refused(ProblemException problem, String region) implements Admission {

      @Override
      public Admitted orThrow() {
        throw problem;
      }
    }

    /** Where the organ was in the year, or null where it was not. */
    default String place() {
      return switch (this) {
        case Admitted admitted -> admitted.ground().region();
        case Refused refused -> refused.region();
      };
    }

    /** For whoever asks of a single one. */
    Admitted orThrow();
  }
}
