package org.gongkai.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.gongkai.form.Documents;
import org.gongkai.form.Severity;
import org.gongkai.problem.Language;
import org.junit.jupiter.api.Test;

class YearChecksTest {

  private final YearChecks checks = new YearChecks(Documents.FORMS);

  @Test
  void carriedOverIsWhatWasCarriedForwardAlsoAcrossTheChangeOfEdition() {
    ObjectNode before = report(2020);
    ObjectNode after = report(2021);
    Documents.set(before, "applications.carriedForward.naturalPerson", 3);
    Documents.set(after, "applications.carriedOver.naturalPerson", 3);
    assertThat(check(before, after)).isEmpty();
    Documents.set(after, "applications.carriedOver.naturalPerson", 4);
    assertThat(check(before, after))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.id()).isEqualTo("X-CARRY:applications.naturalPerson");
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.difference()).isEqualByComparingTo("1");
              FindingView view = FindingView.of(finding, Documents.FORMS, Language.ZH);
              assertThat(view.cells())
                  .extracting(FindingView.CellView::year)
                  .containsExactly(null, 2020);
            });
  }

  @Test
  void inForceFollowsFromLastYear() {
    ObjectNode before = report(2022);
    ObjectNode after = report(2023);
    Documents.set(before, "disclosure.normativeDocuments.inForce", 10);
    Documents.set(after, "disclosure.normativeDocuments.issued", 2);
    Documents.set(after, "disclosure.normativeDocuments.repealed", 1);
    Documents.set(after, "disclosure.normativeDocuments.inForce", 11);
    assertThat(check(before, after)).isEmpty();
    Documents.set(after, "disclosure.normativeDocuments.inForce", 12);
    assertThat(check(before, after))
        .extracting(Finding::id)
        .containsExactly("X-INFORCE:disclosure.normativeDocuments");
  }

  @Test
  void inForceIsNotHeldAcrossTheChangeOfEdition() {
    ObjectNode before = report(2020);
    ObjectNode after = report(2021);
    for (ObjectNode report : List.of(before, after)) {
      Documents.set(report, "disclosure.rules.issued", 0);
      Documents.set(report, "disclosure.rules.repealed", 0);
      Documents.set(report, "disclosure.rules.inForce", 1);
    }
    Documents.set(after, "disclosure.rules.inForce", 5);
    assertThat(check(before, after)).isEmpty();
  }

  @Test
  void itemsFollowFromLastYear() {
    ObjectNode before = report(2019);
    ObjectNode after = report(2020);
    Documents.set(before, "disclosure.licensing.previousItems", 10);
    Documents.set(before, "disclosure.licensing.change", -2);
    Documents.set(after, "disclosure.licensing.previousItems", 8);
    assertThat(check(before, after)).isEmpty();
    Documents.set(after, "disclosure.licensing.previousItems", 10);
    assertThat(check(before, after))
        .extracting(Finding::id)
        .containsExactly("X-ITEMS:disclosure.licensing");
  }

  @Test
  void aJumpIsToldOfWhereItIsLarge() {
    ObjectNode before = report(2022);
    ObjectNode after = report(2023);
    Documents.set(before, "disclosure.licensing.decisions", 5);
    Documents.set(after, "disclosure.licensing.decisions", 25);
    assertThat(check(before, after)).as("five times").isEmpty();
    Documents.set(after, "disclosure.licensing.decisions", 26);
    assertThat(check(before, after))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.id()).isEqualTo("X-JUMP:disclosure.licensing.decisions");
              assertThat(finding.severity()).isEqualTo(Severity.INFO);
            });
    Documents.set(before, "disclosure.licensing.decisions", 0);
    Documents.set(after, "disclosure.licensing.decisions", 20);
    assertThat(check(before, after)).as("too small to tell").isEmpty();
  }

  @Test
  void nothingIsSaidOfBlanksOrOfYearsThatDoNotAdjoin() {
    ObjectNode before = report(2022);
    ObjectNode after = report(2023);
    Documents.set(after, "applications.carriedOver.naturalPerson", 4);
    assertThat(check(before, after)).isEmpty();
    Documents.set(before, "applications.carriedForward.naturalPerson", 9);
    assertThat(check(before, report(2024))).isEmpty();
    assertThat(check(before, after)).isNotEmpty();
  }

  private List<Finding> check(ObjectNode before, ObjectNode after) {
    return checks.check(Documents.read(before), Documents.read(after));
  }

  private static ObjectNode report(int year) {
    return Documents.JSON.createObjectNode().put("organ", "TEST-1").put("year", year);
  }
}
