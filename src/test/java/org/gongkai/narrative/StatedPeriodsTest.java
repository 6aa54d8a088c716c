package org.gongkai.narrative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.gongkai.check.Checks;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingView;
import org.gongkai.finding.Findings;
import org.gongkai.form.Samples;
import org.gongkai.problem.Language;
import org.gongkai.rule.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports of 2021 whose period is not the calendar year, and periods that are not theirs. */
class StatedPeriodsTest {

  private static final Checks CHECKS = new Checks(FORMS);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          本报告所列数据的统计期限自2021年1月1日起至2021年6月30日止。 | 2021年1月1日起至2021年6月30日
          本年度报告中所列数据的统计期限从2021年3月12日起，至12月31日止。 | 2021年3月12日起，至12月31日
          数据统计期限：2021年3月至12月。 | 2021年3月至12月
          统计期限为2020年12月1日至2021年11月30日。 | 2020年12月1日至2021年11月30日
          本报告中的数据统计时间为２０２１年１月１日到１２月３０日。 | ２０２１年１月１日到１２月３０日
          （一）统计时段：二〇二一年一月一日至二〇二一年十一月三十日。 | 二〇二一年一月一日至二〇二一年十一月三十日
          报告期为2021年2月1日至2022年1月31日 | 2021年2月1日至2022年1月31日
          本报告由总体情况、主动公开情况等六部分组成，涵盖2021年1月1日至12月21日本县政府信息公开工作情况。 | 2021年1月1日至12月21日
          本报告所列数据的统计期限自2021年1月1日起至202121年12月31日止。 | 2021年1月1日起至202121年12月31日
          本报告数据统计期限自2020年4月1日起至2020年12月31日止。 | 2020年4月1日起至2020年12月31日
          """)
  void isNotTheCalendarYear(String text, String words) {
    List<Finding> findings = found(text);
    assertThat(findings).hasSize(1);
    Finding finding = findings.getFirst();
    assertThat(finding.id()).isEqualTo("TEXT-PERIOD:narrative.overview");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    CellState quote = finding.cells().getFirst();
    assertThat(quote.stated().textValue()).isEqualTo(words);
    assertThat(text.substring(quote.at())).startsWith(words);
    assertThat(Findings.read(Findings.write(findings))).isEqualTo(findings);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "本报告所列数据的统计期限自2021年1月1日起至2021年12月31日止。",
        "统计期限为2021年1月至12月。",
        "本报告由总体情况、主动公开情况等六部分组成，涵盖2021年1月1日至12月31日本县政府信息公开工作情况。",
        "本报告由总体情况等六部分组成，涵盖2021年1月1日至11月30日开展的专项检查。",
        "县融媒体中心专题涵盖2021年1月1日至12月21日本县政府信息公开工作情况。",
        "本报告所列文件的编号自2021年1月1日起至202121号止。",
        "数据统计期限：二〇二一年一月一日至十二月三十一日。",
        "统计期限自2020年10月1日起至2021年3月31日止的专项数据另行报送。",
        "群众满意度调查的统计时间为2021年3月1日至5月31日。",
        "本报告公示期为2021年12月1日至12月15日。",
        "本报告电子版可于2022年1月31日至2022年6月30日下载。",
        "2021年3月1日至6月30日，开展政务公开专项检查。",
        "意见征集时间为2021年4月1日至4月30日，收到意见12条。",
        "我局于2021年3月至12月开展规范性文件清理。",
        "上一年度报告所列数据的统计期限自2020年3月1日起至2020年12月31日止。",
        "网站监测统计周期为2021年7月1日至9月30日。",
        "2021年1月1日至6月30日，共收到政府信息公开申请4件。",
        "本报告所列数据截至2021年12月31日。",
        ""
      })
  void isNotThePeriodOfTheReport(String text) {
    assertThat(found(text)).isEmpty();
  }

  @Test
  void aWholeOtherYearIsTheOtherRules() {
    assertThat(CHECKS.check(Samples.READER.read(narrated("统计期限自2020年1月1日至12月31日。"))))
        .extracting(Finding::rule)
        .contains("TEXT-YEAR")
        .doesNotContain("TEXT-PERIOD");
  }

  @Test
  void isPutIntoWords() {
    Finding finding = found("统计期限为2021年3月至12月。").getFirst();
    assertThat(FindingView.of(finding, FORMS, Language.ZH).message())
        .isEqualTo("一、总体情况：文中写明的统计期限（“2021年3月至12月”）不是自然年度（1月1日至12月31日）。");
    assertThat(FindingView.of(finding, FORMS, Language.EN).message())
        .isEqualTo(
            "1. Overview: the period that the text states (\"2021年3月至12月\") is not the calendar"
                + " year, 1 January to 31 December.");
  }

  private static List<Finding> found(String text) {
    return CHECKS.check(Samples.READER.read(narrated(text))).stream()
        .filter(finding -> finding.rule().equals("TEXT-PERIOD"))
        .toList();
  }

  private static ObjectNode narrated(String text) {
    ObjectNode report = Samples.report(2021, "");
    report.putObject("narrative").put("overview", text).put("problems", "公开内容有待完善。");
    return report;
  }
}
