package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.finding.Finding;
import org.gongkai.form.Content;
import org.gongkai.form.StoredDocumentReader;

/**
 * The one way that reports are filed: the first time, corrected, handed in; and that steps of their
 * life are taken; any number in a constant number of statements. No two that file are of one organ,
 * and no two steps of one report: the second would have to see the first. What breaks a rule is
 * refused before anything is written, whatever becomes of the others.
 */
@ApplicationScoped
class Intake {

  private final Admissions admissions;
  private final FiledReportStore filed;
  private final StoredDocumentReader documents;
  private final Eligibility eligibility;
  private final ReportChecks reportChecks;
  private final Recheck recheck;
  private final FigureStore figures;
  private final TextSketches textSketches;
  private final TallyChanges tallyChanges;
  private final EventRecorder eventRecorder;
  private final FilingCounter counter;

  Intake(
      Admissions admissions,
      FiledReportStore filed,
      StoredDocumentReader documents,
      Eligibility eligibility,
      ReportChecks reportChecks,
      Recheck recheck,
      FigureStore figures,
      TextSketches textSketches,
      TallyChanges tallyChanges,
      EventRecorder eventRecorder,
      FilingCounter counter) {
    this.counter = counter;
    this.admissions = admissions;
    this.filed = filed;
    this.documents = documents;
    this.eligibility = eligibility;
    this.reportChecks = reportChecks;
    this.recheck = recheck;
    this.figures = figures;
    this.textSketches = textSketches;
    this.tallyChanges = tallyChanges;
    this.eventRecorder = eventRecorder;
  }

  /** Carries out orders whose organs are held. What becomes of each is told in their order. */
  List<FilingResult> carryOut(List<FilingOrder> orders) {
    List<PendingOrder> all = orders.stream().map(PendingOrder::new).toList();
    admit(all.stream().filter(PendingOrder::files).toList());
    load(open(all));
    for (PendingOrder one : open(all)) {
      one.decide(admissions, eligibility, documents);
    }
    judge(open(all).stream().filter(PendingOrder::files).toList());
    write(open(all));
    List<FilingResult> results = all.stream().map(PendingOrder::result).toList();
    counter.count(results);
    return results;
  }

  private static List<PendingOrder> open(List<PendingOrder> orders) {
    return orders.stream().filter(PendingOrder::isOpen).toList();
  }

  private void admit(List<PendingOrder> orders) {
    if (orders.isEmpty()) {
      return;
    }
    List<Admissions.Admission> admitted =
        admissions.admit(
            orders.stream().map(one -> ((FilingOrder.File) one.order()).wish()).toList());
    for (int i = 0; i < orders.size(); i++) {
      switch (admitted.get(i)) {
        case FilingResult.Refused refused -> orders.get(i).settle(refused);
        case FilingContext context -> orders.get(i).admit(context, documents);
      }
    }
  }

  private void load(List<PendingOrder> orders) {
    List<Long> ids = orders.stream().map(PendingOrder::known).filter(Objects::nonNull).toList();
    Map<Long, FiledReportStore.Filed> known = filed.load(ids);
    for (PendingOrder one : orders) {
      Long id = one.known();
      if (id == null) {
        one.begin();
      } else if (known.containsKey(id)) {
        one.goOn(known.get(id));
      } else {
        // a draft may have been discarded until the organ was held
        one.settle(new FilingResult.Refused(ReportProblems.notFound(), null));
      }
    }
  }

  /** Applies all rules, before anything is written. */
  private void judge(List<PendingOrder> orders) {
    if (orders.isEmpty()) {
      return;
    }
    orders.forEach(one -> one.examine(reportChecks));
    List<List<Finding>> around =
        reportChecks.around(orders.stream().map(one -> one.filed(documents)).toList());
    for (int i = 0; i < orders.size(); i++) {
      counter.countFindings(orders.get(i).judge(around.get(i)));
      orders.get(i).requireSubmittable(reportChecks);
    }
  }

  private void write(List<PendingOrder> orders) {
    Instant at = eventRecorder.moment(orders.stream().map(PendingOrder::report).toList());
    Map<Revision.Key, Content> handedIn = new LinkedHashMap<>();
    List<TextSketches.Said> said = new ArrayList<>();
    for (PendingOrder one : orders) {
      one.take(at)
          .ifPresent(
              what -> {
                Report report = what.report();
                handedIn.put(new Revision.Key(report.id(), report.revision()), what.content());
                said.add(what);
              });
    }
    List<PendingOrder> taken = orders.stream().filter(PendingOrder::isTaken).toList();
    if (taken.isEmpty()) {
      return;
    }
    List<Report> written = taken.stream().map(PendingOrder::report).toList();
    if (!handedIn.isEmpty()) {
      tallyChanges.note(written, figures.add(handedIn), at);
      textSketches.keep(said);
    }
    eventRecorder.record(written);
    Map<Long, Content> before = new LinkedHashMap<>();
    for (PendingOrder one : taken) {
      Long after = one.yearAfter();
      if (after != null) {
        before.put(after, one.content());
      }
    }
    recheck.againAfter(before, at);
  }
}
