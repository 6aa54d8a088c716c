package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.check.Finding;
import org.gongkai.form.Content;
import org.gongkai.form.StoredDocumentReader;
import org.gongkai.problem.ProblemException;
import org.gongkai.receipt.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * The one way that reports are filed: the first time, corrected, handed in; and that steps of their
 * life are taken; any number in a constant number of statements. No two of them are of one organ:
 * the second would have to see the first. What breaks a rule is refused before anything is written,
 * whatever becomes of the others.
 */
@ApplicationScoped
class Intake {

  private final Admissions admissions;
  private final FiledReportStore filed;
  private final ReportRepository reports;
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
      ReportRepository reports,
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
    this.reports = reports;
    this.documents = documents;
    this.eligibility = eligibility;
    this.reportChecks = reportChecks;
    this.recheck = recheck;
    this.figures = figures;
    this.textSketches = textSketches;
    this.tallyChanges = tallyChanges;
    this.eventRecorder = eventRecorder;
  }

  /** An order on its way; it is settled as soon as it has a result. */
  private static final class Entry {

    private final FilingOrder order;

    @SuppressWarnings("NullAway.Init")
    private FilingContext context;

    private @Nullable Submission submission;

    @SuppressWarnings("NullAway.Init")
    private Report report;

    private Optional<Receipt> receipt = Optional.empty();
    private Remarks remarks = Remarks.NONE;
    private boolean revises;
    private boolean handIn;

    @SuppressWarnings("NullAway.Init")
    private Assessment assessment;

    @SuppressWarnings("NullAway.Init")
    private FilingResult result;

    private Entry(FilingOrder order) {
      this.order = order;
    }

    private boolean files() {
      return order instanceof FilingOrder.File;
    }

    /** The report that there is, or null. */
    private Long known() {
      return order instanceof FilingOrder.Step step ? (Long) step.report() : context.report();
    }

    private String region() {
      return context == null ? report.region() : context.region();
    }

    private void refuse(FilingResult.Refused refusal) {
      result = refusal;
    }
  }

  /** Carries out orders whose organs are held. What becomes of each is told in their order. */
  List<FilingResult> carryOut(List<FilingOrder> orders) {
    List<Entry> entries = orders.stream().map(Entry::new).toList();
    admit(entries.stream().filter(Entry::files).toList());
    load(open(entries));
    for (Entry entry : open(entries)) {
      attempt(entry, () -> decide(entry));
    }
    judge(open(entries).stream().filter(Entry::files).toList());
    write(open(entries));
    List<FilingResult> results = entries.stream().map(entry -> entry.result).toList();
    counter.count(results);
    return results;
  }

  private void admit(List<Entry> some) {
    if (some.isEmpty()) {
      return;
    }
    List<FilingOrder.File> orders =
        some.stream().map(entry -> (FilingOrder.File) entry.order).toList();
    List<Admissions.Admission> admitted =
        admissions.admit(orders.stream().map(FilingOrder.File::wish).toList());
    for (int i = 0; i < some.size(); i++) {
      Entry entry = some.get(i);
      switch (admitted.get(i)) {
        case FilingResult.Refused refused -> entry.refuse(refused);
        case FilingContext context -> {
          entry.context = context;
          entry.submission = orders.get(i).submission();
          attempt(entry, () -> takeStored(entry));
        }
      }
    }
  }

  /** What is kept is handed in where nothing was sent. */
  private void takeStored(Entry entry) {
    if (entry.submission == null) {
      if (entry.context.report() == null) {
        throw ReportProblems.notFound();
      }
      entry.submission = entry.context.stored(documents);
    }
  }

  private static List<Entry> open(List<Entry> entries) {
    return entries.stream().filter(entry -> entry.result == null).toList();
  }

  private static void attempt(Entry entry, Runnable step) {
    try {
      step.run();
    } catch (ProblemException e) {
      entry.result = new FilingResult.Refused(e, entry.region());
    }
  }

  private void load(List<Entry> entries) {
    List<Long> ids = entries.stream().map(Entry::known).filter(Objects::nonNull).toList();
    Map<Long, FiledReportStore.Filed> known = filed.load(ids);
    Map<Long, Remarks> remarks =
        reports.remarks(
            known.values().stream()
                .filter(FiledReportStore.Filed::remarked)
                .map(there -> there.report().id())
                .toList());
    for (Entry entry : entries) {
      Long id = entry.known();
      if (id == null) {
        entry.report = Report.open(entry.context);
      } else if (known.containsKey(id)) {
        entry.report = known.get(id).report();
        entry.receipt = known.get(id).receipt();
        entry.remarks = remarks.getOrDefault(id, Remarks.NONE);
      } else {
        // a draft may have been discarded until the organ was held
        entry.refuse(new FilingResult.Refused(ReportProblems.notFound(), null));
      }
    }
  }

  /** Decides what is to be done; where nothing is, the entry is settled. */
  private void decide(Entry entry) {
    switch (entry.order) {
      case FilingOrder.File order -> decide(entry, order);
      case FilingOrder.Step step -> {
        admissions.refusal(step.permit(), entry.report).ifPresent(entry::refuse);
        if (entry.result == null) {
          step.precondition().accept(entry.report);
        }
      }
    }
  }

  private void decide(Entry entry, FilingOrder.File order) {
    Report report = entry.report;
    order.precondition().accept(report);
    entry.handIn = report.isHandedInBy(order.wanted());
    entry.revises =
        report.isNew()
            || !Objects.requireNonNull(entry.submission)
                .saysTheSameAs(entry.context.document(), documents);
    if (entry.revises && entry.context.wasRedacted(Objects.requireNonNull(entry.submission))) {
      throw ReportProblems.redacted(report.state());
    }
    if (!entry.revises) {
      entry.submission = Objects.requireNonNull(entry.submission).keptAs(entry.context, documents);
    }
    if (entry.revises || entry.handIn && report.state().isOpen()) {
      eligibility.require(
          Objects.requireNonNull(entry.submission).content(), entry.context, entry.handIn);
    } else {
      entry.result = result(entry, FilingResult.Outcome.UNCHANGED);
    }
  }

  private static FilingResult.Filed result(Entry entry, FilingResult.Outcome outcome) {
    return new FilingResult.Filed(
        entry.report, outcome, entry.receipt, Assessment.of(entry.report, entry.remarks));
  }

  /** Applies all rules, before anything is written. */
  private void judge(List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    for (Entry entry : entries) {
      entry.submission = reportChecks.examine(Objects.requireNonNull(entry.submission));
    }
    List<List<Finding>> around =
        reportChecks.around(
            entries.stream()
                .map(
                    entry ->
                        entry.context.filed(Objects.requireNonNull(entry.submission), documents))
                .toList());
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      entry.assessment =
          new Assessment(
              Objects.requireNonNull(entry.submission).own(), around.get(i), entry.remarks);
      counter.countFindings(entry.assessment);
      if (entry.handIn) {
        attempt(entry, () -> reportChecks.requireSubmittable(entry.assessment));
      }
    }
  }

  private void write(List<Entry> entries) {
    Instant at = eventRecorder.moment(entries.stream().map(entry -> entry.report).toList());
    Map<Revision.Key, Content> handedIn = new LinkedHashMap<>();
    List<TextSketches.Said> said = new ArrayList<>();
    for (Entry entry : entries) {
      ReportEvent.Act act =
          new ReportEvent.Act(entry.order.permit().rights().author(), entry.order.reason(), at);
      attempt(entry, () -> take(entry, act, handedIn, said));
    }
    List<Entry> taken =
        entries.stream().filter(entry -> entry.result instanceof FilingResult.Filed).toList();
    if (taken.isEmpty()) {
      return;
    }
    List<Report> written = taken.stream().map(entry -> entry.report).toList();
    if (!handedIn.isEmpty()) {
      tallyChanges.note(written, figures.add(handedIn), at);
      textSketches.keep(said);
    }
    eventRecorder.record(written);
    recheck.again(
        taken.stream()
            .map(entry -> entry.context)
            .filter(Objects::nonNull)
            .map(FilingContext::after)
            .filter(Objects::nonNull)
            .toList(),
        at);
  }

  private static void take(
      Entry entry,
      ReportEvent.Act act,
      Map<Revision.Key, Content> handedIn,
      List<TextSketches.Said> said) {
    Report report = entry.report;
    switch (entry.order) {
      case FilingOrder.Step step -> {
        step.action().accept(report, act);
        entry.result = result(entry, FilingResult.Outcome.CHANGED);
      }
      case FilingOrder.File order -> {
        entry.result =
            report.file(
                Objects.requireNonNull(entry.submission),
                entry.revises,
                entry.handIn,
                entry.assessment,
                entry.receipt,
                act);
        if (entry.handIn && (entry.revises || entry.receipt.isEmpty())) {
          Content content = Objects.requireNonNull(entry.submission).content();
          handedIn.put(new Revision.Key(report.id(), report.revision()), content);
          said.add(new TextSketches.Said(report, content, entry.submission.plain()));
        }
      }
    }
  }
}
