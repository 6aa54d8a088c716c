package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.gongkai.access.Access;
import org.gongkai.access.Role;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.Registry;
import org.jspecify.annotations.Nullable;

/** Lets organs and those who may act for them file, one at a time for each organ. */
@ApplicationScoped
public class Admissions {

  private final FilingContextStore store;
  private final Registry registry;
  private final Access access;
  private final ReportRepository reports;
  private final ResponsibleOffice office;
  private final Backlog backlog;

  Admissions(
      FilingContextStore store,
      Registry registry,
      Access access,
      ReportRepository reports,
      ResponsibleOffice office,
      Backlog backlog) {
    this.store = store;
    this.registry = registry;
    this.access = access;
    this.reports = reports;
    this.office = office;
    this.backlog = backlog;
  }

  /** Whether a report may be filed: what there is where it is to be filed, or why not. */
  sealed interface Admission permits FilingContext, FilingResult.Refused {}

  /**
   * That a caller was let pass to a report, before anything that was sent is looked at; it is asked
   * again once the organ is held.
   *
   * @param rights of the caller, whoever's thread it is asked on
   * @param reviews whether the caller decides on the report, rather than files it
   * @param kept digest of the newest document of the report that there was, or null
   */
  public record Permit(
      FilingContext.Key report, Access.Rights rights, boolean reviews, byte @Nullable [] kept) {

    /** Whether there was no report when this was asked. */
    boolean wasNew() {
      return kept == null;
    }

    /** Whether something else was kept then, or nothing. */
    boolean differsFromKept(Submission submission) {
      return !Arrays.equals(kept, submission.digest());
    }

    private Optional<FilingResult.Refused> refusal(String region) {
      boolean let = reviews ? rights.mayReview(region) : rights.mayFile(report.organ(), region);
      return let
          ? Optional.empty()
          : Optional.of(
              new FilingResult.Refused(ProblemException.of(ProblemType.FORBIDDEN), region));
    }
  }

  /**
   * Holds organs until the transaction ends; waits for each.
   *
   * @throws ProblemException {@code service-unavailable} where too much waits to be counted
   */
  void hold(Collection<String> organs) {
    backlog.requireRoom();
    store.hold(organs.stream().distinct().toArray(String[]::new));
  }

  /** Holds those organs until the transaction ends that nobody else holds; waits for none. */
  Set<String> holdFree(Collection<String> organs) {
    return store.holdFree(organs.stream().distinct().toArray(String[]::new));
  }

  /**
   * What is to be filed, by whom.
   *
   * @param draft whether it is to be a draft, where there is none yet
   */
  record Wish(Permit permit, boolean draft) {}

  /** Decides on each of some reports, in their order, whose organs are held. */
  List<Admission> admit(List<Wish> some) {
    List<Optional<FilingContext>> contexts =
        store.find(some.stream().map(wish -> wish.permit().report()).toList(), true);
    List<Admission> admissions = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      Permit permit = some.get(i).permit();
      Optional<FilingContext> context = contexts.get(i);
      boolean draft = some.get(i).draft();
      Optional<FilingResult.Refused> refusal =
          context.isEmpty()
              ? Optional.of(new FilingResult.Refused(unknown(permit.report()), null))
              : permit.refusal(office.of(context.get(), draft));
      admissions.add(refusal.isPresent() ? refusal.get() : context.orElseThrow());
    }
    return admissions;
  }

  /** Whether the caller may still do what it was let pass for, now that the organ is held. */
  Optional<FilingResult.Refused> refusal(Permit permit, Report report) {
    return permit.refusal(office.of(report));
  }

  /** That of somebody who may file these, as was asked by {@link #refusals}. */
  List<Permit> permits(List<FilingContext.Key> some) {
    Access.Rights rights = access.rights();
    return some.stream().map(key -> new Permit(key, rights, false, null)).toList();
  }

  /** That of somebody who may decide on these, which is asked again of each. */
  List<Permit> reviewPermits(List<FilingContext.Key> some) {
    Access.Rights rights = access.rights();
    return some.stream().map(key -> new Permit(key, rights, true, null)).toList();
  }

  /**
   * Lets pass who may file this report, before anything of what was sent is looked at; who may not
   * makes nobody wait.
   *
   * @param draft whether it is to be a draft, where there is none yet
   * @throws ProblemException {@code forbidden}; {@code unknown-organ} where the organ did not exist
   *     in the year
   */
  Permit requireFiling(FilingContext.Key report, boolean draft) {
    requireOwn(report.organ());
    Optional<FilingContextStore.Place> place = store.place(report);
    if (place.isEmpty()) {
      throw unknown(report);
    }
    return permitted(place.get(), office.of(place.get(), draft), false);
  }

  /** Likewise for a report by its id. */
  public Permit requireFiling(long id) {
    return required(id, false);
  }

  /** Lets pass who may decide on a report. */
  public Permit requireReviewing(long id) {
    return required(id, true);
  }

  private Permit required(long id, boolean reviews) {
    FilingContextStore.Place place = placed(id);
    return permitted(place, office.of(place), reviews);
  }

  private Permit permitted(FilingContextStore.Place place, String region, boolean reviews) {
    access.note(place.report().organ(), region);
    Permit permit = new Permit(place.report(), access.rights(), reviews, place.digest());
    permit.refusal(region).ifPresent(FilingResult.Refused::orThrow);
    return permit;
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
      String region = places.get(i).map(p -> office.of(p, draft)).orElse(null);
      refusals.add(refusal(report, region, mayFile));
    }
    return refusals;
  }

  private Optional<FilingResult.Refused> refusal(
      FilingContext.Key report, @Nullable String region, BiPredicate<String, String> mayFile) {
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
    access.requireFiling(report.organ(), office.of(report));
    return report;
  }

  /** Loads a report that the caller may decide on, with the organ held. */
  public Report heldForReview(long id) {
    requireReviewing(id);
    Report report = held(id);
    access.requireReviewing(report.organ(), office.of(report));
    return report;
  }

  /**
   * Loads a report for an administrator, with its organ held and all of its region: reports of
   * these are held against it.
   */
  public Report heldWithNeighbours(long id) {
    FilingContextStore.Place place = placed(id);
    access.requireReviewing(place.report().organ(), office.of(place));
    backlog.requireRoom();
    store.hold(store.beside(place.report().organ(), place.region()));
    return reports.byId(id).orElseThrow(ReportProblems::notFound);
  }

  /**
   * Those of some reports whose organs were closed, or merged into others, in the report's year.
   */
  public Set<FilingContext.Key> ofClosedOrgans(Collection<FilingContext.Key> some) {
    if (some.isEmpty()) {
      return Set.of();
    }
    return store.find(List.copyOf(some), false).stream()
        .flatMap(Optional::stream)
        .filter(FilingContext::endsInYear)
        .map(FilingContext::key)
        .collect(Collectors.toSet());
  }

  /** The report of the year after, which is held against this one. */
  public Optional<Long> nextYears(Report report) {
    return store.find(List.of(report.key()), false).getFirst().map(FilingContext::after);
  }

  private Report held(long id) {
    String organ = placed(id).report().organ();
    backlog.requireRoom();
    store.hold(organ);
    // a draft may have been discarded until the organ was held
    return reports.byId(id).orElseThrow(ReportProblems::notFound);
  }

  private FilingContextStore.Place placed(long id) {
    access.noteReport(id);
    return store.placeOf(id).orElseThrow(ReportProblems::notFound);
  }

  private ProblemException unknown(FilingContext.Key report) {
    return registry.unknown(report.organ(), report.year(), "/");
  }
}
