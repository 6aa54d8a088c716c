package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import org.gongkai.difference.Comparison;
import org.gongkai.difference.DifferenceViews;
import org.gongkai.difference.DifferencesView;
import org.gongkai.form.Content;
import org.gongkai.form.StoredDocumentReader;
import org.gongkai.problem.Language;

/** Shows the revisions of a report beside each other, and each to the letter. */
@ApplicationScoped
class Comparing {

  private final Reading reading;
  private final ReportRepository reports;
  private final StoredDocumentReader documents;
  private final Comparison comparison;
  private final DifferenceViews views;

  Comparing(
      Reading reading,
      ReportRepository reports,
      StoredDocumentReader documents,
      Comparison comparison,
      DifferenceViews views) {
    this.reading = reading;
    this.reports = reports;
    this.documents = documents;
    this.comparison = comparison;
    this.views = views;
  }

  /**
   * Compares two revisions, in either direction.
   *
   * @param from 0 for the one before {@code to}; the first has none before it and equals itself
   * @param to 0 for the newest
   */
  @Transactional
  DifferencesView differences(long id, int from, int to, Language language) {
    Report report = reading.readable(id);
    int now = to == 0 ? report.revision() : to;
    int before = from == 0 ? Math.max(1, now - 1) : from;
    return views.of(
        report.id(),
        before,
        now,
        comparison.of(content(report, before), content(report, now)),
        language);
  }

  /** What was sent, in UTF-8. */
  @Transactional
  byte[] document(long id, int number) {
    return revision(reading.readable(id), number).document().getBytes(StandardCharsets.UTF_8);
  }

  private Content content(Report report, int number) {
    return documents.read(revision(report, number).document());
  }

  private Revision revision(Report report, int number) {
    return reports.revision(report.id(), number).orElseThrow(ReportProblems::notFound);
  }
}
