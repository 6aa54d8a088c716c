package org.gongkai.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.gongkai.access.Access;
import org.gongkai.platform.Preconditions;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.report.Admissions;
import org.gongkai.report.Charge;
import org.gongkai.report.EventRecorder;
import org.gongkai.report.Filing;
import org.gongkai.report.Report;
import org.gongkai.report.ReportEvent;
import org.gongkai.report.ReportProblems;
import org.gongkai.report.ReportRepository;
import org.gongkai.report.Transition;

/**
 * Decides on many reports in one transaction, each as if it were alone: what is refused stays as it
 * was, whatever becomes of the others. The statements are as many as for one.
 */
@ApplicationScoped
class ReportLots {

  private final Admissions admissions;
  private final ReportRepository reports;
  private final Charge charge;
  private final Access access;
  private final EventRecorder eventRecorder;

  ReportLots(
      Admissions admissions,
      ReportRepository reports,
      Charge charge,
      Access access,
      EventRecorder eventRecorder) {
    this.admissions = admissions;
    this.reports = reports;
    this.charge = charge;
    this.access = access;
    this.eventRecorder = eventRecorder;
  }

  /**
   * What became of one of the reports.
   *
   * @param region whose office is in charge of it, or null where there is no such report
   * @param report as it stands now, or null where the step was not taken
   * @param refusal why not, or null
   */
  record Decision(long id, String region, Report report, ProblemException refusal) {}

  /** Accepts or publishes; by the office. What became of each, in their order. */
  @Transactional
  List<Decision> decide(List<LotForm.Item> lot, Transition step) {
    Map<Long, Decision> refusals = new LinkedHashMap<>();
    Predicate<String> mayReview = access.reviewing();
    List<Long> ids = lot.stream().map(LotForm.Item::report).toList();
    List<String> organs = admitted(ids, mayReview, refusals);
    Map<Long, Report> held = organs.isEmpty() ? Map.of() : admissions.held(ids, organs);
    List<Report> ready = new ArrayList<>();
    for (LotForm.Item item : lot) {
      Report report = held.get(item.report());
      if (report == null) {
        // a draft that was discarded until its organ was held, or one that was refused before
        refusals.putIfAbsent(
            item.report(), new Decision(item.report(), null, null, ReportProblems.notFound()));
      } else if (!refusals.containsKey(item.report())) {
        try {
          requireReady(report, item, step, mayReview);
          ready.add(report);
        } catch (ProblemException e) {
          refusals.put(item.report(), new Decision(item.report(), charge.of(report), null, e));
        }
      }
    }
    take(ready, step);
    return ids.stream()
        .map(id -> refusals.containsKey(id) ? refusals.get(id) : taken(held.get(id)))
        .toList();
  }

  private Decision taken(Report report) {
    return new Decision(report.id(), charge.of(report), report, null);
  }

  /** Whoever may not decide on a report does not make its organ wait. */
  private List<String> admitted(
      List<Long> ids, Predicate<String> mayReview, Map<Long, Decision> refusals) {
    Map<Long, ReportRepository.Place> places = reports.places(ids);
    List<String> organs = new ArrayList<>();
    for (long id : ids) {
      ReportRepository.Place place = places.get(id);
      String region = place == null ? null : charge.of(place);
      if (place == null) {
        refusals.put(id, new Decision(id, null, null, ReportProblems.notFound()));
      } else if (mayReview.test(region)) {
        organs.add(place.organ());
      } else {
        refusals.put(
            id, new Decision(id, region, null, ProblemException.of(ProblemType.FORBIDDEN)));
      }
    }
    return organs;
  }

  private void requireReady(
      Report report, LotForm.Item item, Transition step, Predicate<String> mayReview) {
    if (!mayReview.test(charge.of(report))) {
      throw ProblemException.of(ProblemType.FORBIDDEN);
    }
    Filing.requireHeld(report, Preconditions.matching(item.ifMatch()));
    step.requireFrom(report.state());
  }

  private void take(List<Report> ready, Transition step) {
    if (ready.isEmpty()) {
      return;
    }
    ReportEvent.Act act = eventRecorder.act(ready, null);
    for (Report report : ready) {
      report.take(step, act.at());
      report.happened(step.kind(), act, null);
    }
    eventRecorder.record(ready);
  }
}
