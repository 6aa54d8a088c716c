package org.gongkai.redaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.form.Forms;
import org.gongkai.form.MemberNames;
import org.gongkai.form.StoredDocumentReader;
import org.gongkai.journal.Idempotency;
import org.gongkai.platform.Preconditions;
import org.gongkai.problem.Language;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;
import org.gongkai.report.Admissions;
import org.gongkai.report.Assessment;
import org.gongkai.report.EventRecorder;
import org.gongkai.report.Filing;
import org.gongkai.report.Recheck;
import org.gongkai.report.RedactionView;
import org.gongkai.report.Report;
import org.gongkai.report.ReportChecks;
import org.gongkai.report.ReportEvent;
import org.gongkai.report.ReportEventKind;
import org.gongkai.report.ReportRepository;
import org.gongkai.report.ReportTag;
import org.gongkai.report.Revision;
import org.gongkai.report.Submission;
import org.gongkai.report.TextSketches;
import org.jspecify.annotations.Nullable;

/**
 * Masks words, such as names and numbers of people, in all that is kept of a report: every revision
 * with its findings and its sample, what was said of it, findings of other reports that quote it,
 * and answers that are kept for repetitions. It is one transaction, in which the organs of the
 * region are held: none of them can meanwhile file a report with a finding that quotes the words.
 */
@ApplicationScoped
class Redactions {

  /** Members of what events keep; no report has them. */
  private static final Set<String> OF_EVENTS =
      Set.of("due", "reasons", "path", "reason", "finding", "day");

  private final Admissions admissions;
  private final ReportRepository reports;
  private final ErasureStore erasure;
  private final StoredDocumentReader documents;
  private final Forms forms;
  private final ReportChecks checks;
  private final TextSketches sketches;
  private final EventRecorder eventRecorder;
  private final Recheck recheck;
  private final Idempotency answers;
  private final Event<ReportsRedacted> redacted;

  Redactions(
      Admissions admissions,
      ReportRepository reports,
      ErasureStore erasure,
      StoredDocumentReader documents,
      Forms forms,
      ReportChecks checks,
      TextSketches sketches,
      EventRecorder eventRecorder,
      Recheck recheck,
      Idempotency answers,
      Event<ReportsRedacted> redacted) {
    this.admissions = admissions;
    this.reports = reports;
    this.erasure = erasure;
    this.documents = documents;
    this.forms = forms;
    this.checks = checks;
    this.sketches = sketches;
    this.eventRecorder = eventRecorder;
    this.recheck = recheck;
    this.answers = answers;
    this.redacted = redacted;
  }

  /**
   * What is kept of a report in words.
   *
   * @param contents of the revisions, before anything is masked
   */
  private record Kept(
      List<Revision> revisions,
      List<Content> contents,
      List<ReportEvent> events,
      Map<Integer, String> remarks) {}

  /** What it has done, with the ETag that the report has now. */
  @Transactional
  ReportTag.Tagged<RedactionView.Done> redact(
      long id, RedactionForm.Wanted wanted, Preconditions conditions, Language language) {
    Report report = admissions.heldWithNeighbours(id);
    Filing.requireHeld(report, conditions);
    Set<String> names = new HashSet<>(MemberNames.of(forms));
    names.addAll(OF_EVENTS);
    WordMask words = new WordMask(wanted.words(), names);
    Kept kept = kept(id);
    wanted.requireAll(
        wanted.words().stream()
            .map(word -> new WordMask(List.of(word), names))
            .map(word -> stands(word, kept))
            .toList());

    List<Integer> numbers = maskRevisions(report, kept, words);
    maskWhatWasSaid(id, kept, words);
    maskFindings(report, kept, words);
    TreeSet<Long> touched = maskNeighbours(report, new FindingMask(words, kept.contents()));
    touched.add(id);
    ReportEvent.Act act = eventRecorder.act(List.of(report), wanted.reason());
    RedactionView view = record(report, act);
    Report judged = Objects.requireNonNull(tell(touched, wanted, act).get(id));
    return new ReportTag.Tagged<>(
        ReportTag.of(judged, language),
        new RedactionView.Done(id, numbers, erasure.alsoIn(report, words), view));
  }

  private Kept kept(long id) {
    List<Revision> revisions = reports.revisions(id);
    return new Kept(
        revisions,
        revisions.stream().map(v -> documents.read(v.document())).toList(),
        reports.events(id),
        erasure.remarks(id));
  }

  /** Masks the documents, and what texts are found by; says which revisions had the words. */
  private List<Integer> maskRevisions(Report report, Kept kept, WordMask words) {
    List<ErasureStore.Revised> revised = new ArrayList<>();
    for (int i = 0; i < kept.revisions().size(); i++) {
      revised(kept.revisions().get(i), kept.contents().get(i), words).ifPresent(revised::add);
    }
    erasure.write(report.id(), report.events() + 1, revised);
    Content now = documents.read(erasure.document(report.id(), report.revision()));
    sketches.keep(List.of(new TextSketches.Said(report, now, checks.plain(now), true)));
    return revised.stream().map(ErasureStore.Revised::number).toList();
  }

  /** Masks what people said of the report: reasons, and remarks on findings. */
  private void maskWhatWasSaid(long id, Kept kept, WordMask words) {
    erasure.writeEvents(
        id,
        kept.events().stream()
            .map(
                e ->
                    new ErasureStore.Said(
                        e.key().number(),
                        ifAny(e.reason(), words::masked),
                        ifAny(e.detail(), words::maskedJson)))
            .toList());
    Map<Integer, String> remarks = new HashMap<>(kept.remarks());
    remarks.replaceAll((number, text) -> words.masked(text));
    erasure.writeRemarks(id, remarks);
  }

  /** Masks the report's own findings, and lets what was said of them follow. */
  private void maskFindings(Report report, Kept kept, WordMask words) {
    List<FindingMask.Moved> moved = new ArrayList<>();
    FindingMask newest = new FindingMask(words, List.of(kept.contents().getLast()));
    Set<String> found = foundIn(erasure.document(report.id(), report.revision()));
    report.replaceMasked(
        newest.masked(
            report.findings().own(), Redactions::isOwn, f -> found.contains(f.id()), moved),
        newest.masked(report.findings().around(), Redactions::isOwn, f -> true, moved));
    erasure.follow(report.id(), moved);
  }

  /** Writes down that it was done. */
  private RedactionView record(Report report, ReportEvent.Act act) {
    report.recount(Assessment.of(report, reports.remarks(report.id())));
    report.addEvent(ReportEventKind.REDACTED, act, null);
    RedactionView view = RedactionView.of(Objects.requireNonNull(report.newEvent()));
    eventRecorder.record(List.of(report));
    return view;
  }

  /**
   * Tells all who keep something of the reports.
   *
   * @return the reports as they are judged without the words
   */
  private Map<Long, Report> tell(
      Set<Long> touched, RedactionForm.Wanted wanted, ReportEvent.Act act) {
    answers.forget(touched.stream().mapToLong(Long::longValue).toArray());
    redacted.fire(new ReportsRedacted(List.copyOf(touched), wanted.words()));
    return recheck.again(touched, act.at());
  }

  private static boolean stands(WordMask word, Kept kept) {
    return kept.revisions().stream()
            .anyMatch(v -> word.standsIn(v.document()) || word.standsInText(v.reason()))
        || kept.events().stream()
            .anyMatch(e -> word.standsInText(e.reason()) || word.standsIn(e.detail()))
        || kept.remarks().values().stream().anyMatch(word::standsInText);
  }

  /** What the rules in force find in a document alone: a warning of what is masked now is over. */
  private Set<String> foundIn(String document) {
    Submission masked = Submission.read(document, new byte[0], documents.read(document));
    return checks.examine(masked).own().stream().map(Finding::id).collect(Collectors.toSet());
  }

  /** Empty where nothing of it is masked. */
  private Optional<ErasureStore.Revised> revised(
      Revision revision, Content before, WordMask words) {
    String document = words.maskedJson(revision.document());
    String reason = ifAny(revision.reason(), words::masked);
    FindingMask mask = new FindingMask(words, List.of(before));
    String findings =
        mask.masked(revision.findings(), Redactions::isOwn, f -> true, new ArrayList<>());
    if (document.equals(revision.document())
        && Objects.equals(reason, revision.reason())
        && findings.equals(revision.findings())) {
      return Optional.empty();
    }
    Content now = read(document);
    requireSameFigures(before, now);
    return Optional.of(
        new ErasureStore.Revised(
            revision.key().number(),
            document,
            checks.plain(now).shingles().kept(),
            findings,
            reason));
  }

  private static @Nullable String ifAny(@Nullable String text, UnaryOperator<String> mask) {
    return text == null ? null : mask.apply(text);
  }

  private Content read(String document) {
    try {
      return documents.read(document);
    } catch (ProblemException e) {
      throw figuresChanged(e);
    }
  }

  /** A word that is part of what is counted is no word of a text. */
  private static void requireSameFigures(Content before, Content now) {
    boolean same =
        before.organ().equals(now.organ())
            && before.editions().equals(now.editions())
            && before.statedUnits().equals(now.statedUnits())
            && before.nil().equals(now.nil())
            && before.publications().size() == now.publications().size()
            && before.figures().byPath().keySet().equals(now.figures().byPath().keySet());
    if (!same) {
      throw figuresChanged(null);
    }
    before
        .figures()
        .forEach(
            (path, figure) -> {
              Figure other = now.figures().at(path);
              boolean words =
                  figure instanceof Figure.Malformed && other instanceof Figure.Malformed;
              if (!words && !figure.equals(other)) {
                throw figuresChanged(null);
              }
            });
    for (int i = 0; i < before.publications().size(); i++) {
      if (!before.publications().get(i).count().equals(now.publications().get(i).count())) {
        throw figuresChanged(null);
      }
    }
  }

  private static ProblemException figuresChanged(@Nullable ProblemException cause) {
    ProblemException problem =
        ProblemException.invalid(
            Violation.at(
                "/words",
                "遮盖后数据或代码会改变；只能遮盖文字。",
                "Figures or codes would change; only words can be masked."));
    if (cause != null) {
      problem.addSuppressed(cause);
    }
    return problem;
  }

  private static boolean isOwn(CellState cell) {
    return cell.year() == null && cell.organ() == null;
  }

  /** Masks what other reports' findings quote, and says which reports these are. */
  private TreeSet<Long> maskNeighbours(Report report, FindingMask mask) {
    TreeSet<Long> touched = new TreeSet<>();
    List<ErasureStore.Judged> masked = new ArrayList<>();
    for (ErasureStore.Judged judged : erasure.neighbours(report)) {
      Predicate<CellState> isOurs =
          cell ->
              Objects.equals(cell.year(), report.year())
                  && (cell.organ() == null
                      ? judged.organ().equals(report.organ())
                      : cell.organ().equals(report.organ()));
      List<FindingMask.Moved> moved = new ArrayList<>();
      String now = mask.masked(judged.findings(), isOurs, f -> true, moved);
      if (!now.equals(judged.findings())) {
        masked.add(judged.with(now));
        touched.add(judged.report());
        if (judged.isNow()) {
          erasure.follow(judged.report(), moved);
        }
      }
    }
    erasure.writeJudged(masked);
    return touched;
  }
}
