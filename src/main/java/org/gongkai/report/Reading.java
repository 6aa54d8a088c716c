package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.gongkai.access.Access;
import org.gongkai.check.Finding;
import org.gongkai.check.FindingView;
import org.gongkai.check.Findings;
import org.gongkai.form.Scope;
import org.gongkai.form.Severity;
import org.gongkai.problem.Language;

/** Shows a report, its revisions and what the rules say of it to those who may read it. */
@ApplicationScoped
class Reading {

  private final ReportRepository reports;
  private final ReportViews views;
  private final FindingViews findingViews;
  private final Access access;

  Reading(ReportRepository reports, ReportViews views, FindingViews findingViews, Access access) {
    this.reports = reports;
    this.views = views;
    this.findingViews = findingViews;
    this.access = access;
  }

  /** A view with the ETag that it has. */
  record Tagged<T>(ReportTag tag, T view) {}

  @Transactional
  Tagged<ReportView> report(long id, Language language) {
    return whole(readable(id), language);
  }

  @Transactional
  Tagged<ReportView> report(String organ, int year, Scope scope, Language language) {
    Report report = reports.of(organ, year, scope).orElse(null);
    return whole(readable(report), language);
  }

  private Tagged<ReportView> whole(Report report, Language language) {
    ReportView view =
        views.of(
            report,
            reports.receipt(report.id(), report.revision()),
            all(report),
            reports.newest(report).document(),
            language);
    return new Tagged<>(ReportTag.of(report, language), view);
  }

  @Transactional
  Tagged<List<FindingView>> findings(long id, Severity only, Language language) {
    Report report = readable(id);
    List<Finding> found =
        all(report).stream().filter(f -> only == null || f.severity() == only).toList();
    return new Tagged<>(ReportTag.of(report, language), findingViews.of(found, language));
  }

  @Transactional
  RevisionView.Page revisions(long id) {
    Report report = readable(id);
    return new RevisionView.Page(
        reports.revisions(report.id()).stream().map(RevisionView::inList).toList());
  }

  @Transactional
  RevisionView revision(long id, int number, Language language) {
    Report report = readable(id);
    Revision revision = reports.revision(report.id(), number).orElseThrow(ReportProblems::notFound);
    return RevisionView.whole(
        revision, findingViews.of(Findings.read(revision.findings()), language));
  }

  @Transactional
  ReceiptView receipt(long id, int number) {
    Report report = readable(id);
    return reports
        .receipt(report.id(), number)
        .map(ReceiptView::of)
        .orElseThrow(ReportProblems::notFound);
  }

  /** A report that the caller may read. */
  Report readable(long id) {
    return readable(reports.findById(id));
  }

  private Report readable(Report report) {
    if (report == null) {
      throw ReportProblems.notFound();
    }
    access.requireReadingReport(report.organ(), report.region(), false);
    return report;
  }

  private static List<Finding> all(Report report) {
    return Judge.all(Findings.read(report.findings()), Findings.read(report.yearFindings()));
  }
}
