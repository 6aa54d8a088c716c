package org.gongkai.crosscheck;

import static org.gongkai.form.Samples.FORMS;
import static org.gongkai.form.Samples.READER;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.check.Reporter;
import org.gongkai.finding.Finding;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.form.Scope;
import org.gongkai.rule.RuleExamples;

/** What every rule says of the examples in the rules' own files. */
public final class Examples {

  private static final RuleBook RULES = new RuleBook(FORMS);

  private Examples() {}

  /** As the service does it, with what it looks up put there by the example. */
  public static List<Finding> found(RuleExamples.Example example) {
    Content report = READER.read(example.report());
    Optional<Content> previous = Optional.ofNullable(example.previous()).map(READER::read);
    List<Content> others =
        example.others() == null ? List.of() : example.others().stream().map(READER::read).toList();
    List<Finding> findings = new ArrayList<>(RULES.own().check(report));
    previous.ifPresent(last -> findings.addAll(RULES.years().check(last, report)));
    previous.ifPresent(last -> findings.addAll(RULES.growth().check(last, report)));
    findings.addAll(
        RULES
            .sole()
            .check(
                report,
                others.stream()
                    .filter(o -> report.scope() != Scope.ORGAN && o.scope() == report.scope())
                    .map(Content::organ)
                    .toList()));
    findings.addAll(copies(report, Stream.concat(previous.stream(), others.stream()).toList()));
    if (example.reporter() != null) {
      RuleExamples.Organ organ = example.reporter();
      Reporter reporter = new Reporter(organ.name(), organ.kind(), organ.level());
      findings.addAll(RULES.reserved().check(report, reporter));
      findings.addAll(
          RULES
              .names()
              .check(
                  report,
                  RULES.names().foreign(report, reporter),
                  List.of(organ.name()),
                  List.of(),
                  example.organs() == null ? List.of() : example.organs()));
      findings.addAll(RULES.peers().check(report, peers(report, others)));
    }
    return findings;
  }

  private static List<Finding> copies(Content report, List<Content> others) {
    List<CopyChecks.Other> shingles = new ArrayList<>();
    for (int i = 0; i < others.size(); i++) {
      Content other = others.get(i);
      shingles.add(
          new CopyChecks.Other(
              i, other.organ(), other.year(), RULES.copies().plain(other).shingles()));
    }
    Map<CopyChecks.Candidate, Content> candidates = new LinkedHashMap<>();
    RULES
        .copies()
        .candidates(report, RULES.copies().plain(report), shingles)
        .forEach(c -> candidates.put(c, others.get((int) c.other().id())));
    return RULES.copies().check(report, candidates);
  }

  private static Map<String, List<BigDecimal>> peers(Content report, List<Content> others) {
    Map<String, List<BigDecimal>> peers = new LinkedHashMap<>();
    for (String path : RULES.peers().largeCells(report)) {
      List<BigDecimal> numbers = new ArrayList<>();
      for (Content other : others) {
        if (other.figures().at(path) instanceof Figure.Stated stated) {
          numbers.add(stated.number());
        }
      }
      peers.put(path, numbers);
    }
    return peers;
  }
}
