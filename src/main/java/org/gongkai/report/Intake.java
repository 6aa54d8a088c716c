package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.check.Finding;
import org.gongkai.form.Content;
import org.gongkai.form.StoredDocumentReader;
import org.gongkai.problem.ProblemException;
import org.gongkai.receipt.Receipt;

/**
 * The one way that reports are filed: the first time, corrected, handed in; any number in a
 * constant number of statements. No two of them are of one organ: the second would have to see the
 * first. What breaks a rule is refused before anything is written, whatever becomes of the others.
 */
@ApplicationScoped
class Intake {

  private final ReportRepository reports;
  private final StoredDocumentReader documents;
  private final Eligibility eligibility;
  private final ReportChecks reportChecks;
  private final Recheck recheck;
  private final FigureStore figures;
  private final TextSketches textSketches;
  private final TallyChanges tallyChanges;
  private final EventRecorder eventRecorder;

  Intake(
      ReportRepository reports,
      StoredDocumentReader documents,
      Eligibility eligibility,
      ReportChecks reportChecks,
      Recheck recheck,
      FigureStore figures,
      TextSketches textSketches,
      TallyChanges tallyChanges,
      EventRecorder eventRecorder) {
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

  /**
   * What is to be done with each report.
   *
   * @param wanted the state to be in afterwards; null: as it is, and the first time submitted
   * @param reason what corrections are for, or null
   * @param precondition refuses a report that is not as the caller believes it to be
   */
  record Order(FilingState wanted, String reason, Consumer<Report> precondition) {}

  /** A report on its way in; it is settled as soon as it has a result. */
  private static final class Entry {

    private final FilingContext context;
    private Submission submission;
    private Report report;
    private Optional<Receipt> receipt = Optional.empty();
    private Remarks remarks = Remarks.NONE;
    private boolean revises;
    private boolean handIn;
    private Assessment assessment;
    private FilingResult result;

    private Entry(Submission submission, FilingContext context) {
      this.submission = submission;
      this.context = context;
    }
  }

  /** Files reports of locked organs, and returns the result of each in their order. */
  List<FilingResult> file(
      List<Submission> some, List<Admissions.Admission> admissions, Order order) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      entries.add(entry(some.get(i), admissions.get(i)));
    }
    load(open(entries));
    for (Entry entry : open(entries)) {
      attempt(entry, () -> decide(entry, order));
    }
    judge(open(entries));
    write(open(entries), order.reason());
    return entries.stream().map(entry -> entry.result).toList();
  }

  private static Entry entry(Submission submission, Admissions.Admission admission) {
    return switch (admission) {
      case FilingContext context -> new Entry(submission, context);
      case FilingResult.Refused refused -> {
        Entry entry = new Entry(submission, null);
        entry.result = refused;
        yield entry;
      }
    };
  }

  private static List<Entry> open(List<Entry> entries) {
    return entries.stream().filter(entry -> entry.result == null).toList();
  }

  private static void attempt(Entry entry, Runnable step) {
    try {
      step.run();
    } catch (ProblemException e) {
      entry.result = new FilingResult.Refused(e, entry.context.region());
    }
  }

  private void load(List<Entry> entries) {
    List<Long> ids =
        entries.stream().map(entry -> entry.context.report()).filter(Objects::nonNull).toList();
    Map<Long, Report> known = reports.byId(ids);
    Map<Long, Receipt> receipts = reports.receipts(known.values());
    Map<Long, Remarks> remarks = reports.remarks(ids);
    for (Entry entry : entries) {
      Long id = entry.context.report();
      if (id == null) {
        entry.report = Report.open(entry.context);
      } else {
        entry.report = known.get(id);
        entry.receipt = Optional.ofNullable(receipts.get(id));
        entry.remarks = remarks.getOrDefault(id, Remarks.NONE);
      }
    }
  }

  /** Decides what is to be done; where nothing is, the entry is settled. */
  private void decide(Entry entry, Order order) {
    Report report = entry.report;
    order.precondition().accept(report);
    entry.handIn = report.isHandedInBy(order.wanted());
    entry.revises =
        report.isNew() || !entry.submission.saysTheSameAs(entry.context.document(), documents);
    if (entry.revises && entry.context.wasRedacted(entry.submission)) {
      throw ReportProblems.redacted(report.state());
    }
    if (!entry.revises) {
      entry.submission = entry.submission.keptAs(entry.context, documents);
    }
    if (entry.revises || entry.handIn && report.state().isOpen()) {
      eligibility.require(entry.submission.content(), entry.context, entry.handIn);
    } else {
      Assessment assessment = Assessment.of(report, entry.remarks);
      entry.result =
          new FilingResult.Filed(report, FilingResult.Outcome.UNCHANGED, entry.receipt, assessment);
    }
  }

  /** Applies all rules, before anything is written. */
  private void judge(List<Entry> entries) {
    for (Entry entry : entries) {
      entry.submission = reportChecks.examine(entry.submission);
    }
    List<List<Finding>> around =
        reportChecks.around(
            entries.stream()
                .map(entry -> entry.context.filed(entry.submission, documents))
                .toList());
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      entry.assessment = new Assessment(entry.submission.own(), around.get(i), entry.remarks);
      if (entry.handIn) {
        attempt(entry, () -> reportChecks.requireSubmittable(entry.assessment));
      }
    }
  }

  private void write(List<Entry> entries, String reason) {
    if (entries.isEmpty()) {
      return;
    }
    List<Report> written = entries.stream().map(entry -> entry.report).toList();
    ReportEvent.Act act = eventRecorder.act(written, reason);
    Map<Revision.Key, Content> handedIn = new LinkedHashMap<>();
    List<TextSketches.Said> said = new ArrayList<>();
    for (Entry entry : entries) {
      Report report = entry.report;
      entry.result =
          report.file(
              entry.submission, entry.revises, entry.handIn, entry.assessment, entry.receipt, act);
      if (entry.handIn && (entry.revises || entry.receipt.isEmpty())) {
        Content content = entry.submission.content();
        handedIn.put(new Revision.Key(report.id(), report.revision()), content);
        said.add(new TextSketches.Said(report, content, entry.submission.plain()));
      }
    }
    if (!handedIn.isEmpty()) {
      tallyChanges.note(written, figures.add(handedIn), act.at());
      textSketches.keep(said);
    }
    eventRecorder.record(written);
    recheck.again(
        entries.stream().map(entry -> entry.context.after()).filter(Objects::nonNull).toList(),
        act.at());
  }
}
