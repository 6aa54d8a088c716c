package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.crosscheck.ComparedReport;
import org.gongkai.crosscheck.CrossChecks;
import org.gongkai.crosscheck.RuleBook;
import org.gongkai.finding.Finding;
import org.gongkai.finding.Findings;
import org.gongkai.form.Content;
import org.gongkai.form.StoredDocumentReader;

/** Judges reports that are stored, as they would be judged if filed now. */
@ApplicationScoped
public class Recheck {

  private final FilingContextStore contexts;
  private final CrossChecks crossChecks;
  private final ReportChecks reportChecks;
  private final StoredDocumentReader documents;
  private final ReportRepository reports;
  private final ReportStore store;
  private final TallyChanges tallyChanges;

  Recheck(
      FilingContextStore contexts,
      CrossChecks crossChecks,
      ReportChecks reportChecks,
      StoredDocumentReader documents,
      ReportRepository reports,
      ReportStore store,
      TallyChanges tallyChanges) {
    this.contexts = contexts;
    this.crossChecks = crossChecks;
    this.reportChecks = reportChecks;
    this.documents = documents;
    this.reports = reports;
    this.store = store;
    this.tallyChanges = tallyChanges;
  }

  /**
   * What is found of each report, by itself and beside others, in their order. It belongs in a
   * transaction and writes nothing.
   *
   * @param before last year's reports of the same organs, in the same order
   */
  public List<List<Finding>> judge(
      RuleBook rules, List<Content> some, List<Optional<Content>> before) {
    List<Optional<FilingContext>> found =
        contexts.find(some.stream().map(FilingContext.Key::of).toList(), false);
    List<ComparedReport> compared = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    List<List<Finding>> findings = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      Content content = some.get(i);
      findings.add(new ArrayList<>(rules.own().check(content)));
      if (found.get(i).isPresent()) {
        FilingContext context = found.get(i).get();
        compared.add(context.compared(content, before.get(i), rules.copies().plain(content)));
        places.add(i);
      }
    }
    List<List<Finding>> around = crossChecks.judge(rules, compared);
    for (int i = 0; i < places.size(); i++) {
      findings.get(places.get(i)).addAll(around.get(i));
    }
    return findings;
  }

  /**
   * Judges reports by the rules in force again beside others, as they stand, and writes what
   * changes by that. Their organs are held.
   */
  public void again(Collection<Long> ids, Instant now) {
    if (ids.isEmpty()) {
      return;
    }
    List<Report> some = List.copyOf(reports.byId(ids).values());
    Map<Long, Remarks> remarks = reports.remarks(ids);
    List<Optional<FilingContext>> found =
        contexts.find(some.stream().map(Report::key).toList(), true);
    List<ComparedReport> compared =
        found.stream().flatMap(Optional::stream).map(this::compared).toList();
    List<List<Finding>> around = new ArrayList<>(reportChecks.around(compared));
    for (int i = 0; i < some.size(); i++) {
      Report report = some.get(i);
      report.keepAround(
          new Assessment(
              Findings.read(report.findings().own()),
              found.get(i).isPresent() ? around.removeFirst() : List.of(),
              remarks.getOrDefault(report.id(), Remarks.NONE)));
    }
    store.writeFindings(some);
    tallyChanges.note(some, now);
  }

  private ComparedReport compared(FilingContext context) {
    Content content = documents.read(context.kept().orElseThrow().document());
    return context.compared(content, context.lastYears(documents), reportChecks.plain(content));
  }
}
