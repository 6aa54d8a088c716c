package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.check.Findings;
import org.gongkai.form.Content;
import org.gongkai.form.StoredDocumentReader;

/**
 * The reports of the same organ and scope in the years before and after. Rules across years are
 * applied when last year's report is there, and again when it arrives or changes later.
 */
@ApplicationScoped
class AdjacentYears {

  private final ReportRepository reports;
  private final StoredDocumentReader documents;
  private final ReportChecks reportChecks;
  private final TallyChanges tallyChanges;

  AdjacentYears(
      ReportRepository reports,
      StoredDocumentReader documents,
      ReportChecks reportChecks,
      TallyChanges tallyChanges) {
    this.reports = reports;
    this.documents = documents;
    this.reportChecks = reportChecks;
    this.tallyChanges = tallyChanges;
  }

  /** What last year's report says, draft or submitted. */
  Optional<Content> before(Content content) {
    return reports.of(content.organ(), content.year() - 1, content.scope()).map(this::contentOf);
  }

  /** Judges next year's report again, where there is one already. */
  void judgeAfter(Content content, Instant now) {
    reports
        .of(content.organ(), content.year() + 1, content.scope())
        .ifPresent(next -> judge(next, Optional.of(content), contentOf(next), now));
  }

  /** Judges a report again beside others, as it stands. */
  void judgeAgain(Report report, Instant now) {
    Content content = contentOf(report);
    judge(report, before(content), content, now);
  }

  private void judge(Report report, Optional<Content> before, Content content, Instant now) {
    report.judgedAround(
        new Assessment(
            Findings.read(report.findings()),
            reportChecks.around(before, content),
            reports.remarks(report.id())));
    tallyChanges.note(List.of(report), now);
  }

  /** What a report's newest revision says. */
  Content contentOf(Report report) {
    return contentOf(reports.newest(report).document());
  }

  /** What a stored document says. */
  Content contentOf(String document) {
    return documents.read(document);
  }
}
