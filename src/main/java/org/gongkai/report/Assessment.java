package org.gongkai.report;

import java.util.List;
import java.util.stream.Stream;
import org.gongkai.finding.Finding;
import org.gongkai.finding.Findings;
import org.gongkai.rule.Severity;

/**
 * What the rules say of a report, and what people say of that.
 *
 * @param own findings in the report alone
 * @param around findings against the registry, and other reports of the organ and of others
 */
public record Assessment(List<Finding> own, List<Finding> around, Remarks remarks) {

  public static Assessment of(Report report, Remarks remarks) {
    KeptFindings kept = report.findings();
    return new Assessment(Findings.read(kept.own()), Findings.read(kept.around()), remarks);
  }

  /** Of a report that is not kept, or not yet. */
  static Assessment of(List<Finding> own, List<Finding> around) {
    return new Assessment(own, around, Remarks.NONE);
  }

  public List<Finding> all() {
    return Stream.concat(own.stream(), around.stream()).toList();
  }

  /** Warnings that nobody has explained. */
  public int unexplained() {
    return (int)
        all().stream()
            .filter(f -> f.severity() == Severity.WARNING)
            .filter(f -> !remarks.has(Remark.RemarkKind.EXPLANATION, f))
            .count();
  }

  FindingCounts counts() {
    long waived = errors().filter(f -> remarks.has(Remark.RemarkKind.WAIVER, f)).count();
    return new FindingCounts(unexplained(), (int) waived);
  }

  /** Whether every broken hard rule is waived. */
  boolean isSubmittable() {
    return errors().allMatch(f -> remarks.has(Remark.RemarkKind.WAIVER, f));
  }

  private Stream<Finding> errors() {
    return all().stream().filter(f -> f.severity() == Severity.ERROR);
  }
}
