package org.gongkai.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
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
import org.gongkai.report.Filing;
import org.gongkai.report.FilingContext;
import org.gongkai.report.FilingResult;
import org.gongkai.report.Report;
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
  private final Filing filing;

  ReportBatches(
      Admissions admissions,
      ReportRepository reports,
      ResponsibleOffice office,
      Access access,
      Filing filing) {
    this.admissions = admissions;
    this.reports = reports;
    this.office = office;
    this.access = access;
    this.filing = filing;
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
      @Nullable RuntimeException refusal) {

    static Decision refused(
        BatchItem item, @Nullable Long id, @Nullable String region, RuntimeException refusal) {
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
    return take(batch, keys -> new BatchStep.Decide(step));
  }

  /** States when reports of the past were handed in; by the office. */
  @Transactional
  List<Decision> date(List<HandInBatchForm.Item> batch) {
    return take(batch, keys -> new BatchStep.State(() -> admissions.ofClosedOrgans(keys)));
  }

  private <I extends BatchItem> List<Decision> take(
      List<I> batch, Function<List<FilingContext.Key>, BatchStep<I>> steps) {
    Predicate<String> mayReview = access.reviewing();
    Map<Long, ReportRepository.Place> places = new HashMap<>();
    List<@Nullable Long> ids = named(batch, places);
    // a caller who may not decide on a report does not make its organ wait
    Map<Long, I> admitted = new LinkedHashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      Long id = ids.get(i);
      ReportRepository.Place place = places.get(id);
      if (id != null && place != null && mayReview.test(office.of(place))) {
        admitted.put(id, batch.get(i));
      }
    }
    Map<Long, FilingResult> results = take(admitted, places, steps);
    List<Decision> decisions = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      Long id = ids.get(i);
      ReportRepository.Place place = places.get(id);
      decisions.add(decision(batch.get(i), id, place, results.get(id)));
    }
    return decisions;
  }

  private <I extends BatchItem> Map<Long, FilingResult> take(
      Map<Long, I> admitted,
      Map<Long, ReportRepository.Place> places,
      Function<List<FilingContext.Key>, BatchStep<I>> steps) {
    List<Long> ids = List.copyOf(admitted.keySet());
    BatchStep<I> step =
        steps.apply(ids.stream().map(id -> Objects.requireNonNull(places.get(id)).key()).toList());
    List<Filing.Step> wanted = new ArrayList<>();
    admitted.forEach(
        (id, item) ->
            wanted.add(
                new Filing.Step(
                    Objects.requireNonNull(places.get(id)).key(),
                    id,
                    step.reason(item),
                    report -> {
                      Filing.requireHeld(report, Preconditions.matching(item.ifMatch()));
                      return step.changes(report, item);
                    },
                    (report, act) -> step.take(report, item, act))));
    List<FilingResult> results = filing.take(wanted);
    Map<Long, FilingResult> byId = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      byId.put(ids.get(i), results.get(i));
    }
    return byId;
  }

  /**
   * What became of one.
   *
   * @param place of the report, or null where there is none
   * @param result null where the caller may not decide on it
   */
  private Decision decision(
      BatchItem item,
      @Nullable Long id,
      ReportRepository.@Nullable Place place,
      @Nullable FilingResult result) {
    return switch (result) {
      case null ->
          Decision.refused(
              item,
              id,
              place == null ? null : office.of(place),
              place == null
                  ? ReportProblems.notFound()
                  : ProblemException.of(ProblemType.FORBIDDEN));
      case FilingResult.Refused refused ->
          Decision.refused(item, id, place == null ? null : office.of(place), refused.problem());
      case FilingResult.Filed filed -> {
        boolean changed = filed.outcome() == FilingResult.Outcome.CHANGED;
        if (changed) {
          access.noteReport(filed.id());
        }
        yield new Decision(item, id, office.of(filed.report()), filed.report(), changed, null);
      }
    };
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
}
