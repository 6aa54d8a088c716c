package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.gongkai.access.Access;
import org.gongkai.access.Role;
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

  Admissions(
      FilingContextStore store,
      Registry registry,
      Access access,
      ReportRepository reports,
      Charge charge,
      Backlog backlog) {
    this.store = store;
    this.registry = registry;
    this.access = access;
    this.reports = reports;
    this.charge = charge;
    this.backlog = backlog;
  }

  /** Whether a report may be filed: what there is where it is to be filed, or why not. */
  sealed interface Admission permits FilingContext, FilingResult.Refused {

    /** What there is, or what hinders it, thrown: for callers that ask for one report. */
    default FilingContext context() {
      return switch (this) {
        case FilingContext context -> context;
        case FilingResult.Refused refused -> throw refused.problem();
      };
    }
  }

  /**
   * Decides on each of some reports, in their order, and holds all of their organs until the
   * transaction ends.
   *
   * @param draft whether it is to be a draft, where there is none yet
   */
  List<Admission> admit(List<FilingContext.Key> some, boolean draft) {
    backlog.requireRoom();
    store.hold(some.stream().map(FilingContext.Key::organ).distinct().toArray(String[]::new));
    List<Optional<FilingContext>> contexts = store.find(some, true);
    BiPredicate<String, String> mayFile = access.filing();
    List<Admission> admissions = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      Optional<FilingContext> context = contexts.get(i);
      String region = context.map(c -> charge.of(c, draft)).orElse(null);
      Optional<FilingResult.Refused> refusal = refusal(some.get(i), region, mayFile);
      admissions.add(refusal.isPresent() ? refusal.get() : context.orElseThrow());
    }
    return admissions;
  }

  /**
   * Lets pass who may file this report, before anything of what was sent is looked at; who may not
   * makes nobody wait.
   *
   * @param draft whether it is to be a draft, where there is none yet
   * @throws ProblemException {@code forbidden}; {@code unknown-organ} where the organ did not exist
   *     in the year
   */
  void requireFiling(FilingContext.Key report, boolean draft) {
    requireOwn(report.organ());
    refusals(List.of(report), draft).getFirst().ifPresent(FilingResult.Refused::orThrow);
  }

  /**
   * Likewise for a report by its id.
   *
   * @return which one it is
   */
  FilingContext.Key requireFiling(long id) {
    ReportRepository.Place place = placed(id);
    access.requireFiling(place.organ(), charge.of(place));
    return place.key();
  }

  /**
   * Why some reports may not be filed, each in its order; empty for those that may. Nothing is
   * held, so that it is asked again when they are: this is to spare the work on what will be
   * refused.
   */
  List<Optional<FilingResult.Refused>> refusals(List<FilingContext.Key> some, boolean draft) {
    List<Optional<FilingContextStore.Place>> places = store.places(some);
    BiPredicate<String, String> mayFile = access.filing();
    List<Optional<FilingResult.Refused>> refusals = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      FilingContext.Key report = some.get(i);
      String region = places.get(i).map(p -> charge.of(report, p, draft)).orElse(null);
      refusals.add(refusal(report, region, mayFile));
    }
    return refusals;
  }

  private Optional<FilingResult.Refused> refusal(
      FilingContext.Key report, String region, BiPredicate<String, String> mayFile) {
    if (region == null) {
      return Optional.of(new FilingResult.Refused(unknown(report), null));
    }
    return mayFile.test(report.organ(), region)
        ? Optional.empty()
        : Optional.of(new FilingResult.Refused(ProblemException.of(ProblemType.FORBIDDEN), region));
  }

  /** An organ's key learns nothing of other organs, not even whether they exist. */
  private void requireOwn(String organ) {
    if (access.current().role() == Role.ORGAN) {
      access.requireFiling(organ, "");
    }
  }

  /** Loads a report that the caller may file, with the organ held. */
  public Report heldForFiling(long id) {
    requireFiling(id);
    Report report = held(id);
    access.requireFiling(report.organ(), charge.of(report));
    return report;
  }

  /** Loads a report that the caller may decide on, with the organ held. */
  public Report heldForReview(long id) {
    ReportRepository.Place place = placed(id);
    access.requireReviewing(place.organ(), charge.of(place));
    Report report = held(id);
    access.requireReviewing(report.organ(), charge.of(report));
    return report;
  }

  /** Some reports, with their organs held. */
  public Map<Long, Report> held(Collection<Long> ids, Collection<String> organs) {
    backlog.requireRoom();
    store.hold(organs.stream().distinct().toArray(String[]::new));
    return reports.byId(ids);
  }

  /**
   * Loads a report for an administrator, with its organ held and all of its region: reports of
   * these are held against it.
   */
  public Report heldWithNeighbours(long id) {
    ReportRepository.Place place = placed(id);
    access.requireReviewing(place.organ(), charge.of(place));
    backlog.requireRoom();
    store.hold(store.beside(place.organ(), place.region()));
    return reports.findByIdOptional(id).orElseThrow(ReportProblems::notFound);
  }

  /**
   * Those of some reports whose organs were closed, or merged into others, in the report's year.
   */
  public Set<Long> ofClosedOrgans(Collection<Report> some) {
    List<Report> all = List.copyOf(some);
    List<Optional<FilingContext>> contexts =
        all.isEmpty() ? List.of() : store.find(all.stream().map(Report::key).toList(), false);
    Set<Long> closed = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      if (contexts.get(i).map(FilingContext::endsInYear).orElse(false)) {
        closed.add(all.get(i).id());
      }
    }
    return closed;
  }

  /** The report of the year after, which is held against this one. */
  public Optional<Long> nextYears(Report report) {
    return store.find(List.of(report.key()), false).getFirst().map(FilingContext::after);
  }

  private Report held(long id) {
    String organ = placed(id).organ();
    backlog.requireRoom();
    store.hold(organ);
    // a draft may have been discarded until the organ was held
    return reports.findByIdOptional(id).orElseThrow(ReportProblems::notFound);
  }

  private ReportRepository.Place placed(long id) {
    access.noteReport(id);
    return reports.placeOf(id).orElseThrow(ReportProblems::notFound);
  }

  private ProblemException unknown(FilingContext.Key report) {
    Violation violation =
        registry.organExists(report.organ())
            ? Violation.at(
                "/year",
                "该行政机关在 " + report.year() + " 年不存在。",
                "The organ did not exist in " + report.year() + ".")
            : Violation.at(
                "/organ",
                "没有登记代码为 " + report.organ() + " 的行政机关。",
                "No organ is registered under " + report.organ() + ".");
    return ProblemException.invalid(ProblemType.UNKNOWN_ORGAN, List.of(violation));
  }
}
