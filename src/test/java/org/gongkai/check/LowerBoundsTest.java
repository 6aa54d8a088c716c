package org.gongkai.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import java.util.List;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingView;
import org.gongkai.form.FormFileTexts;
import org.gongkai.form.Forms;
import org.gongkai.form.Samples;
import org.gongkai.problem.Language;
import org.gongkai.rule.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What section two must have of itself, whatever last year's report says. */
class LowerBoundsTest {

  private static final Checks CHECKS = new Checks(FORMS);

  @ParameterizedTest
  @CsvSource({
    "4, 0, 0, true",
    "4, 0, 3, true",
    "4, 0, 4, false",
    "4, 1, 3, false",
    "4, 1, 2, true",
    "8, 26, 66, false",
    "8, 26, 0, false",
    "0, 0, 0, false",
    "4, null, 0, false",
    "null, 0, 0, false",
    "4, 0, null, false",
    "4, 0, '\"n/a\"', false",
    "4, '\"n/a\"', 0, false",
    "4, 0, '\"0件\"', false",
  })
  void inForceIsNotLessThanIssuedMinusRepealed(
      String issued, String repealed, String inForce, boolean warned) {
    String row = "'%s': {'issued': %s, 'repealed': %s, 'inForce': %s}";
    for (String of : List.of("rules", "normativeDocuments")) {
      assertWarned(
          2023,
          "T2-INFORCE:disclosure." + of,
          row.formatted(of, issued, repealed, inForce),
          warned);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "5, -9, true",
    "5, -6, true",
    "5, -5, false",
    "5, 3, false",
    "0, 0, false",
    "0, -1, true",
    "null, -9, false",
    "5, null, false",
    "'\"n/a\"', -9, false",
  })
  void itemsAreNotLessThanNone(String last, String change, boolean warned) {
    String row = "'%s': {'previousItems': %s, 'change': %s}";
    for (String of : List.of("licensing", "otherServices", "penalties", "compulsion", "fees")) {
      assertWarned(2020, "T2-ITEMS:disclosure." + of, row.formatted(of, last, change), warned);
    }
  }

  /** What is made need not be disclosed, and what is disclosed may be older: neither is certain. */
  @ParameterizedTest
  @CsvSource({
    "60, 60, 368, false",
    "60, 60, 60, false",
    "60, 60, 59, true",
    "0, 60, 0, true",
    "60, 0, 0, false",
    "0, 60, 60, false",
    "60, 60, null, false",
    "60, null, 0, false",
  })
  void disclosedInTotalIsNotLessThanNewlyDisclosed(
      String made, String disclosed, String total, boolean warned) {
    String row = "'%s': {'newlyMade': %s, 'newlyDisclosed': %s, 'disclosedInTotal': %s}";
    for (String of : List.of("rules", "normativeDocuments")) {
      assertWarned(
          2019, "T2-TOTAL:disclosure." + of, row.formatted(of, made, disclosed, total), warned);
    }
  }

  private static void assertWarned(int year, String id, String row, boolean warned) {
    assertThat(check(year, row))
        .filteredOn(f -> f.rule().startsWith("T2"))
        .extracting(Finding::id)
        .isEqualTo(warned ? List.of(id) : List.of());
  }

  @Test
  void areWarningsThatNameBothSidesAndSuggestNothing() {
    Finding below = only(2023, "'normativeDocuments': {'issued': 4, 'repealed': 0, 'inForce': 0}");
    assertThat(below.severity()).isEqualTo(Severity.WARNING);
    assertThat(below.suggestion()).isNull();
    assertThat(below.cells())
        .extracting(c -> c.path() + "=" + c.stated())
        .containsExactly(
            "disclosure.normativeDocuments.inForce=0",
            "disclosure.normativeDocuments.issued=4",
            "disclosure.normativeDocuments.repealed=0");
    assertThat(FindingView.of(below, FORMS, Language.ZH).message())
        .isEqualTo("行政规范性文件：“现行有效件数不少于本年制发减本年废止”不成立：左边 0，小于右边 4，相差 −4。");
    assertThat(FindingView.of(below, FORMS, Language.EN).message())
        .isEqualTo(
            "Administrative normative documents: \"In force is not less than issued minus"
                + " repealed\" does not hold: left 0 is less than right 4, difference −4.");
    Finding items = only(2020, "'licensing': {'previousItems': 5, 'change': -9}");
    assertThat(FindingView.of(items, FORMS, Language.ZH).message())
        .isEqualTo("行政许可：“上一年项目数量加本年增/减不小于 0”不成立：左边 −4，小于右边 0，相差 −4。");
  }

  /** An operator may make such a rule a hard one; it stands before the warnings then. */
  @Test
  void areErrorsWhereTheFileSaysSo() {
    String file =
        FormFileTexts.of(
            "2021",
            "version: 1\ndocument",
            "version: 2\ndocument",
            "id: T2-INFORCE\n    version: 1\n    severity: warning",
            "id: T2-INFORCE\n    version: 2\n    severity: error");
    Forms own = FORMS.with(FORMS.read("candidate", FormFileTexts.bytes(file)));
    Finding first =
        new Checks(own)
            .check(
                Samples.content(
                    2023,
                    "'disclosure': {'rules': {'issued': 1, 'repealed': 0, 'inForce': 0}},"
                        + " 'contests': {'reconsideration': {'upheld': 1, 'total': 5}}"))
            .getFirst();
    assertThat(first.id()).isEqualTo("T2-INFORCE:disclosure.rules");
    assertThat(first.version()).isEqualTo(2);
    assertThat(first.severity()).isEqualTo(Severity.ERROR);
  }

  private static Finding only(int year, String row) {
    List<Finding> findings =
        check(year, row).stream().filter(f -> f.rule().startsWith("T2")).toList();
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }

  private static List<Finding> check(int year, String row) {
    return CHECKS.check(Samples.content(year, "'disclosure': {" + row + "}"));
  }
}
