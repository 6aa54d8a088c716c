package org.gongkai.rehearsal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.problem.WireCode;
import org.gongkai.rule.Severity;

/** The difference between the findings of two sets of rules for the same report. */
record FindingShift(List<Finding> appearing, List<Finding> disappearing) {

  /** Without the rule's version: a finding that a changed rule repeats is no difference. */
  private record Key(String rule, String place, FindingKind kind) {
    static Key of(Finding finding) {
      return new Key(finding.rule(), finding.place(), finding.kind());
    }
  }

  static FindingShift of(List<Finding> inForce, List<Finding> candidate) {
    Map<Key, Deque<Finding>> unmatched = new HashMap<>();
    inForce.forEach(f -> unmatched.computeIfAbsent(Key.of(f), k -> new ArrayDeque<>()).add(f));
    List<Finding> appearing = new ArrayList<>();
    for (Finding finding : candidate) {
      Deque<Finding> alike = unmatched.getOrDefault(Key.of(finding), new ArrayDeque<>());
      Finding before = alike.poll();
      if (before == null || before.severity() != finding.severity()) {
        appearing.add(finding);
      }
    }
    List<Finding> disappearing =
        inForce.stream()
            .filter(f -> removed(unmatched.getOrDefault(Key.of(f), new ArrayDeque<>()), f))
            .toList();
    return new FindingShift(List.copyOf(appearing), disappearing);
  }

  /** Whether it is among what is left, and one fewer then; the very same, not one that is equal. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean removed(Deque<Finding> left, Finding finding) {
    return left.removeIf(other -> other == finding);
  }

  /** How a finding changes when the candidate comes into force. */
  public enum FindingChange implements WireCode {
    /** Only the candidate finds it, or finds it of another severity. */
    APPEARING,
    /** Only the rules in force find it. */
    DISAPPEARING;

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The difference for one report. */
  record ReportShift(long report, int revision, FindingShift findings) {

    List<Finding> of(FindingChange change) {
      return switch (change) {
        case APPEARING -> findings.appearing();
        case DISAPPEARING -> findings.disappearing();
      };
    }

    /** Whether an error appears, so that the report could no longer be submitted. */
    boolean isUnsubmittable() {
      return findings.appearing().stream().anyMatch(ReportShift::blocks);
    }

    static boolean blocks(Finding finding) {
      return finding.severity() == Severity.ERROR;
    }
  }
}
