package org.gongkai.rehearsal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.finding.Finding;

/**
 * What was counted of a rule.
 *
 * @param appearingReports reports in which something appears
 * @param unsubmittable reports in which an error appears
 */
record RuleCount(
    String rule,
    int appearing,
    int appearingReports,
    int disappearing,
    int disappearingReports,
    int unsubmittable) {

  /** Counts what changes for some reports, rule by rule. */
  static List<RuleCount> of(List<FindingShift.ReportShift> reports) {
    Map<String, RuleCount> counts = new HashMap<>();
    for (FindingShift.ReportShift report : reports) {
      report.findings().appearing().forEach(f -> add(counts, f.rule(), 1, 0, 0, 0, 0));
      report.findings().disappearing().forEach(f -> add(counts, f.rule(), 0, 0, 1, 0, 0));
      List<Finding> errors =
          report.findings().appearing().stream().filter(FindingShift.ReportShift::blocks).toList();
      rules(report.findings().appearing()).forEach(r -> add(counts, r, 0, 1, 0, 0, 0));
      rules(report.findings().disappearing()).forEach(r -> add(counts, r, 0, 0, 0, 1, 0));
      rules(errors).forEach(r -> add(counts, r, 0, 0, 0, 0, 1));
    }
    return new ArrayList<>(counts.values());
  }

  int of(FindingShift.FindingChange change) {
    return switch (change) {
      case APPEARING -> appearing;
      case DISAPPEARING -> disappearing;
    };
  }

  private static Set<String> rules(List<Finding> findings) {
    Set<String> rules = new HashSet<>();
    findings.forEach(f -> rules.add(f.rule()));
    return rules;
  }

  private static void add(
      Map<String, RuleCount> counts, String rule, int a, int aReports, int d, int dReports, int u) {
    counts.merge(
        rule,
        new RuleCount(rule, a, aReports, d, dReports, u),
        (one, more) ->
            new RuleCount(
                rule,
                one.appearing + more.appearing,
                one.appearingReports + more.appearingReports,
                one.disappearing + more.disappearing,
                one.disappearingReports + more.disappearingReports,
                one.unsubmittable + more.unsubmittable));
  }
}
