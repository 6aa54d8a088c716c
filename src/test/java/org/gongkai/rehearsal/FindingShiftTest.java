package org.gongkai.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.rule.Severity;
import org.junit.jupiter.api.Test;

/** What differs between two judgements of one report. */
class FindingShiftTest {

  private static final Finding A = finding("A", 1, Severity.INFO, "a.b");

  @Test
  void theSameIsNothingWhateverTheVersion() {
    FindingShift shift =
        FindingShift.of(List.of(A), List.of(finding("A", 2, Severity.INFO, "a.b")));
    assertThat(shift.appearing()).isEmpty();
    assertThat(shift.disappearing()).isEmpty();
  }

  @Test
  void anotherPlaceAppearsAndDisappears() {
    Finding elsewhere = finding("A", 1, Severity.INFO, "a.c");
    FindingShift shift = FindingShift.of(List.of(A), List.of(elsewhere));
    assertThat(shift.appearing()).containsExactly(elsewhere);
    assertThat(shift.disappearing()).containsExactly(A);
  }

  @Test
  void anotherSeverityAppearsOnly() {
    Finding graver = finding("A", 2, Severity.ERROR, "a.b");
    FindingShift shift = FindingShift.of(List.of(A), List.of(graver));
    assertThat(shift.appearing()).containsExactly(graver);
    assertThat(shift.disappearing()).isEmpty();
  }

  @Test
  void severalAtOnePlaceAreCounted() {
    Finding twin = finding("A", 1, Severity.INFO, "a.b");
    assertThat(FindingShift.of(List.of(A), List.of(A, twin)).appearing()).hasSize(1);
    assertThat(FindingShift.of(List.of(A, twin), List.of(A)).disappearing()).hasSize(1);
    assertThat(FindingShift.of(List.of(A, twin), List.of()).disappearing()).hasSize(2);
  }

  private static Finding finding(String rule, int version, Severity severity, String place) {
    return new Finding(
        rule, version, "2021", severity, FindingKind.JUMP, "a", place, List.of(), null, null);
  }
}
