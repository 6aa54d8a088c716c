package org.gongkai.crosscheck;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.CellPath;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.rule.Rule;

/**
 * Asks history and peers about numbers that stand out: a jump that they explain is none, and a
 * first report has only peers to be compared with.
 */
@Singleton
class Outliers {

  private final OtherReportStore others;
  private final PeerStore peers;

  Outliers(OtherReportStore others, PeerStore peers) {
    this.others = others;
    this.peers = peers;
  }

  private record Jump(int report, Finding finding, Rule.Jump rule) {}

  private record Large(int report, String path) {}

  /** Takes jumps away that are none, and adds what is far from its peers. */
  void settle(RuleBook rules, List<ComparedReport> reports, List<List<Finding>> findings) {
    removeUsual(rules, reports, findings);
    addUnlikePeers(rules, reports, findings);
  }

  private void removeUsual(
      RuleBook rules, List<ComparedReport> reports, List<List<Finding>> findings) {
    List<Jump> jumps = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      for (Finding finding : findings.get(i)) {
        if (finding.kind() == FindingKind.JUMP) {
          jumps.add(new Jump(i, finding, rule(rules, finding)));
        }
      }
    }
    if (jumps.isEmpty()) {
      return;
    }
    List<Jump> left = removeUsualInYears(jumps, reports, findings);
    List<List<Jumps.Growth>> growths =
        peers.growths(
            left.stream()
                .map(j -> wanted(rules, reports.get(j.report()), j.finding().place()))
                .toList());
    for (int i = 0; i < left.size(); i++) {
      Jump jump = left.get(i);
      if (Jumps.isUsualAmongPeers(jump.rule(), jump.finding(), growths.get(i))) {
        findings.get(jump.report()).remove(jump.finding());
      }
    }
  }

  /** The organ's own years cost less to ask than those of a hundred others; the rest is left. */
  private List<Jump> removeUsualInYears(
      List<Jump> jumps, List<ComparedReport> reports, List<List<Finding>> findings) {
    Map<Integer, List<Content>> earlier = earlier(jumps, reports);
    List<Jump> left = new ArrayList<>();
    for (Jump jump : jumps) {
      List<BigDecimal> years =
          stated(
              Objects.requireNonNull(earlier.get(jump.report())),
              reports.get(jump.report()),
              jump.finding().place());
      if (Jumps.isUsualInYears(jump.rule(), jump.finding(), years)) {
        findings.get(jump.report()).remove(jump.finding());
      } else {
        left.add(jump);
      }
    }
    return left;
  }

  private static Rule.Jump rule(RuleBook rules, Finding finding) {
    return rules.forms().known(finding.edition()).rules(Rule.Jump.class).stream()
        .filter(rule -> rule.id().equals(finding.rule()))
        .findFirst()
        .orElseThrow();
  }

  private Map<Integer, List<Content>> earlier(List<Jump> jumps, List<ComparedReport> reports) {
    List<Integer> places = jumps.stream().map(Jump::report).distinct().toList();
    List<List<Content>> found =
        others.earlier(places.stream().map(place -> reports.get(place).content()).toList());
    Map<Integer, List<Content>> earlier = new HashMap<>();
    for (int i = 0; i < places.size(); i++) {
      earlier.put(places.get(i), found.get(i));
    }
    return earlier;
  }

  /** In the same unit, where a report states that itself. */
  private static List<BigDecimal> stated(
      List<Content> earlier, ComparedReport report, String path) {
    List<BigDecimal> numbers = new ArrayList<>();
    for (Content content : earlier) {
      if (content.figures().at(path) instanceof Figure.Stated stated
          && content.summand(path).equals(report.content().summand(path))) {
        numbers.add(stated.number());
      }
    }
    return numbers;
  }

  private static PeerStore.Wanted wanted(RuleBook rules, ComparedReport report, String path) {
    String section = CellPath.section(path);
    String edition = report.content().editions().get(section);
    return new PeerStore.Wanted(
        report, rules.leaves().of(edition, path).stream().map(report.content()::summand).toList());
  }

  private void addUnlikePeers(
      RuleBook rules, List<ComparedReport> reports, List<List<Finding>> findings) {
    List<Large> large = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      if (reports.get(i).before().isEmpty()) {
        for (String path : rules.peers().largeCells(reports.get(i).content())) {
          large.add(new Large(i, path));
        }
      }
    }
    if (large.isEmpty()) {
      return;
    }
    List<List<BigDecimal>> numbers =
        peers.numbers(
            large.stream().map(l -> wanted(rules, reports.get(l.report()), l.path())).toList());
    Map<Integer, Map<String, List<BigDecimal>>> byReport = new LinkedHashMap<>();
    for (int i = 0; i < large.size(); i++) {
      byReport
          .computeIfAbsent(large.get(i).report(), r -> new LinkedHashMap<>())
          .put(large.get(i).path(), numbers.get(i));
    }
    byReport.forEach(
        (report, of) ->
            findings.get(report).addAll(rules.peers().check(reports.get(report).content(), of)));
  }
}
