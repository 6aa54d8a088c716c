package org.gongkai.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.Seeds;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.rule.Severity;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the numbers: a valid report has no finding, and no single wrong cell hides. */
@Execution(ExecutionMode.CONCURRENT)
class SingleCellTest {

  private static final Checks CHECKS = new Checks(FORMS);

  @ParameterizedTest
  @ValueSource(strings = {"2019", "2021"})
  void aRandomValidReportHasNoFinding(String edition) {
    for (long seed : Seeds.upTo(40, 200).toArray()) {
      assertThat(check(edition, Reports.valid(edition, seed))).as("seed %s", seed).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2019", "2021"})
  void anyChangedCellBreaksARuleThatNamesIt(String edition) {
    for (long seed : Seeds.upTo(1, 5).toArray()) {
      Map<String, Long> valid = Reports.valid(edition, seed);
      for (String path : valid.keySet()) {
        if (!path.startsWith("disclosure.")) {
          assertFound(edition, valid, path, valid.get(path) + 1);
          if (valid.get(path) > 0) {
            assertFound(edition, valid, path, valid.get(path) - 1);
          }
        }
      }
    }
  }

  private static void assertFound(
      String edition, Map<String, Long> valid, String path, long number) {
    Map<String, Long> changed = new HashMap<>(valid);
    changed.put(path, number);
    List<Finding> findings = check(edition, changed);
    assertThat(findings)
        .as("%s: %s → %s", path, valid.get(path), number)
        .isNotEmpty()
        .allSatisfy(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.cells()).extracting(CellState::path).contains(path);
              assertThat(finding.difference().abs()).isEqualByComparingTo("1");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"2019", "2021"})
  void anyBlankCellIsNamedAndNeverTakenForZero(String edition) {
    Map<String, Long> valid = Reports.valid(edition, 7);
    for (String path : valid.keySet()) {
      Map<String, Long> changed = new HashMap<>(valid);
      changed.put(path, null);
      List<Finding> findings = check(edition, changed);
      assertThat(findings).as(path).noneMatch(f -> f.severity() == Severity.ERROR);
      assertThat(findings)
          .as(path)
          .filteredOn(f -> f.rule().equals("BLANK"))
          .flatExtracting(Finding::cells)
          .extracting(CellState::path)
          .containsExactly(path);
    }
  }

  private static List<Finding> check(String edition, Map<String, Long> numbers) {
    return CHECKS.check(Reports.content(edition, Integer.parseInt(edition), numbers));
  }
}
