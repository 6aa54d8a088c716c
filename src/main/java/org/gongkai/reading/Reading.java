package org.gongkai.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.access.Access;
import org.gongkai.difference.ContentDiff;
import org.gongkai.difference.DifferenceViews;
import org.gongkai.difference.DifferencesView;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingView;
import org.gongkai.problem.Language;
import org.gongkai.problem.Text;
import org.gongkai.report.Assessment;
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
import org.gongkai.rule.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Shows a report, its revisions, what they changed and what the rules say of it. Readers see a
 * report as it was when it was last published, and nothing of what is worked on since.
 */
@ApplicationScoped
public class Reading {

  static final Text ASOF =
      new Text("查看过去某一时点的报告（asOf）须持密钥。", "Reports of the past (asOf) are for callers with a key.");

  private final ReadableReports readable;
  private final ReportRepository reports;
  private final ReportViews views;
  private final FindingViews findingViews;
  private final ContentDiff diff;
  private final DifferenceViews differenceViews;
  private final Access access;

  Reading(
      ReadableReports readable,
      ReportRepository reports,
      ReportViews views,
      FindingViews findingViews,
      ContentDiff diff,
      DifferenceViews differenceViews,
      Access access) {
    this.readable = readable;
    this.reports = reports;
    this.views = views;
    this.findingViews = findingViews;
    this.diff = diff;
    this.differenceViews = differenceViews;
    this.access = access;
  }

  /**
   * A report by its id.
   *
   * @param asOf the instant as of which it is wanted, or null for now
   */
  @Transactional
  ReportTag.Tagged<ReportView> report(long id, @Nullable Instant asOf, Language language) {
    return whole(readable.report(id), asOf, language);
  }

  @Transactional
  ReportTag.Tagged<ReportView> report(
      FilingContext.Key key, @Nullable Instant asOf, Language language) {
    return whole(readable.report(key), asOf, language);
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
    if (asOf == null && !readable.isForReader()) {
      return new ReportTag.Tagged<>(ReportTag.of(report, language), views.whole(report, language));
    }
    ReportEvent event =
        eventAsOf(report, asOf == null ? report.changedAt() : asOf)
            .orElseThrow(ReportProblems::notFound);
    ReportView past = views.past(report, event, language);
    return new ReportTag.Tagged<>(ReportTag.of(past, event, language), past);
  }

  private Optional<ReportEvent> eventAsOf(Report report, Instant asOf) {
    return readable.isForReader()
        ? reports
            .lastEvent(report.id(), asOf)
            .filter(then -> then.publishedRevision() != null)
            .flatMap(then -> reports.lastEvent(report.id(), ReportEventKind.PUBLISHED, asOf))
        : reports.lastEvent(report.id(), asOf);
  }

  @Transactional
  public ReportTag.Tagged<List<FindingView>> findings(
      long id, @Nullable Severity only, Language language) {
    Report report = readable.report(id);
    Assessment assessment = Assessment.of(report, reports.remarks(report.id()));
    List<Finding> found =
        assessment.all().stream().filter(f -> only == null || f.severity() == only).toList();
    return new ReportTag.Tagged<>(
        ReportTag.of(report, language), findingViews.of(found, assessment.remarks(), language));
  }

  @Transactional
  ReportEventView.Page events(long id, Language language) {
    Report report = readable.report(id);
    return new ReportEventView.Page(
        reports.events(id).stream().map(e -> views.of(e, report, language)).toList());
  }

  @Transactional
  RevisionView.Page revisions(long id) {
    Report report = readable.report(id);
    return new RevisionView.Page(
        reports.revisions(report.id()).stream()
            .map(revision -> RevisionView.inList(revision, views.redacted(revision)))
            .toList());
  }

  @Transactional
  RevisionView revision(long id, int number, Language language) {
    Report report = readable.report(id);
    readable.requireShown(report, number);
    Revision revision = readable.revision(report, number);
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
    Report report = readable.report(id);
    int now = to == 0 ? report.revision() : to;
    int before = from == 0 ? Math.max(1, now - 1) : from;
    return differenceViews.of(
        report.id(),
        before,
        now,
        diff.of(readable.content(report, before), readable.content(report, now)),
        language);
  }

  /** Lets pass who may read the report. */
  @Transactional
  public long readableId(long id) {
    return readable.report(id).id();
  }
}
