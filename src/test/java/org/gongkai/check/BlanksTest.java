package org.gongkai.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import java.util.List;
import org.gongkai.form.Samples;
import org.gongkai.form.Severity;
import org.gongkai.problem.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A side with blanks can be anything from what is stated upwards. */
class BlanksTest {

  private static final Checks CHECKS = new Checks(FORMS);

  /** upheld, corrected, other, pending, total; and what T4-SUM says of them. */
  @ParameterizedTest
  @CsvSource({
    "1, 2, 3, 4, 10, ''",
    "1, 2, 3, 4, 11, error",
    "1, 2, 3, null, 6, ''",
    "1, 2, 3, null, 9, warning",
    "1, 2, 3, null, 5, error",
    "1, null, null, null, 0, error",
    "1, null, null, null, 9, warning",
    "1, 2, 3, 4, null, ''",
    "1, null, 3, 4, null, ''",
    "null, null, null, null, 9, ''",
    "null, null, null, null, null, ''",
    "'n/a', 'n/a', 'n/a', 'n/a', 9, ''",
    "'n/a', 'n/a', null, 'n/a', 9, ''",
    "1, 2, 3, 4, 'n/a', ''",
    "1, 'n/a', 3, 'n/a', 4, ''",
    "1, 'n/a', 3, 'n/a', 5, error",
    "1, '\"x\"', 3, 0, 5, warning",
    "1, '\"x\"', 3, 0, 4, ''",
    "1, '\"x\"', 3, 0, 3, error",
    "1, 2, 3, 4, '\"x\"', ''",
  })
  void decideWhetherASumIsBroken(
      String upheld, String corrected, String other, String pending, String total, String said) {
    String block =
        "'contests': {'reconsideration': {'upheld': %s, 'corrected': %s, 'other': %s, 'pending':"
            + " %s, 'total': %s}}";
    List<Finding> findings =
        check(
            block.formatted(
                json(upheld), json(corrected), json(other), json(pending), json(total)));
    assertThat(findings)
        .filteredOn(f -> f.rule().equals("T4-SUM"))
        .extracting(f -> f.severity().code())
        .isEqualTo(said.isEmpty() ? List.of() : List.of(said));
  }

  private static String json(String cell) {
    return cell.equals("n/a") ? "'n/a'" : cell;
  }

  @Test
  void areSaidToMakeUpWhatIsMissing() {
    Finding finding =
        check(
                "'contests': {'reconsideration': {'upheld': 1, 'corrected': 2, 'other': null,"
                    + " 'pending': null, 'total': 7}}")
            .getFirst();
    assertThat(finding.id()).isEqualTo("T4-SUM:contests.reconsideration");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.left()).isEqualByComparingTo("3");
    assertThat(finding.right()).isEqualByComparingTo("7");
    assertThat(finding.difference()).isEqualByComparingTo("-4");
    assertThat(FindingView.of(finding, FORMS, Language.ZH).message())
        .isEqualTo("行政复议：“四种结果之和等于总计”只有在空白单元格补足相差的 4 时才成立：已填部分左边 3，右边 7。");
    assertThat(FindingView.of(finding, FORMS, Language.EN).message())
        .isEqualTo(
            "Administrative reconsideration: \"The four results add up to the total\" holds only if"
                + " blank cells make up the difference of 4: stated so far left 3, right 7.");
  }

  @Test
  void onBothSidesLeaveRoomEitherWay() {
    String balance =
        "'applications': {'received': {'total': 9}, 'outcomes': {'total': {'total': 5}}}";
    assertThat(check(balance))
        .filteredOn(f -> f.rule().equals("T3-BAL"))
        .singleElement()
        .extracting(Finding::severity)
        .isEqualTo(Severity.WARNING);
    assertThat(check(balance.replace('9', '5'))).noneMatch(f -> f.rule().equals("T3-BAL"));
  }

  @Test
  void areNamedEachByItself() {
    FindingView blank =
        check("").stream()
            .filter(f -> f.id().equals("BLANK:disclosure.fees.amount"))
            .map(f -> FindingView.of(f, FORMS, Language.ZH))
            .findFirst()
            .orElseThrow();
    assertThat(blank.severity().code()).isEqualTo("warning");
    assertThat(blank.message()).isEqualTo("行政事业性收费 / 本年收费金额（单位：万元）：未填。");
    assertThat(blank.cells().getFirst().stated().isNull()).isTrue();
    assertThat(check("")).hasSize(10 + 175 + 15).allMatch(f -> f.rule().equals("BLANK"));
  }

  @Test
  void comeAfterErrorsAndDoubts() {
    List<Finding> findings =
        check(
            "'contests': {'reconsideration': {'upheld': 1, 'total': 5}, 'litigationDirect':"
                + " {'upheld': 5, 'total': 1}}, 'disclosure': {'fees': {'amount': 'x'}}");
    assertThat(findings.subList(0, 3))
        .extracting(Finding::id)
        .containsExactly(
            "INT:disclosure.fees.amount",
            "T4-SUM:contests.litigationDirect",
            "T4-SUM:contests.reconsideration");
    assertThat(findings.subList(3, findings.size())).allMatch(f -> f.rule().equals("BLANK"));
  }

  private static List<Finding> check(String more) {
    return CHECKS.check(Samples.content(2021, more));
  }
}
