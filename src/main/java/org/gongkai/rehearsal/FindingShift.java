package org.gongkai.rehearsal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.check.Finding;

/** What differs between what two sets of rules say of the same report. */
record FindingShift(List<Finding> appearing, List<Finding> disappearing) {

  /** A version is no part of it: what a changed rule finds as before does not change. */
  private record Key(String rule, String place, Finding.Kind kind) {
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
        inForce.stream().filter(f -> removed(unmatched.get(Key.of(f)), f)).toList();
    return new FindingShift(List.copyOf(appearing), disappearing);
  }

  /** Whether it is among what is left, and one fewer then; the very same, not one that is equal. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean removed(Deque<Finding> left, Finding finding) {
    return left.removeIf(other -> other == finding);
  }
}
