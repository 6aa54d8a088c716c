package org.gongkai.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.form.Documents;
import org.gongkai.form.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the numbers, no single wrong cell hides, and no blank one is taken for 0. */
class SingleCellTest {

  private static final Checks CHECKS = new Checks(Documents.FORMS);

  @ParameterizedTest
  @ValueSource(strings = {"2019", "2021"})
  void anyCellThatIsOneTooLargeOrTooSmallIsNamed(String edition) {
    for (long seed = 20; seed < 24; seed++) {
      ObjectNode report = Documents.valid(edition, seed);
      for (String path : ruled(edition)) {
        long right = Documents.get(report, path);
        for (long wrong : List.of(right - 1, right + 1)) {
          Documents.set(report, path, wrong);
          assertNamed(report, path, wrong < 0 ? "INT" : "T");
        }
        Documents.set(report, path, right);
      }
    }
  }

  private static void assertNamed(ObjectNode report, String path, String rule) {
    List<Finding> errors =
        CHECKS.check(Documents.read(report)).stream()
            .filter(f -> f.severity() == Severity.ERROR)
            .toList();
    assertThat(errors).as(path).isNotEmpty();
    for (Finding error : errors) {
      assertThat(error.rule()).startsWith(rule);
      assertThat(error.cells()).extracting(Finding.CellState::path).contains(path);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2019", "2021"})
  void anyBlankCellIsNamedAndBreaksNothing(String edition) {
    ObjectNode report = Documents.valid(edition, 30);
    for (String path : Documents.read(report).figures().byPath().keySet()) {
      long stated = Documents.get(report, path);
      Documents.put(report, path, Documents.JSON.nullNode());
      List<Finding> findings = CHECKS.check(Documents.read(report));
      assertThat(findings).as(path).noneMatch(f -> f.severity() == Severity.ERROR);
      assertThat(findings)
          .as(path)
          .filteredOn(f -> f.rule().equals("BLANK"))
          .extracting(Finding::id)
          .containsExactly("BLANK:" + path);
      Documents.set(report, path, stated);
    }
  }

  private static Set<String> ruled(String edition) {
    return Documents.FORMS.known(edition).sections().values().stream()
        .filter(section -> !section.id().equals("disclosure"))
        .flatMap(section -> section.cells().keySet().stream())
        .collect(Collectors.toSet());
  }
}
