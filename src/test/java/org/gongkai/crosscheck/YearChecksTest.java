package org.gongkai.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.finding.FindingView;
import org.gongkai.form.Samples;
import org.gongkai.problem.Language;
import org.gongkai.rule.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a report says is held against last year's. */
class YearChecksTest {

  private static final YearChecks CHECKS = new YearChecks(FORMS);

  @ParameterizedTest
  @CsvSource({"2019, 2020", "2020, 2021", "2023, 2024"})
  void xCarryJoinsTheYearsColumnByColumnAcrossEditionsToo(int last, int now) {
    String forward = "'applications': {'carriedForward': {'naturalPerson': 5, 'total': 7}}";
    String over = "'applications': {'carriedOver': {'naturalPerson': 5, 'total': %s}}";
    assertThat(check(last, forward, now, over.formatted(7))).isEmpty();
    List<Finding> findings = check(last, forward, now, over.formatted(6));
    assertThat(findings).extracting(Finding::id).containsExactly("X-CARRY:applications.total");
    FindingView zh = FindingView.of(findings.getFirst(), FORMS, Language.ZH);
    assertThat(zh.severity().code()).isEqualTo("warning");
    assertThat(zh.message()).isEqualTo("总计：“上年结转等于上一年度报告的结转下年度”不成立：本年为 6，按上一年度报告应为 7，相差 −1。");
    assertThat(zh.cells())
        .extracting(FindingView.CellView::path)
        .containsExactly("applications.carriedOver.total", "applications.carriedForward.total");
    assertThat(zh.cells()).extracting(FindingView.CellView::year).containsExactly(null, last);
    assertThat(FindingView.of(findings.getFirst(), FORMS, Language.EN).message())
        .isEqualTo(
            "Total: \"Carried over equals last year's carried forward\" does not hold: 6 this year,"
                + " 7 by last year's report, difference −1.");
  }

  private static final String IN_FORCE =
      "'disclosure': {'normativeDocuments': {'issued': %s, 'repealed': %s, 'inForce': %s}}";

  @Test
  void xInForceFollowsFromIssuedAndRepealed() {
    String last = IN_FORCE.formatted(9, 9, 10);
    assertThat(check(2022, last, 2023, IN_FORCE.formatted(3, 1, 12))).isEmpty();
    List<Finding> findings = check(2022, last, 2023, IN_FORCE.formatted(3, 1, 13));
    assertThat(findings)
        .extracting(Finding::id)
        .containsExactly("X-INFORCE:disclosure.normativeDocuments");
    assertThat(FindingView.of(findings.getFirst(), FORMS, Language.ZH).message())
        .isEqualTo("行政规范性文件：“现行有效件数与上一年度衔接”不成立：本年为 13，按上一年度报告应为 12，相差 1。");
    assertThat(findings.getFirst().cells()).hasSize(4);
  }

  @Test
  void xInForceIsNotHeldFrom2020To2021() {
    String wrong = IN_FORCE.formatted(3, 1, 13);
    assertThat(check(2020, IN_FORCE.formatted(0, 0, 10), 2021, wrong)).isEmpty();
    assertThat(check(2021, IN_FORCE.formatted(0, 0, 10), 2022, wrong)).hasSize(1);
  }

  @Test
  void xItemsFollowsFromLastYearsChange() {
    String last = "'disclosure': {'licensing': {'previousItems': 10, 'change': -2}}";
    String now = "'disclosure': {'licensing': {'previousItems': %s}}";
    assertThat(check(2019, last, 2020, now.formatted(8))).isEmpty();
    List<Finding> findings = check(2019, last, 2020, now.formatted(10));
    assertThat(findings).extracting(Finding::id).containsExactly("X-ITEMS:disclosure.licensing");
    assertThat(FindingView.of(findings.getFirst(), FORMS, Language.ZH).message())
        .isEqualTo("行政许可：“上一年项目数量与上一年度衔接”不成立：本年为 10，按上一年度报告应为 8，相差 2。");
  }

  @ParameterizedTest
  @CsvSource({
    "20, 100, false",
    "20, 101, true",
    "100, 20, false",
    "101, 20, true",
    "0, 20, false",
    "0, 21, true",
    "21, 0, true",
    "4, 20, false",
    "3, 20, false",
    "4, 21, true",
    "0, 0, false"
  })
  void xJumpIsMoreThanFivefoldOrLessThanAFifth(int last, int now, boolean jump) {
    String decisions = "'disclosure': {'penalties': {'decisions': %s}}";
    List<Finding> findings = check(2020, decisions.formatted(last), 2021, decisions.formatted(now));
    assertThat(findings.stream().map(Finding::id))
        .isEqualTo(jump ? List.of("X-JUMP:disclosure.penalties.decisions") : List.of());
    if (jump) {
      FindingView zh = FindingView.of(findings.getFirst(), FORMS, Language.ZH);
      assertThat(zh.severity().code()).isEqualTo("info");
      assertThat(zh.message()).isEqualTo("行政处罚 / 本年处理决定数量：本年 %s，上年 %s，相差悬殊。".formatted(now, last));
      assertThat(zh.cells()).extracting(FindingView.CellView::year).containsExactly(null, 2020);
    }
  }

  @Test
  void amountsInDifferentUnitsAreNotCompared() {
    String amount = "'disclosure': {'procurement': {'amount': %s, 'unit': '%s'}}";
    assertThat(
            check(2019, amount.formatted(251000, "yuan"), 2020, amount.formatted(25.1, "wanyuan")))
        .isEmpty();
    assertThat(check(2019, amount.formatted(251000, "yuan"), 2020, amount.formatted(25.1, "yuan")))
        .extracting(Finding::rule)
        .containsExactly("X-JUMP");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"null | 5", "5 | null", "'n/a' | 5", "5 | 'n/a'", "'五' | 5", "5 | 5.5"})
  void nothingIsSaidWhereAFigureIsNotStated(String last, String now) {
    assertThat(
            check(
                2023,
                "'applications': {'carriedForward': {'total': " + last + "}}",
                2024,
                "'applications': {'carriedOver': {'total': " + now + "}}"))
        .isEmpty();
  }

  @Test
  void nothingIsSaidWhereTheEditionsDoNotShareACell() {
    assertThat(
            check(
                2020,
                "'disclosure': {'rules': {'newlyMade': 5}}",
                2021,
                "'disclosure': {'rules': {'issued': 500, 'repealed': 0, 'inForce': 500}}"))
        .isEmpty();
  }

  @Test
  void yearsThatDoNotAdjoinAreNotHeldAgainstEachOther() {
    String forward = "'applications': {'carriedForward': {'total': 50}}";
    String over = "'applications': {'carriedOver': {'total': 6}}";
    assertThat(check(2021, forward, 2023, over)).isEmpty();
    assertThat(check(2023, forward, 2022, over)).isEmpty();
  }

  private static List<Finding> check(int last, String previous, int now, String current) {
    return CHECKS.check(Samples.content(last, previous), Samples.content(now, current));
  }

  private static final String CARRIED_OVER = "'applications': {'carriedOver': {'total': %s}}";
  private static final String CARRIED_FORWARD = "'applications': {'carriedForward': {'total': %s}}";

  private static Merged merged(String organ, String said) {
    return new Merged(organ, null, Samples.content(2022, said));
  }

  private static List<Finding> carried(int over, List<Merged> merged) {
    return CHECKS.check(
        Samples.content(2022, CARRIED_FORWARD.formatted(4)),
        merged,
        Samples.content(2023, CARRIED_OVER.formatted(over)));
  }

  /** Own 4, P 3, R 10. */
  @ParameterizedTest
  @CsvSource({
    "17, ",
    "4, info",
    "7, info",
    "14, info",
    "99, warning",
    "3, warning",
    "13, warning",
    "0, warning"
  })
  void aMergerExplainsWhatItCan(int over, String severity) {
    List<Finding> findings =
        carried(
            over,
            List.of(
                merged("P", CARRIED_FORWARD.formatted(3)),
                merged("R", CARRIED_FORWARD.formatted(10))));
    if (severity == null) {
      assertThat(findings).isEmpty();
      return;
    }
    Finding finding = findings.getFirst();
    assertThat(finding.severity().code()).isEqualTo(severity);
    assertThat(finding.possible().stream().map(BigDecimal::intValue)).containsExactly(4, 7, 14, 17);
    String message = FindingView.of(finding, FORMS, Language.ZH).message();
    assertThat(message).contains("P 3", "R 10");
    assertThat(message.contains("4、7、14、17")).isEqualTo(severity.equals("warning"));
  }

  @Test
  void whatIsNotKnownOfAMergerMayExplainMoreButNotLess() {
    List<Merged> unknown = List.of(new Merged("P", null, null));
    assertThat(carried(4, unknown)).isEmpty();
    assertThat(carried(9, unknown).getFirst().severity()).isEqualTo(Severity.INFO);
    assertThat(carried(3, unknown).getFirst().severity()).isEqualTo(Severity.WARNING);
    assertThat(carried(9, List.of(merged("P", "'nil': ['disclosure']"))).getFirst().severity())
        .isEqualTo(Severity.INFO);
  }

  @Test
  void aJumpOfACellAndItsTotalsIsToldOnce() {
    String received =
        "'applications': {'received': {'naturalPerson': %s, 'commercialEnterprise': 3, 'total':"
            + " %s}}";
    assertThat(check(2022, received.formatted(4, 7), 2023, received.formatted(97, 100)))
        .extracting(Finding::id)
        .containsExactly("X-JUMP:applications.received.naturalPerson");
    String total = "'applications': {'received': {'total': %s}}";
    assertThat(check(2022, total.formatted(7), 2023, total.formatted(100)))
        .extracting(Finding::id)
        .containsExactly("X-JUMP:applications.received.total");
  }

  @Test
  void whatWasAddedLastYearSaysNothingOfThisYear() {
    String items = "'disclosure': {'licensing': {'change': %s}}";
    assertThat(check(2019, items.formatted(1), 2020, items.formatted(300))).isEmpty();
  }

  @Test
  void nothingLeftExplainsNothing() {
    List<Finding> findings = carried(5, List.of(merged("P", CARRIED_FORWARD.formatted(0))));
    assertThat(findings.getFirst().kind()).isEqualTo(FindingKind.YEARS);
    assertThat(findings.getFirst().severity()).isEqualTo(Severity.WARNING);
    assertThat(carried(4, List.of(merged("P", CARRIED_FORWARD.formatted(0))))).isEmpty();
  }

  @Test
  void ofManyMergedOrgansNoneEachOrAllCount() {
    List<Merged> many = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      many.add(merged("M-" + i, CARRIED_FORWARD.formatted(1 << i % 20)));
    }
    int all = many.stream().mapToInt(m -> 1 << many.indexOf(m) % 20).sum();
    assertThat(carried(4 + all, many)).isEmpty();
    assertThat(carried(4 + 2, many).getFirst().severity()).isEqualTo(Severity.INFO);
    assertThat(carried(4 + 3, many).getFirst().severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void xInForceAndXItemsTakeMergedOrgansToo() {
    List<Merged> merged = List.of(merged("P", IN_FORCE.formatted(9, 9, 6)));
    for (int inForce : new int[] {7, 13, 900}) {
      List<Finding> findings =
          CHECKS.check(
              Samples.content(2022, IN_FORCE.formatted(1, 1, 5)),
              merged,
              Samples.content(2023, IN_FORCE.formatted(3, 1, inForce)));
      assertThat(findings.stream().filter(f -> f.rule().equals("X-INFORCE")))
          .extracting(f -> f.severity().code())
          .isEqualTo(inForce == 13 ? List.of() : List.of(inForce == 7 ? "info" : "warning"));
    }
    String items = "'disclosure': {'licensing': {'previousItems': %s, 'change': %s}}";
    for (int now : new int[] {8, 13, 40}) {
      List<Finding> findings =
          CHECKS.check(
              Samples.content(2019, items.formatted(10, -2)),
              List.of(new Merged("P", null, Samples.content(2019, items.formatted(4, 1)))),
              Samples.content(2020, items.formatted(now, 0)));
      assertThat(findings.stream().filter(f -> f.rule().equals("X-ITEMS")))
          .extracting(f -> f.severity().code())
          .isEqualTo(now == 13 ? List.of() : List.of(now == 8 ? "info" : "warning"));
    }
  }
}
