package org.gongkai.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.IntStream;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.finding.FindingView;
import org.gongkai.form.Samples;
import org.gongkai.platform.JsonSettings;
import org.gongkai.problem.Language;
import org.gongkai.rule.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A side with blanks can be anything from what is stated upwards. */
@Execution(ExecutionMode.CONCURRENT)
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
  void areOneFindingATable() {
    assertThat(check(""))
        .extracting(f -> f.id() + " " + f.cells().size() + " " + f.severity().code())
        .containsExactly(
            "BLANK:disclosure 10 warning",
            "BLANK:applications 175 warning",
            "BLANK:contests 15 warning");
    assertThat(message(check("").getFirst(), Language.ZH)).isEqualTo("二、主动公开政府信息情况：有 10 格未填（全表）。");
    assertThat(message(check("").getFirst(), Language.EN))
        .isEqualTo("2. Proactive disclosure: 10 blank (the whole table).");
  }

  @Test
  void areNamedByRowAndColumn() {
    Finding blank =
        check(
                "'nil': ['disclosure', 'applications'], 'contests': {'reconsideration': {'upheld':"
                    + " 1, 'corrected': null, 'other': 0, 'pending': null, 'total': 1},"
                    + " 'litigationDirect': {'upheld': 1, 'other': 0, 'total': 1}}")
            .getLast();
    assertThat(blank.cells())
        .extracting(CellState::path)
        .startsWith("contests.reconsideration.corrected", "contests.reconsideration.pending")
        .hasSize(9);
    assertThat(message(blank, Language.ZH))
        .isEqualTo(
            "四、政府信息公开行政复议、行政诉讼情况：有 9 格未填（“行政复议”“行政诉讼 / 未经复议直接起诉”：结果纠正、尚未审结；"
                + "“行政诉讼 / 复议后起诉”：整行）。");
    assertThat(message(blank, Language.EN))
        .isEqualTo(
            "4. Reconsideration and litigation: 9 blank (\"Administrative reconsideration\","
                + " \"Administrative litigation / Litigation without prior reconsideration\":"
                + " Corrected, Pending; \"Administrative litigation / Litigation after"
                + " reconsideration\": the whole row).");
    FindingView.CellView cell = FindingView.of(blank, FORMS, Language.ZH).cells().getFirst();
    assertThat(cell.label()).isEqualTo("行政复议 / 结果纠正");
    assertThat(cell.stated().isNull()).isTrue();
  }

  /** 135 blank cells were 135 findings and 91 KB. */
  @Test
  void ofARealReportAreFewToRead() throws Exception {
    List<Finding> findings = CHECKS.check(Samples.content(Samples.SHANGHAI));
    assertThat(findings)
        .extracting(f -> f.id() + " " + f.cells().size())
        .containsExactly(
            "INT:disclosure.procurement.amount 1", "BLANK:applications 126", "BLANK:contests 9");
    ObjectMapper mapper = JsonSettings.strict(new ObjectMapper());
    for (Language language : Language.values()) {
      byte[] shown =
          mapper.writeValueAsBytes(
              findings.stream().map(f -> FindingView.of(f, FORMS, language)).toList());
      assertThat(shown.length).isLessThan(40_000);
    }
    assertThat(message(findings.get(1), Language.ZH))
        .startsWith(
            "三、收到和处理政府信息公开申请情况：有 126 格未填（“一、本年新收政府信息公开申请数量”“三、本年度办理结果 / （七）总计”：法人或其他组织 /"
                + " 科研机构、法人或其他组织 / 社会公益组织；")
        .contains("“三、本年度办理结果 / （六）其他处理”")
        .hasSizeLessThan(1500);
  }

  /** More than the places that are kept of a text. */
  @Test
  void areAllKeptHoweverManyThereAre() {
    List<CellState> cells =
        IntStream.range(0, 500)
            .mapToObj(i -> new CellState("own.r" + i + ".c", null, null))
            .toList();
    Finding blank =
        new Finding(
            "BLANK",
            1,
            "2021",
            Severity.WARNING,
            FindingKind.BLANK,
            "own",
            "own",
            cells,
            null,
            null);
    assertThat(blank.cells()).hasSize(500);
    assertThat(blank.more()).isNull();
    assertThat(message(blank, Language.ZH)).startsWith("own：有 500 格未填（“own.r0.c”；“own.r1.c”；");
  }

  private static String message(Finding finding, Language language) {
    return FindingView.of(finding, FORMS, language).message();
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
