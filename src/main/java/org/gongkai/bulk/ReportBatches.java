package org.gongkai.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gongkai.access.Access;
import org.gongkai.platform.Preconditions;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Violation;
import org.gongkai.report.Admissions;
import org.gongkai.report.EventRecorder;
import org.gongkai.report.Filing;
import org.gongkai.report.Report;
import org.gongkai.report.ReportEvent;
import org.gongkai.report.ReportProblems;
import org.gongkai.report.ReportRepository;
import org.gongkai.report.ResponsibleOffice;
import org.gongkai.report.Transition;
import org.jspecify.annotations.Nullable;

/**
 * Decides on many reports in one transaction, each as if it were alone: what is refused stays as it
 * was, whatever becomes of the others. The statements are as many as for one.
 */
@ApplicationScoped
class ReportBatches {

  private final Admissions admissions;
  private final ReportRepository reports;
  private final ResponsibleOffice office;
  private final Access access;
  private final EventRecorder eventRecorder;

  ReportBatches(
      Admissions admissions,
      ReportRepository reports,
      ResponsibleOffice office,
      Access access,
      EventRecorder eventRecorder) {
    this.admissions = admissions;
    this.reports = reports;
    this.office = office;
    this.access = access;
    this.eventRecorder = eventRecorder;
  }

  /**
   * What became of one of the reports.
   *
   * @param id null where it was named otherwise and there is none
   * @param region whose office is in charge of it, or null where there is no such report
   * @param report as it stands now, or null where the step was not taken
   * @param changed whether it stood otherwise before
   * @param refusal why not, or null
   */
  record Decision(
      BatchItem item,
      @Nullable Long id,
      @Nullable String region,
      @Nullable Report report,
      boolean changed,
      @Nullable ProblemException refusal) {

    static Decision refused(
        BatchItem item, @Nullable Long id, @Nullable String region, ProblemException refusal) {
      return new Decision(item, id, region, null, false, refusal);
    }

    /** The report that took the step. */
    Report taken() {
      if (report == null) {
        throw new IllegalStateException("the step was refused: " + refusal);
      }
      return report;
    }
  }

  /** Accepts or publishes; by the office. What became of each, in their order. */
  @Transactional
  List<Decision> decide(List<BatchForm.Item> batch, Transition step) {
    return take(batch, held -> new BatchStep.Decide(step));
  }

  /** States when reports of the past were handed in; by the office. */
  @Transactional
  List<Decision> date(List<HandInBatchForm.Item> batch) {
    return take(batch, held -> new BatchStep.State(admissions.ofClosedOrgans(held)));
  }

  private <I extends BatchItem> List<Decision> take(
      List<I> batch, Function<Collection<Report>, BatchStep<I>> steps) {
    Predicate<String> mayReview = access.reviewing();
    Map<Long, ReportRepository.Place> places = new HashMap<>();
    List<@Nullable Long> ids = named(batch, places);
    Map<Long, Report> held = held(ids, places, mayReview);
    BatchStep<I> step = steps.apply(held.values());
    Map<Report, I> ready = new LinkedHashMap<>();
    List<Decision> decisions = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      I item = batch.get(i);
      Long id = ids.get(i);
      Report report = id == null ? null : held.get(id);
      if (report == null) {
        decisions.add(notHeld(item, id, places.get(id), mayReview));
        continue;
      }
      try {
        boolean changes = isReady(report, item, step, mayReview);
        if (changes) {
          ready.put(report, item);
        }
        decisions.add(new Decision(item, id, office.of(report), report, changes, null));
      } catch (ProblemException e) {
        decisions.add(Decision.refused(item, id, office.of(report), e));
      }
    }
    take(ready, step);
    return decisions;
  }

  /** Those that the caller may decide on: it makes no other organ wait. */
  private Map<Long, Report> held(
      List<@Nullable Long> ids,
      Map<Long, ReportRepository.Place> places,
      Predicate<String> mayReview) {
    List<Long> admitted = new ArrayList<>();
    List<String> organs = new ArrayList<>();
    for (Long id : ids) {
      ReportRepository.Place place = places.get(id);
      if (place != null && mayReview.test(office.of(place))) {
        admitted.add(id);
        organs.add(place.organ());
      }
    }
    return organs.isEmpty() ? Map.of() : admissions.held(admitted, organs);
  }

  /** One that is not there, or a draft that was discarded until its organ was held. */
  private Decision notHeld(
      BatchItem item,
      @Nullable Long id,
      ReportRepository.@Nullable Place place,
      Predicate<String> mayReview) {
    if (place == null) {
      return Decision.refused(item, id, null, ReportProblems.notFound());
    }
    String region = office.of(place);
    return Decision.refused(
        item,
        id,
        region,
        mayReview.test(region)
            ? ReportProblems.notFound()
            : ProblemException.of(ProblemType.FORBIDDEN));
  }

  /**
   * The ids of the reports, in their order; null for one that is not there and has no name of its
   * own.
   *
   * @param places filled with what is known of each
   */
  private List<@Nullable Long> named(
      List<? extends BatchItem> batch, Map<Long, ReportRepository.Place> places) {
    List<Long> byId = batch.stream().map(BatchItem::report).filter(Objects::nonNull).toList();
    if (!byId.isEmpty()) {
      places.putAll(reports.places(byId));
    }
    Map<List<Object>, Long> byName = new HashMap<>();
    List<? extends BatchItem> others =
        batch.stream().filter(item -> item.report() == null).toList();
    if (!others.isEmpty()) {
      Map<Long, ReportRepository.Place> found =
          reports.places(
              others.stream().map(BatchItem::organ).distinct().toList(),
              others.stream().map(BatchItem::year).distinct().toList());
      places.putAll(found);
      found.forEach(
          (id, place) -> byName.put(List.of(place.organ(), place.year(), place.scope()), id));
    }
    List<@Nullable Long> ids = new ArrayList<>();
    List<Violation> twice = new ArrayList<>();
    Set<Long> met = new HashSet<>();
    for (int i = 0; i < batch.size(); i++) {
      BatchItem item = batch.get(i);
      Long id =
          item.report() == null
              ? byName.get(List.of(item.organ(), item.year(), item.scope()))
              : item.report();
      ids.add(id);
      if (id != null && !met.add(id)) {
        twice.add(new Violation("/items/" + i, BatchForm.TWICE));
      }
    }
    if (!twice.isEmpty()) {
      throw ProblemException.invalid(twice);
    }
    return ids;
  }

  private <I extends BatchItem> boolean isReady(
      Report report, I item, BatchStep<I> step, Predicate<String> mayReview) {
    if (!mayReview.test(office.of(report))) {
      throw ProblemException.of(ProblemType.FORBIDDEN);
    }
    Filing.requireHeld(report, Preconditions.matching(item.ifMatch()));
    return step.changes(report, item);
  }

  private <I extends BatchItem> void take(Map<Report, I> ready, BatchStep<I> step) {
    if (ready.isEmpty()) {
      return;
    }
    List<Report> reportsReady = List.copyOf(ready.keySet());
    ReportEvent.Act act = eventRecorder.act(reportsReady, null);
    ready.forEach((report, item) -> step.take(report, item, act));
    eventRecorder.record(reportsReady);
    reportsReady.forEach(report -> access.noteReport(report.id()));
  }
}
