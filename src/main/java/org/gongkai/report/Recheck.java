package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
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
  private final FiledReportStore filed;
  private final ReportStore store;
  private final TallyChanges tallyChanges;

  Recheck(
      FilingContextStore contexts,
      CrossChecks crossChecks,
      ReportChecks reportChecks,
      StoredDocumentReader documents,
      FiledReportStore filed,
      ReportStore store,
      TallyChanges tallyChanges) {
    this.contexts = contexts;
    this.crossChecks = crossChecks;
    this.reportChecks = reportChecks;
    this.documents = documents;
    this.filed = filed;
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
   *
   * @return the reports as they stand now
   */
  public Map<Long, Report> again(Collection<Long> ids, Instant now) {
    return again(
        ids,
        now,
        keys -> contexts.find(keys, true),
        (report, context) -> context.lastYears(documents));
  }

  /**
   * The same where what they are held against has just been written, and is not read again.
   *
   * @param before by id of the report what the organ states of the year before
   */
  void againAfter(Map<Long, Content> before, Instant now) {
    again(
        before.keySet(),
        now,
        contexts::findBesideKnown,
        (report, context) -> Optional.ofNullable(before.get(report.id())));
  }

  private Map<Long, Report> again(
      Collection<Long> ids,
      Instant now,
      Function<List<FilingContext.Key>, List<Optional<FilingContext>>> find,
      BiFunction<Report, FilingContext, Optional<Content>> lastYears) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    List<FiledReportStore.Filed> some = List.copyOf(filed.load(ids).values());
    List<Report> reports = some.stream().map(FiledReportStore.Filed::report).toList();
    List<Optional<FilingContext>> found = find.apply(reports.stream().map(Report::key).toList());
    List<ComparedReport> compared = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      if (found.get(i).isPresent()) {
        FilingContext context = found.get(i).get();
        compared.add(compared(context, lastYears.apply(reports.get(i), context)));
      }
    }
    List<List<Finding>> around = new ArrayList<>(reportChecks.around(compared));
    for (int i = 0; i < reports.size(); i++) {
      Report report = reports.get(i);
      report.keepAround(
          new Assessment(
              Findings.read(report.findings().own()),
              found.get(i).isPresent() ? around.removeFirst() : List.of(),
              some.get(i).remarks()));
    }
    store.writeFindings(reports);
    tallyChanges.note(reports, now);
    return reports.stream().collect(Collectors.toMap(Report::id, Function.identity()));
  }

  private ComparedReport compared(FilingContext context, Optional<Content> last) {
    Content content = documents.read(context.kept().orElseThrow().document());
    return context.compared(content, last, reportChecks.plain(content));
  }
}
