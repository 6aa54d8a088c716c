package org.gongkai.reading;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.access.Access;
import org.gongkai.access.Role;
import org.gongkai.check.Finding;
import org.gongkai.check.FindingView;
import org.gongkai.difference.Comparison;
import org.gongkai.difference.DifferenceViews;
import org.gongkai.difference.DifferencesView;
import org.gongkai.form.Content;
import org.gongkai.form.Severity;
import org.gongkai.form.StoredDocumentReader;
import org.gongkai.platform.StrictJson;
import org.gongkai.problem.Language;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Text;
import org.gongkai.receipt.ReceiptView;
import org.gongkai.report.Assessment;
import org.gongkai.report.Charge;
import org.gongkai.report.Editions;
import org.gongkai.report.FilingContext;
import org.gongkai.report.FindingViews;
import org.gongkai.report.Report;
import org.gongkai.report.ReportEvent;
import org.gongkai.report.ReportEventKind;
import org.gongkai.report.ReportEventView;
import org.gongkai.report.ReportProblems;
import org.gongkai.report.ReportRepository;
import org.gongkai.report.ReportTag;
import org.gongkai.report.ReportView;
import org.gongkai.report.ReportViews;
import org.gongkai.report.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Shows a report, its revisions, what they changed and what the rules say of it to those who may
 * read it. Readers see a report as it was when it was last published, and nothing of what is worked
 * on since.
 */
@ApplicationScoped
public class Reading {

  static final Text ASOF =
      new Text("查看过去某一时点的报告（asOf）须持密钥。", "Reports of the past (asOf) are for callers with a key.");

  private final ReportRepository reports;
  private final ReportViews views;
  private final FindingViews findingViews;
  private final StoredDocumentReader documents;
  private final Comparison comparison;
  private final DifferenceViews differenceViews;
  private final Access access;
  private final Charge charge;
  private final StrictJson json;

  Reading(
      ReportRepository reports,
      ReportViews views,
      FindingViews findingViews,
      StoredDocumentReader documents,
      Comparison comparison,
      DifferenceViews differenceViews,
      Access access,
      Charge charge,
      StrictJson json) {
    this.json = json;
    this.reports = reports;
    this.views = views;
    this.findingViews = findingViews;
    this.documents = documents;
    this.comparison = comparison;
    this.differenceViews = differenceViews;
    this.access = access;
    this.charge = charge;
  }

  /**
   * A report by its id.
   *
   * @param asOf the instant as of which it is wanted, or null for now
   */
  @Transactional
  ReportTag.Tagged<ReportView> report(long id, @Nullable Instant asOf, Language language) {
    return whole(readable(reports.findById(id)), asOf, language);
  }

  @Transactional
  ReportTag.Tagged<ReportView> report(
      FilingContext.Key key, @Nullable Instant asOf, Language language) {
    return whole(
        readable(reports.of(key.organ(), key.year(), key.scope()).orElse(null)), asOf, language);
  }

  private ReportTag.Tagged<ReportView> whole(
      Report report, @Nullable Instant asOf, Language language) {
    if (asOf != null) {
      access.requireKey(ASOF.zh(), ASOF.en());
    }
    ReportTag.Tagged<ReportView> found = found(report, asOf, language);
    return access.isPublic()
        ? new ReportTag.Tagged<>(found.tag().ofThePublic(), found.view().forThePublic())
        : found;
  }

  private ReportTag.Tagged<ReportView> found(
      Report report, @Nullable Instant asOf, Language language) {
    if (asOf == null && !isForReader()) {
      return new ReportTag.Tagged<>(ReportTag.of(report, language), views.whole(report, language));
    }
    ReportEvent event =
        eventAsOf(report, asOf == null ? report.changedAt() : asOf)
            .orElseThrow(ReportProblems::notFound);
    ReportView past = views.past(report, event, language);
    return new ReportTag.Tagged<>(ReportTag.of(past, event, language), past);
  }

  private Optional<ReportEvent> eventAsOf(Report report, Instant asOf) {
    return isForReader()
        ? reports
            .lastEvent(report.id(), asOf)
            .filter(then -> then.publishedRevision() != null)
            .flatMap(then -> reports.lastEvent(report.id(), ReportEventKind.PUBLISHED, asOf))
        : reports.lastEvent(report.id(), asOf);
  }

  @Transactional
  public ReportTag.Tagged<List<FindingView>> findings(
      long id, @Nullable Severity only, Language language) {
    Report report = readable(reports.findById(id));
    Assessment assessment = Assessment.of(report, reports.remarks(report.id()));
    List<Finding> found =
        assessment.all().stream().filter(f -> only == null || f.severity() == only).toList();
    return new ReportTag.Tagged<>(
        ReportTag.of(report, language), findingViews.of(found, assessment.remarks(), language));
  }

  @Transactional
  ReportEventView.Page events(long id, Language language) {
    Report report = readable(reports.findById(id));
    return new ReportEventView.Page(
        reports.events(id).stream().map(e -> views.of(e, report, language)).toList());
  }

  @Transactional
  RevisionView.Page revisions(long id) {
    Report report = readable(reports.findById(id));
    return new RevisionView.Page(
        reports.revisions(report.id()).stream()
            .map(revision -> RevisionView.inList(revision, views.redacted(revision)))
            .toList());
  }

  @Transactional
  RevisionView revision(long id, int number, Language language) {
    Report report = readable(reports.findById(id));
    requireShown(report, number);
    Revision revision = revision(report, number);
    return RevisionView.whole(
        revision,
        views.redacted(revision),
        findingViews.of(revision.judgedThen(), reports.remarks(report.id()), language));
  }

  /**
   * Compares two revisions, in either direction.
   *
   * @param from 0 for the one before {@code to}; the first has none before it and equals itself
   * @param to 0 for the newest
   */
  @Transactional
  DifferencesView differences(long id, int from, int to, Language language) {
    Report report = readable(id);
    int now = to == 0 ? report.revision() : to;
    int before = from == 0 ? Math.max(1, now - 1) : from;
    return differenceViews.of(
        report.id(),
        before,
        now,
        comparison.of(content(report, before), content(report, now)),
        language);
  }

  /**
   * What a correction changed.
   *
   * @param report the revision that it made
   * @param changes a sentence for each difference, in Chinese
   * @param reason as its author says, or empty
   */
  public record Corrected(
      ReportPrinter.Printable report, List<String> changes, String reason, Instant writtenAt) {}

  /**
   * What a correction changed, to be made public.
   *
   * @param from 0 for the one before {@code to}
   * @param to 0 for the newest
   */
  @Transactional
  public Corrected corrected(long id, int from, int to) {
    DifferencesView found = differences(id, from, to, Language.ZH);
    Revision revision = revision(readable(id), found.to());
    return new Corrected(
        printable(id, found.to()),
        found.sentences(),
        revision.reason() == null ? "" : revision.reason(),
        revision.madeAt());
  }

  /** A report as it is shown to the caller, to be printed. */
  ReportPrinter.Printable printable(ReportView report) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    content.put("organ", report.organ()).put("year", report.year());
    content.put("scope", report.scope().code());
    ObjectNode editions = content.putObject("editions");
    report.editions().forEach(editions::put);
    content.setAll(report.document());
    return new ReportPrinter.Printable(
        report.id(), report.revision(), content, null, report.receipt());
  }

  /**
   * A revision, to be printed.
   *
   * @param asked its number; 0 for the newest that the caller may read
   */
  @Transactional
  public ReportPrinter.Printable printable(long id, int asked) {
    Report report = readable(id);
    Integer published = isForReader() ? report.publishedRevision() : null;
    int newest = published == null ? report.revision() : published;
    int number = asked == 0 ? newest : asked;
    requireShown(report, number);
    Revision revision = revision(report, number);
    ObjectNode content = (ObjectNode) json.read(revision.document());
    ObjectNode editions = content.putObject("editions");
    Editions.read(revision.editions()).forEach(editions::put);
    return new ReportPrinter.Printable(
        report.id(),
        number,
        content,
        revision.madeAt(),
        reports.receipt(report.id(), number).map(ReceiptView::of).orElse(null));
  }

  /** Of the revisions, readers see the published one. */
  private void requireShown(Report report, int number) {
    if (isForReader() && !Objects.equals(report.publishedRevision(), number)) {
      throw ReportProblems.notFound();
    }
  }

  /** What was sent, in UTF-8. */
  @Transactional
  byte[] document(long id, int number) {
    return revision(readable(id), number).document().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A revision as it is stored.
   *
   * @param report its report
   * @param document to the letter
   */
  public record Stored(long report, int number, String document) {}

  /**
   * A revision of a report that the caller may read.
   *
   * @param number 0 for the one that is published
   * @throws org.gongkai.problem.ProblemException {@code state-conflict} where that is none
   */
  @Transactional
  public Stored stored(long id, int number) {
    Report report = readable(id);
    if (number == 0 && report.publishedRevision() == null) {
      throw ProblemException.of(
              ProblemType.STATE_CONFLICT,
              "报告没有正在公布的内容；请用 revision 指明所核对的修订。",
              "Nothing of the report is public; say by its number which revision is meant.")
          .with("state", language -> report.state().code());
    }
    int wanted = number == 0 ? Objects.requireNonNull(report.publishedRevision()) : number;
    return new Stored(report.id(), wanted, revision(report, wanted).document());
  }

  /** The newest revision of a report; empty where there is none that the caller may file. */
  @Transactional
  public Optional<Stored> newest(FilingContext.Key key) {
    return reports
        .of(key.organ(), key.year(), key.scope())
        .filter(report -> access.mayFile(report.organ(), charge.of(report)))
        .map(
            report ->
                new Stored(
                    report.id(),
                    report.revision(),
                    revision(report, report.revision()).document()));
  }

  private Content content(Report report, int number) {
    return documents.read(revision(report, number).document());
  }

  private Revision revision(Report report, int number) {
    return reports.revision(report.id(), number).orElseThrow(ReportProblems::notFound);
  }

  /** Lets pass who may read the report. */
  @Transactional
  public long readableId(long id) {
    return readable(id).id();
  }

  /** A report that the caller may read. */
  Report readable(long id) {
    return readable(reports.findById(id));
  }

  private Report readable(@Nullable Report report) {
    // where the public reads, what is not published is not there: not even whether it was filed
    if (report == null || access.isPublic() && !wasPublic(report)) {
      throw ReportProblems.notFound();
    }
    access.noteReport(report.id());
    access.requireReadingReport(report.organ(), charge.of(report), wasPublic(report));
    if (isForReader() && report.isHidden()) {
      throw ReportProblems.hidden(reports.hiding(report.id(), report.changedAt()).orElseThrow());
    }
    return report;
  }

  private static boolean wasPublic(Report report) {
    return report.isPublic() || report.isHidden();
  }

  private boolean isForReader() {
    return access.current().role() == Role.READER;
  }
}
