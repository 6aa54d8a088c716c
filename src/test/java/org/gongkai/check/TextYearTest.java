package org.gongkai.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.claim.Claims;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingView;
import org.gongkai.finding.Findings;
import org.gongkai.form.Content;
import org.gongkai.form.Samples;
import org.gongkai.problem.Language;
import org.gongkai.rule.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A report of 2021 whose text says that it is of another year, and many that do not. */
@Execution(ExecutionMode.CONCURRENT)
class TextYearTest {

  /** Words that were left of last year's report, each with the rule that points them out. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023年，我局共制定规范性文件3件。",
        "2023年，我局通过微信公众号发布信息149条。",
        "2023年度，我局认真贯彻落实条例，主动公开信息300条。",
        "2023年，全年公开政府信息20条。",
        "2023年，我局召开新闻发布会3次。",
        "2023年，共收到政府信息公开申请5件。",
        "2023年，我局制定规范性文件3件，现行有效5件。"
      })
  void wordsOfLastYearArePointedOutOnce(String words) {
    assertThat(dated(words)).hasSize(1);
    assertThat(dated(words.replace("2023", "２０２３"))).hasSize(1);
    assertThat(dated(words.replace("2023", "2024"))).isEmpty();
    assertThat(dated(words + words.replace("2023", "2024"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023年结转本年度办理的申请2件。",
        "2023年，我局荣获先进单位称号。",
        "与2023年相比，公开信息增加20条。",
        "2023年存在的问题已整改，公开目录更新3项。",
        "2025年，将公开政策解读不少于20条。",
        "2022年至2024年，我镇累计公开信息1800条。",
        "2022年至2024年，我镇共公开信息1800条。",
        "2022-2024年，我镇共公开信息1800条。",
        "2023年制定的规范性文件2件继续有效。",
        "2023年制定的规范性文件2件，均继续有效。",
        "2023年12月收到、2024年1月答复的申请1件。",
        "2023年12月收到政府信息公开申请1件、2024年1月答复。"
      })
  void whatMayBeSaidOfAnotherYearIsNot(String words) {
    assertThat(dated(words)).isEmpty();
  }

  /** In section 1 it is certain what the organ did in another year beside which nothing stands. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2023年，我局召开新闻发布会3次。 | TEXT-DATE
          2023年，我局通过微信公众号发布信息149条，答复网民12人。 | TEXT-DATE
          2023年全年办理政府信息公开申请5件。 | TEXT-DATE
          2023年，我局召开新闻发布会3次，今年召开5次。 | TEXT-PAST
          2022年，我局召开新闻发布会3次。 | TEXT-PAST
          """)
  void whatWasDoneInTheYearBeforeIsCertain(String words, String rule) {
    assertThat(dated(words)).containsExactly(rule);
  }

  private static List<String> dated(String words) {
    return new Checks(Samples.FORMS)
            .check(Samples.content(2024, "'narrative': {'proactiveDisclosure': '" + words + "'}"))
            .stream()
            .map(Finding::rule)
            .filter(rule -> rule.equals("TEXT-DATE") || rule.equals("TEXT-PAST"))
            .toList();
  }

  private static final Checks CHECKS = new Checks(FORMS, new Claims(FORMS));
  private static final int YEAR = 2021;

  /** A sentence of the overview, and the words that state another year than 2021. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          本年度报告中所列数据的统计期限从2020年1月1日起至2020年12月31日止。 | 2020年1月1日起至2020年12月31日
          本报告所列数据的统计期限自2020年1月1日起，至12月31日止。 | 2020年1月1日起，至12月31日
          统计期限：2022年1月1日至2022年12月31日 | 2022年1月1日至2022年12月31日
          数据统计期限为 2020 年 1 月 1 日—2020 年 12 月 31 日。 | 2020 年 1 月 1 日—2020 年 12 月 31 日
          本报告中的数据统计时间为２０２０年１月１日到１２月３１日。 | ２０２０年１月１日到１２月３１日
          本年度报告统计期限为二〇二〇年一月一日至二〇二〇年十二月三十一日。 | 二〇二〇年一月一日至二〇二〇年十二月三十一日
          报告期限为2020.1.1-2020.12.31。 | 2020.1.1-2020.12.31
          所列数据的统计期限自2020年1月1日起至2021年12月31日止。 | 2020年1月1日起至2021年12月31日
          所列数据的统计期限自2021年1月1日起至2022年12月31日止。 | 2021年1月1日起至2022年12月31日
          （2020年1月1日—12月31日） | 2020年1月1日—12月31日
          本年度（2020年1月1日至2020年12月31日），我局共公开信息54条。 | 2020年1月1日至2020年12月31日
          环翠区工信局2021年政府信息公开工作年度报告（2020年1月1日—12月31日） | 2020年1月1日—12月31日
          环翠区工业和信息化局2020年政府信息公开工作年度报告 | 环翠区工业和信息化局2020年政府信息公开工作年度报告
          2020年度政府信息公开年度报告 根据《条例》要求，现报告如下。 | 2020年度政府信息公开年度报告
          《环翠区应急局2022年度政府信息公开工作年度报告》 | 《环翠区应急局2022年度政府信息公开工作年度报告
          某镇人民政府二○二○年政府信息公开工作年度报告 | 某镇人民政府二○二○年政府信息公开工作年度报告
          市教育局政府信息公开工作２０２０年度报告 | 市教育局政府信息公开工作２０２０年度报告
          根据《中华人民共和国政府信息公开条例》（2019年4月3日修订）的规定，编制2020年度政府信息公开工作年度报告。 | 编制2020年度政府信息公开工作年度报告
          按照国务院办公厅的统一格式，特编制本机关2020年政府信息公开工作年度报告，全文由六部分组成。 | 编制本机关2020年政府信息公开工作年度报告
          根据条例要求，现公布《环翠区民政局2022年政府信息公开工作年度报告》。 | 现公布《环翠区民政局2022年政府信息公开工作年度报告
          现将我局2020年政府信息公开工作情况报告如下：一、总体情况 | 现将我局2020年政府信息公开工作情况报告
          按照条例第五十条，制作并公布2020年度政府信息公开工作年度报告如下。 | 制作并公布2020年度政府信息公开工作年度报告
          """)
  void statesAnotherYear(String sentence, String words) {
    List<Finding> findings = found("overview", sentence);
    assertThat(findings).hasSize(1);
    Finding finding = findings.getFirst();
    assertThat(finding.id()).isEqualTo("TEXT-YEAR:narrative.overview");
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.cells()).hasSize(1);
    assertThat(finding.cells().getFirst().path()).isEqualTo("narrative.overview");
    assertThat(finding.cells().getFirst().stated().textValue()).isEqualTo(words);
    assertThat(finding.left().intValue()).isIn(2020, 2022);
    assertThat(finding.right().intValue()).isEqualTo(2021);
  }

  /** What reports of 2021 say in good order. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "本年度报告中所列数据的统计期限从2021年1月1日起至2021年12月31日止。",
        "统计期限自2021年1月1日至12月31日。",
        "（2021年1月1日—12月31日）",
        "环翠区工业和信息化局2021年政府信息公开工作年度报告",
        "根据《条例》规定，编制2021年度政府信息公开工作年度报告。",
        "根据《条例》规定，编制二〇二一年度政府信息公开工作年度报告。",
        "2021年，区工信局共公开各类信息411条，比2020年略有减少。",
        "2022年，将进一步扩大公开内容，编制2022年度政府信息公开工作要点。",
        "上年度报告指出的问题已经整改。",
        "2020年年度报告中存在的问题已全部整改到位。",
        "2020年政府信息公开工作年度报告中存在的问题已整改。",
        "2020年政府信息公开工作年度报告指出的问题，我局逐条落实。",
        "对照2020年政府信息公开工作年度报告，我局逐项整改。",
        "环翠区工信局2020年政府信息公开工作年度报告（以下简称《报告》）所列问题已整改。",
        "根据《条例》要求，我局于2021年1月20日公布了2020年度政府信息公开工作年度报告。",
        "根据《条例》要求，按时编制并公布2020年度政府信息公开工作年度报告。",
        "根据《条例》要求，我局已编制2020年度政府信息公开工作年度报告，并在门户网站公开。",
        "根据《条例》要求，2021年1月编制2020年度政府信息公开工作年度报告，向社会公布。",
        "按照要求，组织编制2020年度政府信息公开工作年度报告，开展培训。",
        "按照要求，我局网站公布《2020年政府信息公开工作年度报告》，接受监督。",
        "全年主动公开信息54条。编制2020年度政府信息公开工作年度报告，做好归档。",
        "与上年（2020年1月1日—12月31日）相比，申请减少3件。",
        "上一年度报告所列数据的统计期限自2020年1月1日起至2020年12月31日止。",
        "对2020年1月1日至2020年12月31日制发的规范性文件进行了清理。",
        "我局2020年度（2020年1月1日—12月31日）的申请均已答复。",
        "专项行动自2020年1月1日起至2021年12月31日止，为期两年。",
        "统计期限自2020年10月1日起至2021年3月31日止的专项数据另行报送。",
        "《环翠区政务公开规划（2020年1月1日—2025年12月31日）》已公布。",
        "依申请公开件20201231号已答复，电话12020年1月1日。",
        "无",
        ""
      })
  void statesNoOtherYear(String sentence) {
    assertThat(found("overview", sentence)).isEmpty();
    assertThat(found("problems", sentence)).isEmpty();
  }

  @Test
  void aPartThatIsNotTheFirstHasNoCustomarySentence() {
    String sentence = "根据《条例》规定，编制2020年度政府信息公开工作年度报告。";
    assertThat(found("overview", sentence)).hasSize(1);
    assertThat(found("proactiveDisclosure", sentence)).isEmpty();
    assertThat(found("problems", "统计期限自2020年1月1日至12月31日。"))
        .extracting(Finding::place)
        .containsExactly("narrative.problems");
  }

  @Test
  void onceTheReportNamesItsYearOtherTitlesAreOnlySpokenOf() {
    String title = "环翠区工信局2020年政府信息公开工作年度报告\n";
    assertThat(found("overview", title + "统计期限自2020年1月1日至12月31日。")).hasSize(1);
    assertThat(found("overview", title + "统计期限自2021年1月1日至12月31日。")).isEmpty();
    String own = "环翠区工信局2021年政府信息公开工作年度报告\n";
    assertThat(found("overview", own + "统计期限自2020年1月1日至12月31日。")).hasSize(1);
    assertThat(CHECKS.check(narrated("overview", own, "problems", title))).noneMatch(this::isOurs);
  }

  @Test
  void everyPlaceOfAPartIsQuotedInOneFinding() {
    List<Finding> findings =
        found("overview", "区工信局2020年政府信息公开工作年度报告\n（2020年1月1日—12月31日）\n所列数据的统计期限自2020年1月1日至12月31日。");
    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().cells()).hasSize(3);
  }

  @Test
  void isPutIntoWords() {
    Finding finding = found("overview", "统计期限自2020年1月1日至12月31日。").getFirst();
    FindingView zh = FindingView.of(finding, FORMS, Language.ZH);
    assertThat(zh.message()).isEqualTo("一、总体情况：文中所写为 2020 年度（“2020年1月1日至12月31日”），而本报告年度为 2021 年。");
    assertThat(zh.cells().getFirst().label()).isEqualTo("一、总体情况");
    assertThat(zh.basis()).contains("第五十条");
    assertThat(FindingView.of(finding, FORMS, Language.EN).message())
        .isEqualTo(
            "1. Overview: the text is of 2020 (\"2020年1月1日至12月31日\"), but the report is of 2021.");
    assertThat(Findings.read(Findings.write(List.of(finding)))).containsExactly(finding);
  }

  @Test
  void everyEditionHasTheRule() {
    FORMS.all().forEach(form -> assertThat(form.rule("TEXT-YEAR")).isPresent());
    Content old = Samples.content(2019, "'narrative': {'overview': '统计期限自2018年1月1日至12月31日。'}");
    assertThat(CHECKS.check(old)).filteredOn(this::isOurs).hasSize(1);
  }

  static Stream<String> samples() {
    return Stream.of(Samples.HUANCUI, Samples.HUAIAN, Samples.SHANGHAI);
  }

  /** As a report that was copied from last year's: its figures and text, under the next year. */
  @ParameterizedTest
  @MethodSource("samples")
  void aRealReportIsFoundOnlyUnderAnotherYear(String sample) {
    ObjectNode report = Samples.json(sample);
    int year = report.get("year").intValue();
    assertThat(CHECKS.check(Samples.READER.read(report))).noneMatch(this::isOurs);
    ObjectNode narrative = report.withObjectProperty("narrative");
    String before = narrative.path("overview").asText();
    narrative.put("overview", "本报告所列数据的统计期限自" + year + "年1月1日起至" + year + "年12月31日止。" + before);
    assertThat(CHECKS.check(Samples.READER.read(report))).noneMatch(this::isOurs);
    report.put("year", year + 1);
    assertThat(CHECKS.check(Samples.READER.read(report)))
        .filteredOn(this::isOurs)
        .extracting(Finding::id)
        .containsExactly("TEXT-YEAR:narrative.overview");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020年1月1日至", "本报告数据的统计期限自2020年1月1日至12月31日，", "（", "编制2020年", "政府信息公开"})
  void longTextsAreReadInNoTime(String again) {
    String text = again.repeat(100_000 / again.length());
    // the time of this thread alone: others share the machine
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    found("overview", text);
    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start))
        .isLessThan(Duration.ofSeconds(2));
  }

  private boolean isOurs(Finding finding) {
    return finding.rule().equals("TEXT-YEAR");
  }

  private List<Finding> found(String part, String text) {
    return CHECKS.check(narrated(part, text)).stream().filter(this::isOurs).toList();
  }

  private static Content narrated(String... texts) {
    ObjectNode report = Samples.report(YEAR, "");
    ObjectNode narrative = report.putObject("narrative").put("problems", "公开内容有待完善。");
    for (int i = 0; i < texts.length; i += 2) {
      narrative.put(texts[i], texts[i + 1]);
    }
    return Samples.READER.read(report);
  }
}
