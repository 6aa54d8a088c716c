package org.gongkai.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingView;
import org.gongkai.form.Content;
import org.gongkai.form.Samples;
import org.gongkai.problem.Language;
import org.gongkai.rule.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each hard rule, with an example that keeps it and one that breaks it. */
class ChecksTest {

  private static final Checks CHECKS = new Checks(FORMS);

  private static final String RECEIVED =
      "'applications': {'received': {'naturalPerson': 3, 'commercialEnterprise': 1,"
          + " 'researchInstitution': 0, 'publicInterestOrganization': 0,"
          + " 'legalServiceOrganization': 'n/a', 'otherOrganization': 0, 'total': %s}}";

  @Test
  void t3RowWantsTheKindsOfApplicantToAddUp() {
    assertThat(errors(RECEIVED.formatted(4))).isEmpty();
    FindingView zh = only(errors(RECEIVED.formatted(5)), Language.ZH);
    assertThat(zh.id()).isEqualTo("T3-ROW:applications.received");
    assertThat(zh.rule()).isEqualTo("T3-ROW");
    assertThat(zh.version()).isEqualTo(1);
    assertThat(zh.severity().code()).isEqualTo("error");
    assertThat(zh.message()).isEqualTo("一、本年新收政府信息公开申请数量：“各类申请人之和等于总计”不成立：左边 4，右边 5，相差 −1。");
    assertThat(zh.left()).isEqualByComparingTo("4");
    assertThat(zh.right()).isEqualByComparingTo("5");
    assertThat(zh.difference()).isEqualByComparingTo("-1");
    assertThat(zh.basis()).isEqualTo("《政府信息公开条例》第五十条；国办公开办函〔2021〕30号附表");
    assertThat(zh.hint()).isEqualTo("自然人与五类法人或其他组织之和，须等于本行总计。");
    assertThat(zh.cells()).hasSize(7);
    assertThat(zh.cells().getFirst().path()).isEqualTo("applications.received.naturalPerson");
    assertThat(zh.cells().getFirst().label()).isEqualTo("一、本年新收政府信息公开申请数量 / 自然人");
    assertThat(zh.cells().getFirst().stated().toString()).isEqualTo("3");
    assertThat(zh.cells().get(4).stated().toString()).isEqualTo("\"n/a\"");
    FindingView en = only(errors(RECEIVED.formatted(5)), Language.EN);
    assertThat(en.message())
        .isEqualTo(
            "1. Applications newly received this year: \"The kinds of applicant add up to the"
                + " total\" does not hold: left 4, right 5, difference −1.");
    assertThat(en.hint()).startsWith("Natural persons and the five kinds");
  }

  @Test
  void aRowIsNamedWithTheHeadingsAboveIt() {
    FindingView finding =
        only(
            errors(
                "'applications': {'outcomes': {'otherHandling': {'otherReasons': {"
                    + "'naturalPerson': 2, 'commercialEnterprise': 0, 'researchInstitution': 0,"
                    + " 'publicInterestOrganization': 0, 'legalServiceOrganization': 0,"
                    + " 'otherOrganization': 0, 'total': 0}}}}"),
            Language.ZH);
    assertThat(finding.message()).startsWith("三、本年度办理结果 / （六）其他处理 / 3.其他：");
  }

  @ParameterizedTest
  @CsvSource({"2019, 19", "2021, 21"})
  void t3SumWantsTheOutcomesToAddUpInEveryColumn(String edition, int leaves) {
    Map<String, Long> numbers = Reports.valid(edition, 1);
    String total = "applications.outcomes.total.otherOrganization";
    String forward = "applications.carriedForward.otherOrganization";
    Map<String, Long> wrong = new HashMap<>(numbers);
    wrong.merge(total, 2L, Long::sum);
    List<Finding> findings =
        CHECKS.check(Reports.content(edition, Integer.parseInt(edition), wrong));
    assertThat(findings)
        .extracting(Finding::id)
        .containsExactly(
            "T3-ROW:applications.outcomes.total",
            "T3-SUM:applications.otherOrganization",
            "T3-BAL:applications.otherOrganization");
    Finding sum = findings.get(1);
    assertThat(sum.edition()).isEqualTo(edition);
    assertThat(sum.cells()).hasSize(leaves + 1);
    FindingView zh = FindingView.of(sum, FORMS, Language.ZH);
    assertThat(zh.message())
        .isEqualTo(
            "法人或其他组织 / 其他：“各项办理结果之和等于（七）总计”不成立：左边 %s，右边 %s，相差 −2。"
                .formatted(numbers.get(total), numbers.get(total) + 2));
    assertThat(FindingView.of(sum, FORMS, Language.EN).message())
        .startsWith(
            "Legal persons and other organizations / Other organizations: \"The outcomes add up to"
                + " (7) Total\" does not hold: left ")
        .endsWith(", difference −2.");
    assertThat(numbers).containsKey(forward);
  }

  private static final String BALANCE =
      "'applications': {'received': {'naturalPerson': 50}, 'carriedOver': {'naturalPerson': 10},"
          + " 'outcomes': {'total': {'naturalPerson': 60}},"
          + " 'carriedForward': {'naturalPerson': %s}}";

  @Test
  void t3BalWantsWhatCameInToBeAccountedFor() {
    assertThat(errors(BALANCE.formatted(0))).isEmpty();
    List<Finding> broken = errors(BALANCE.formatted(1));
    FindingView zh = only(broken, Language.ZH);
    assertThat(zh.id()).isEqualTo("T3-BAL:applications.naturalPerson");
    assertThat(zh.message()).isEqualTo("自然人：“一加二等于三（七）加四”不成立：左边 60，右边 61，相差 −1。");
    assertThat(zh.cells())
        .extracting(FindingView.CellView::path)
        .containsExactly(
            "applications.received.naturalPerson",
            "applications.carriedOver.naturalPerson",
            "applications.outcomes.total.naturalPerson",
            "applications.carriedForward.naturalPerson");
    assertThat(only(broken, Language.EN).message())
        .isEqualTo(
            "Natural persons: \"1 plus 2 equals 3 (7) plus 4\" does not hold: left 60, right 61,"
                + " difference −1.");
  }

  @Test
  void t3BalHoldsInTheTotalColumnToo() {
    assertThat(errors(BALANCE.formatted(1).replace("naturalPerson", "total")))
        .extracting(Finding::id)
        .containsExactly("T3-BAL:applications.total");
  }

  @ParameterizedTest
  @CsvSource({
    "reconsideration, 行政复议, Administrative reconsideration",
    "litigationDirect, 行政诉讼 / 未经复议直接起诉, Administrative litigation / Litigation without prior"
        + " reconsideration",
    "litigationAfterReconsideration, 行政诉讼 / 复议后起诉, Administrative litigation / Litigation after"
        + " reconsideration"
  })
  void t4SumWantsTheFourResultsToAddUp(String block, String zh, String en) {
    String results = "'contests': {'" + block + "': {'upheld': 1, 'corrected': 2, 'other': 3,";
    assertThat(errors(results + "'pending': 4, 'total': 10}}")).isEmpty();
    List<Finding> broken = errors(results + "'pending': 0, 'total': 10}}");
    assertThat(only(broken, Language.ZH).id()).isEqualTo("T4-SUM:contests." + block);
    assertThat(only(broken, Language.ZH).message())
        .isEqualTo(zh + "：“四种结果之和等于总计”不成立：左边 6，右边 10，相差 −4。");
    assertThat(only(broken, Language.EN).message())
        .isEqualTo(
            en
                + ": \"The four results add up to the total\" does not hold: left 6, right 10,"
                + " difference −4.");
  }

  /** Neither with the signs that JSON puts before quotation marks, nor over several lines. */
  @Test
  void whatACellStatesIsQuotedAsItWasWritten() {
    List<Finding> words =
        errors("'applications': {'received': {'naturalPerson': '\\\"约\\\"\\n12'}}");
    assertThat(only(words, Language.ZH).message()).contains("所填 “\"约\" 12” 不是");
    assertThat(only(words, Language.EN).message()).contains(": \"\"约\" 12\" is no number");
  }

  @Test
  void intWantsNumbersOfTheCellsKind() {
    List<Finding> count = errors("'applications': {'received': {'naturalPerson': '12'}}");
    FindingView zh = only(count, Language.ZH);
    assertThat(zh.id()).isEqualTo("INT:applications.received.naturalPerson");
    assertThat(zh.message())
        .isEqualTo(
            "一、本年新收政府信息公开申请数量 / 自然人：所填 “12” 不是此处应填的数字；须为不小于 0 的整数（最大"
                + " 9007199254740991）。应填数字 12，不加引号、空格、逗号，不用全角。");
    assertThat(zh.cells()).hasSize(1);
    assertThat(zh.cells().getFirst().stated().textValue()).isEqualTo("12");
    assertThat(zh.left()).isNull();
    assertThat(zh.difference()).isNull();
    assertThat(only(count, Language.EN).message())
        .isEqualTo(
            "1. Applications newly received this year / Natural persons: \"12\" is no number that"
                + " belongs here; wanted: a whole number from 0 to 9007199254740991. Write the"
                + " number 12: no quotes, spaces, commas or wide digits.");
    assertThat(only(errors("'disclosure': {'fees': {'amount': -0.5}}"), Language.ZH).message())
        .endsWith("所填 -0.5 不是此处应填的数字；须为不小于 0 的数字，最多 6 位小数，不带单位。");
    assertThat(only(errors("'disclosure': {'fees': {'change': 0.5}}"), Language.EN).message())
        .endsWith(
            "0.5 is no number that belongs here; wanted: a whole number, negative for a"
                + " decrease.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "22（其中修订16件） | 数字之外的文字可作为旁注填写：{\"value\": 22, \"remark\": \"其中修订16件\"}。",
        "２2 件 | 数字之外的文字可作为旁注填写：{\"value\": 22, \"remark\": \"件\"}。",
        "2笔 | 数字之外的文字可作为旁注填写：{\"value\": 2, \"remark\": \"笔\"}。",
        "1,234件 | 数字之外的文字可作为旁注填写：{\"value\": 1234, \"remark\": \"件\"}。",
        "无 | 没有发生的填 0，不适用的填 “n/a”。",
        "22（其中修订16件），另转发3件 | ''",
        "12件其中修订3件 | 数字之外的文字可作为旁注填写：{\"value\": 12, \"remark\": \"件其中修订3件\"}。",
        "零 | 应填数字 0，不用汉字。",
        "三 | 应填数字 3，不用汉字。",
        "一件 | 数字之外的文字可作为旁注填写：{\"value\": 1, \"remark\": \"件\"}。",
        "十二人次 | 数字之外的文字可作为旁注填写：{\"value\": 12, \"remark\": \"人次\"}。",
        "一 | 表示数量的填数字 1，表示不适用的填 “n/a”。",
        "无此项 | 本机关没有此类事项的填 “n/a”；有而本年没有发生的填 0。",
        "本单位无此项业务 | 本机关没有此类事项的填 “n/a”；有而本年没有发生的填 0。",
        "不涉及 | 本机关没有此类事项的填 “n/a”；有而本年没有发生的填 0。",
        "5000元 | 此处填数量，不填金额。",
        "5万元 | 此处填数量，不填金额。",
        "五千元 | 此处填数量，不填金额。",
        "5万件 | ''",
        "30余件 | ''",
        "三十余件 | ''",
        "三五件 | ''",
        "一百二 | ''",
        "二〇二一 | ''",
        "一些 | ''",
        "22至25件 | ''",
        "减5 | ''",
        "约22件 | ''",
        "22-25件 | ''",
        "1.5件 | ''",
        "12 | 应填数字 12，不加引号、空格、逗号，不用全角。",
        "１２ | 应填数字 12，不加引号、空格、逗号，不用全角。",
        "1,234 | 应填数字 1234，不加引号、空格、逗号，不用全角。",
        "1.5 | ''",
        "－1 | ''",
      })
  void intSaysHowAPrintedCellIsWritten(String printed, String advice) {
    String message = "须为不小于 0 的整数（最大 9007199254740991）。" + advice;
    assertThat(
            only(
                    errors("'contests': {'reconsideration': {'upheld': '" + printed + "'}}"),
                    Language.ZH)
                .message())
        .endsWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "减5 | -5",
        "减少5项 | -5",
        "减 ５ | -5",
        "减三 | -3",
        "增加12项 | 12",
        "增1,234 | 1234",
        "减-5 | ''",
        "减少5% | ''",
        "减5至6项 | ''",
        "增3减5 | ''",
        "减半 | ''",
      })
  void intSaysHowAChangeIsWritten(String printed, String number) {
    String advice = number.isEmpty() ? "" : "增/减填带符号的数字：" + number + "。";
    List<Finding> found = errors("'disclosure': {'fees': {'change': '" + printed + "'}}");
    assertThat(only(found, Language.ZH).message()).endsWith("须为整数，减少的填负数。" + advice);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "五千元 | {\"value\": 0.5, \"remark\": \"五千元\"}",
        "251000元 | {\"value\": 25.1, \"remark\": \"251000元\"}",
        "25.1万元 | {\"value\": 25.1, \"remark\": \"25.1万元\"}",
      })
  void intNeverTakesYuanForTenThousandYuan(String printed, String advice) {
    String amount = "{'amount': '" + printed + "'";
    assertThat(only(errors("'disclosure': {'fees': " + amount + "}}"), Language.EN).message())
        .endsWith("Words beside the number can be a remark: " + advice + ".");
    assertThat(
            only(errors("'disclosure': {'procurement': " + amount + "}}"), Language.EN).message())
        .contains(
            printed.startsWith("五") ? "Write 5000," : printed.replaceAll("[^0-9.]", ""),
            "\"unit\": \"" + (printed.contains("万") ? "wan" : "") + "yuan\"");
  }

  @Test
  void intQuotesLittleOfWhatIsLong() {
    String text = "'contests': {'reconsideration': {'upheld': '" + "𠮷".repeat(500) + "'}}";
    assertThat(only(errors(text), Language.ZH).message()).contains("𠮷…").hasSizeLessThan(200);
  }

  @Test
  void intAndBlankHoldForCountsOfPublications() {
    Content content =
        Samples.content(
            2021,
            "'nil': ['disclosure', 'applications', 'contests'], 'publications': {'total': {'count':"
                + " '余400', 'unit': 'item'}, 'channels': [{'channel': 'app', 'unit': 'item',"
                + " 'count': 5}, {'channel': 'print', 'unit': 'issue', 'count': 1.5}, {'channel':"
                + " 'push', 'unit': 'item'}]}");
    List<Finding> findings = CHECKS.check(content);
    assertThat(findings)
        .extracting(Finding::id)
        .containsExactly(
            "INT:publications.channels[1].count",
            "INT:publications.total.count",
            "BLANK:publications");
    assertThat(findings)
        .extracting(f -> FindingView.of(f, FORMS, Language.ZH).message())
        .containsExactly(
            "信息发布渠道 / 纸质媒体：所填 1.5 不是此处应填的数字；须为不小于 0 的整数（最大 9007199254740991）。",
            "信息发布渠道 / 总数：所填 “余400” 不是此处应填的数字；须为不小于 0 的整数（最大 9007199254740991）。",
            "信息发布渠道：有 1 格未填（“信息发布渠道 / 精准推送”）。");
    assertThat(FindingView.of(findings.get(2), FORMS, Language.EN).message())
        .isEqualTo(
            "Channels of publication: 1 blank (\"Channels of publication / Targeted push\").");
  }

  @Test
  void aNilReportHasNoFinding() {
    assertThat(
            CHECKS.check(Samples.content(2024, "'nil': ['disclosure','applications','contests']")))
        .isEmpty();
  }

  private static List<Finding> errors(String more) {
    return CHECKS.check(Samples.content(2021, more)).stream()
        .filter(f -> f.severity() == Severity.ERROR)
        .toList();
  }

  private static FindingView only(List<Finding> findings, Language language) {
    assertThat(findings).hasSize(1);
    return FindingView.of(findings.getFirst(), FORMS, language);
  }
}
