package org.gongkai.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.access.Access;
import org.gongkai.access.Role;
import org.gongkai.form.Content;
import org.gongkai.form.StoredDocumentReader;
import org.gongkai.report.FilingContext;
import org.gongkai.report.Report;
import org.gongkai.report.ReportProblems;
import org.gongkai.report.ReportRepository;
import org.gongkai.report.ResponsibleOffice;
import org.gongkai.report.Revision;

/**
 * The reports and revisions that the caller may read; what else there is does not exist for it, or
 * is not for it.
 */
@ApplicationScoped
class ReadableReports {

  private final ReportRepository reports;
  private final StoredDocumentReader documents;
  private final Access access;
  private final ResponsibleOffice office;

  ReadableReports(
      ReportRepository reports,
      StoredDocumentReader documents,
      Access access,
      ResponsibleOffice office) {
    this.reports = reports;
    this.documents = documents;
    this.access = access;
    this.office = office;
  }

  /** A report that the caller may read. */
  Report report(long id) {
    return readable(reports.byId(id));
  }

  Report report(FilingContext.Key key) {
    return readable(reports.of(key.organ(), key.year(), key.scope()));
  }

  private Report readable(Optional<Report> found) {
    // where the public reads, what is not published is not there: not even whether it was filed
    Report report =
        found
            .filter(there -> !access.isPublic() || wasPublic(there))
            .orElseThrow(ReportProblems::notFound);
    access.noteReport(report.id());
    access.requireReadingReport(report.organ(), office.of(report), wasPublic(report));
    if (isForReader() && report.isHidden()) {
      throw ReportProblems.hidden(reports.hiding(report.id(), report.changedAt()).orElseThrow());
    }
    return report;
  }

  private static boolean wasPublic(Report report) {
    return report.isPublic() || report.isHidden();
  }

  /** Whether the caller sees nothing but what is published. */
  boolean isForReader() {
    return access.current().role() == Role.READER;
  }

  /** Of the revisions, readers see the published one. */
  void requireShown(Report report, int number) {
    if (isForReader() && !Objects.equals(report.publishedRevision(), number)) {
      throw ReportProblems.notFound();
    }
  }

  Revision revision(Report report, int number) {
    return reports.revision(report.id(), number).orElseThrow(ReportProblems::notFound);
  }

  Content content(Report report, int number) {
    return documents.read(revision(report, number).document());
  }
}
