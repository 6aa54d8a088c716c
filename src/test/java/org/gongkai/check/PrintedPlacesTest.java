package org.gongkai.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.gongkai.crosscheck.Examples;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.finding.FindingView;
import org.gongkai.form.Samples;
import org.gongkai.problem.Language;
import org.gongkai.rule.RuleExamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Title, headings, signature and remarks, as they are printed: what is doubtful is let alone. */
class PrintedPlacesTest {

  private static final Checks CHECKS = new Checks(FORMS);

  private static final List<String> SECTIONS =
      List.of("overview", "disclosure", "applications", "contests", "problems", "otherMatters");

  /** As the sample of Huancui is printed, whose headings are not quite the form's. */
  @Test
  void aRealReportIsPrintedAsItShouldBe() {
    ObjectNode report = Samples.json(Samples.HUANCUI);
    List<Finding> before = CHECKS.check(Samples.READER.read(report));
    ObjectNode narrative = report.withObject("/narrative");
    narrative.put("title", "威海市环翠区工业和信息化局\n\n2021年政府信息公开工作年度报告");
    narrative.put("introduction", "本报告所列数据的统计期限自2021年1月1日起至2021年12月31日止。");
    narrative
        .putObject("headings")
        .put("overview", "一、总体情况")
        .put("disclosure", "二、主动公开政府信息情况")
        .put("applications", "三、收到和处理政府信息公开申请情况")
        .put("contests", "　　四、因政府信息公开被申请行政复议、提起行政诉讼情况")
        .put("problems", "五、存在的主要问题及改进情况")
        .put("otherMatters", "六、其他需要报告的事项");
    narrative.putObject("signature").put("name", "威海市环翠区工业和信息化局").put("date", "2022年1月20日");
    assertThat(CHECKS.check(Samples.READER.read(report))).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "某局2021年政府信息公开工作年度报告 | ''",
        "某局政府信息公开工作年度报告 | ''",
        "某局二〇二一年度政府信息公开年报 | ''",
        "某局2021年政府信息公开工作年度报告（2022年1月） | ''",
        "某局2019年至2020年政府信息公开工作报告 | ''",
        "某局2020年政府信息公开工作年度报告 | TEXT-YEAR:narrative.title",
        "２０２０年度某局政府信息公开年报 | TEXT-YEAR:narrative.title",
      })
  void theTitleIsOfTheYear(String title, String found) {
    assertThat(found("'title': '" + title + "'")).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2022年1月20日 | ''",
        "二〇二二年一月二十日 | ''",
        "2021年12月31日 | ''",
        "2021-12-31 | ''",
        "2022.1.20 | ''",
        "一月二十日 | ''",
        "   年  月  日 | ''",
        "2021年1月20日至2022年1月20日 | ''",
        "2021年1月20日 | info SIGN-DATE:narrative.signature.date",
        "2021.1.20 | info SIGN-DATE:narrative.signature.date",
        "2023年1月20日 | info SIGN-DATE:narrative.signature.date",
        "2020年12月31日 | warning SIGN-DATE:narrative.signature.date",
        "二〇二〇年一月二十日 | warning SIGN-DATE:narrative.signature.date",
      })
  void theSignatureIsOfTheYearBehind(String date, String found) {
    List<Finding> findings = findings("'signature': {'date': '" + date + "'}");
    assertThat(findings)
        .extracting(f -> f.severity().code() + " " + f.id())
        .isEqualTo(found.isEmpty() ? List.of() : List.of(found));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "一、总体情况|二、主动公开政府信息情况|三、收到和处理政府信息公开申请情况|四、政府信息公开行政复议、行政诉讼情况|五、存在的主要问题及改进情况|六、其他需要报告的事项",
        "一、概述|二、政府信息主动公开情况|三、政府信息依申请公开情况|四、因政府信息公开申请行政复议、提起行政诉讼的情况|五、工作中存在的问题和下步打算|六、其它需要报告的问题",
        "第一部分 总体情况||||第六部分 存在的问题|第七部分 其他事项",
        "总体情况|主动公开|依申请公开|复议诉讼|问题与改进|收费",
        "一、主动公开和依申请公开总体情况|二、||||",
        "一、概述||||五、下一步工作打算|六、其他需要说明的问题",
        "|||||六、其他应报告的事项和改进建议",
        "|||||六、需要说明的问题",
        "|||||六、需要报告的其他重大事项及改进情况",
        "|||||六、其他情况（主动公开工作创新）",
        "|||||六、其他需要报告的事项",
      })
  void headingsMayBeWordedOtherwise(String headings) {
    assertThat(found(headings(headings))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "||||六、存在的主要问题及改进情况|五、政府信息公开收费情况, OUT_OF_ORDER narrative.headings.otherMatters",
    "||||五、收取信息处理费情况|六、存在的主要问题, WRONG_HEADING narrative.headings.problems WRONG_HEADING"
        + " narrative.headings.otherMatters",
    "||三、收到和处理申请情况|三、复议诉讼情况||, OUT_OF_ORDER narrative.headings.contests",
    "||政府信息公开行政复议、行政诉讼情况|||, WRONG_HEADING narrative.headings.applications",
    "||||五、其他情况|, WRONG_HEADING narrative.headings.problems",
  })
  void headingsAreInTheOrderOfTheFormAndOverTheirSections(String headings, String found) {
    assertThat(findings(headings(headings)).stream().map(f -> f.kind() + " " + f.place()).toList())
        .isEqualTo(List.of(found.split(" (?=OUT|WRONG)")));
  }

  /** 收费 was the third of five sections then. */
  @Test
  void headingsOfTheTimeBeforeTheFormAreLetAlone() {
    String headings = headings("|一、主动公开|二、依申请公开|四、复议诉讼|五、存在的问题|三、收费及减免情况");
    String report = "'narrative': {'problems': '公开不够及时。', " + headings + "}";
    assertThat(CHECKS.check(Samples.content(2013, report)))
        .extracting(Finding::rule)
        .doesNotContain("HEADINGS");
    assertThat(CHECKS.check(Samples.content(2019, report)))
        .extracting(Finding::rule)
        .contains("HEADINGS");
  }

  @Test
  void aHeadingInTheFirstLineCountsWhereItIsTheFormsOwn() {
    String fees = "本年度未收取信息处理费。'";
    assertThat(found("'problems': '六、其他需要报告的事项\\n" + fees))
        .isEqualTo("HEADINGS:narrative.problems");
    assertThat(found("'problems': '五、存在的主要问题及改进情况\\n公开不够及时。'")).isEmpty();
    assertThat(found("'problems': '一、存在问题\\n公开不够及时。\\n二、改进措施\\n加强培训。'")).isEmpty();
    assertThat(found("'problems': '一是主动公开不够。', 'overview': '一、主动公开情况\\n公开信息若干。'")).isEmpty();
  }

  @Test
  void findingsQuoteWhatIsPrinted() {
    Finding order = findings(headings("||||六、存在的主要问题|五、收费情况")).getFirst();
    assertThat(FindingView.of(order, FORMS, Language.ZH).message())
        .isEqualTo("标题 / 六、其他需要报告的事项：标题（“五、收费情况”）的编号与格式规定的各部分次序不符，前面已有“六、存在的主要问题”。");
    Finding signed = findings("'signature': {'date': '2020年1月5日'}").getFirst();
    assertThat(FindingView.of(signed, FORMS, Language.ZH).message())
        .startsWith("落款 / 日期：落款日期（“2020年1月5日”）在 2020 年，而本报告为 2021 年度报告");
  }

  /** Text that stands under a table is text like every other. */
  @Test
  void textUnderATableIsRead() {
    String report =
        "'applications': {'received': {'total': 41}, 'carriedOver': {'total': 2}}, 'narrative':"
            + " {'applications': '2021年，我局共收到政府信息公开申请14件。', 'problems': '公开不够及时。'}";
    assertThat(CHECKS.check(Samples.content(2021, report)))
        .filteredOn(f -> f.rule().equals("TEXT-COUNT"))
        .singleElement()
        .satisfies(
            f ->
                assertThat(f.cells())
                    .extracting(CellState::path)
                    .contains("narrative.applications"));
  }

  /** What all reports have alike is no copy; what stands under a table may be one. */
  @Test
  void textUnderATableIsComparedWithLastYears() {
    String words =
        FORMS
            .inForce(2023)
            .rule("TEXT-COPY")
            .orElseThrow()
            .examples()
            .failing()
            .report()
            .at("/narrative/platform")
            .textValue();
    for (String part : List.of("platform", "contests", "introduction")) {
      assertThat(copies(part, words)).as(part).containsExactly("narrative." + part);
    }
    assertThat(copies("title", words.substring(0, 250))).isEmpty();
  }

  private static List<String> copies(String part, String words) {
    ObjectNode last = Samples.report(2022, "");
    last.putObject("narrative").put(part, words);
    ObjectNode now = last.deepCopy().put("year", 2023);
    return Examples.found(new RuleExamples.Example(last, null, null, null, now)).stream()
        .filter(f -> f.kind() == FindingKind.COPIED)
        .map(Finding::place)
        .toList();
  }

  @Test
  void titleAndSignatureAloneAreNoText() {
    assertThat(found("'title': '某局2021年政府信息公开工作年度报告', 'signature': {'name': '某局'}")).isEmpty();
  }

  @Test
  void aRemarkHoldsNothingPrivate() {
    String cell =
        "'applications': {'received': {'naturalPerson': {'value': 1, 'remark':"
            + " '申请人电话13800138000'}}}, 'publications': {'channels': [{'channel': 'app', 'unit':"
            + " 'item', 'count': {'value': 1, 'remark': '张三13900139000'}}]}";
    List<Finding> found =
        CHECKS.check(Samples.content(2021, cell)).stream()
            .filter(f -> f.kind() == FindingKind.PRIVATE)
            .toList();
    assertThat(found)
        .extracting(Finding::id)
        .containsExactly(
            "TEXT-PRIVATE:applications.received.naturalPerson",
            "TEXT-PRIVATE:publications.channels[0].count");
    FindingView view = FindingView.of(found.getFirst(), FORMS, Language.ZH);
    assertThat(view.message()).startsWith("一、本年新收政府信息公开申请数量 / 自然人：").doesNotContain("13800138000");
  }

  private static String headings(String printed) {
    String[] headings = printed.split("\\|", -1);
    StringBuilder json = new StringBuilder("'headings': {");
    for (int i = 0; i < headings.length; i++) {
      json.append(i == 0 ? "" : ", ").append("'").append(SECTIONS.get(i)).append("': '");
      json.append(headings[i]).append("'");
    }
    return json.append("}").toString();
  }

  private static String found(String narrative) {
    return String.join(" ", findings(narrative).stream().map(Finding::id).toList());
  }

  /** What is found in the text; of a report that says nothing in its tables. */
  private static List<Finding> findings(String narrative) {
    String nil = "'nil': ['disclosure', 'applications', 'contests'], 'narrative': {";
    return CHECKS.check(Samples.content(2021, nil + narrative + "}")).stream()
        .filter(f -> !f.rule().equals("S5-EMPTY"))
        .toList();
  }
}
