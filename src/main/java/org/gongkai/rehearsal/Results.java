package org.gongkai.rehearsal;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.finding.Finding;
import org.gongkai.rule.Rule;

/** Counts everything that rehearsals find, and keeps the first findings of each rule. */
@Singleton
class Results {

  private final ResultStore store;
  private final int most;

  @Inject
  Results(ResultStore store, RehearsalSettings settings) {
    this(store, settings.keptFindings());
  }

  Results(ResultStore store, int most) {
    this.store = store;
    this.most = most;
  }

  /** Writes down which rules the file changes, also those that will change nothing. */
  void begin(long rehearsal, Candidate candidate) {
    store.count(
        rehearsal,
        candidate.changed().stream()
            .map(rule -> new RuleCount(rule.id(), 0, 0, 0, 0, 0))
            .map(count -> of(count, candidate))
            .toList());
  }

  /** Adds what was found in some reports, in the transaction at hand. */
  void add(long rehearsal, Candidate candidate, List<FindingShift.ReportShift> reports) {
    List<RuleCount> counts = RuleCount.of(reports);
    if (counts.isEmpty()) {
      return;
    }
    store.keep(rehearsal, firsts(reports, store.rules(rehearsal)));
    store.count(rehearsal, counts.stream().map(count -> of(count, candidate)).toList());
  }

  /** Whether the store has every finding that a filter asks for. */
  boolean isComplete(List<ResultStore.RuleResult> rules, ResultStore.Filter filter) {
    return rules.stream()
        .map(ResultStore.RuleResult::count)
        .filter(count -> filter.rule() == null || filter.rule().equals(count.rule()))
        .noneMatch(
            count ->
                filter.change() == null
                    ? Math.max(count.appearing(), count.disappearing()) > most
                    : count.of(filter.change()) > most);
  }

  private List<ResultStore.Kept> firsts(
      List<FindingShift.ReportShift> reports, List<ResultStore.RuleResult> before) {
    Map<FindingShift.FindingChange, Map<String, Integer>> known = new HashMap<>();
    for (FindingShift.FindingChange change : FindingShift.FindingChange.values()) {
      Map<String, Integer> counts = new HashMap<>();
      before.forEach(of -> counts.put(of.count().rule(), of.count().of(change)));
      known.put(change, counts);
    }
    List<ResultStore.Kept> kept = new ArrayList<>();
    for (FindingShift.ReportShift report : reports) {
      for (FindingShift.FindingChange change : FindingShift.FindingChange.values()) {
        for (Finding finding : report.of(change)) {
          if (Objects.requireNonNull(known.get(change)).merge(finding.rule(), 1, Integer::sum)
              <= most) {
            kept.add(new ResultStore.Kept(change, report.report(), report.revision(), finding));
          }
        }
      }
    }
    return kept;
  }

  private static ResultStore.RuleResult of(RuleCount count, Candidate candidate) {
    Optional<Rule> rule = candidate.rule(count.rule());
    return new ResultStore.RuleResult(
        count,
        rule.map(Rule::version).orElse(0),
        rule.map(r -> r.severity().code()).orElse("info"));
  }
}
