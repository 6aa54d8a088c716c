package org.gongkai.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.claim.Claims;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingView;
import org.gongkai.finding.Findings;
import org.gongkai.form.Samples;
import org.gongkai.narrative.Statement;
import org.gongkai.narrative.TextReader;
import org.gongkai.problem.Language;
import org.gongkai.rule.Severity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of real reports: in order as they stand, and one warning for each changed number. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class SeedTextTest {

  private static final Checks CHECKS = new Checks(FORMS, new Claims(FORMS));
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  @Test
  void theNumbersAreBoundAndAgree() {
    var content = Samples.content(Samples.HUANCUI);
    List<Statement> statements =
        new TextReader(FORMS).read(content).stream().flatMap(t -> t.statements().stream()).toList();
    assertThat(statements).allMatch(Statement::certain);
    assertThat(statements)
        .extracting(s -> (s.frame() == null ? s.channel() : s.frame().id()) + "=" + s.number())
        .containsExactly("null=411", "website=54", "wechat=357", "received=0", "received=0");
    assertThat(found(Samples.json(Samples.HUANCUI))).isEmpty();
  }

  /** What is replaced in the text by what, the rule, its place, and the words that are quoted. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          overview | 411条 | 412条 | TEXT-COUNT | publications.total.count | 区工信局……共公开各类信息412条
          overview | 411条 | 441条 | TEXT-COUNT | publications.total.count | 区工信局……共公开各类信息441条
          overview | 411条 | 四百一十二条 | TEXT-COUNT | publications.total.count | 区工信局……共公开各类信息四百一十二条
          overview | 54条 | 45条 | TEXT-COUNT | publications.channels[0].count | 其中通过政府网站公开信息45条
          overview | 357条 | ３７５条 | TEXT-COUNT | publications.channels[1].count | 通过政务微信公开信息３７５条
          overview | 本单位未收到政府信息公开申请 | 本单位收到政府信息公开申请3件 | TEXT-COUNT | applications.received.total | 本单位收到政府信息公开申请3件
          overview | 2021年，本单位 | 2020年，本单位 | TEXT-DATE | narrative.overview | 2020年，本单位未收到政府信息公开申请
          overview | 2021年，区工信局 | 2020年，区工信局 | TEXT-DATE | narrative.overview | 2020年，区工信局……共公开各类信息411条
          overview | 比2020年 | 比2019年 | TEXT-DATE | narrative.overview | 比2019年略有减少
          overview | 比2020年 | 比2021年 | TEXT-DATE | narrative.overview | 比2021年略有减少
          problems | 2021年在政府 | 2020年在政府 | TEXT-DATE | narrative.problems | 2020年在政府信息公开工作方面主要存在以下问题：
          otherMatters | 2021年，本单位 | 2020年，本单位 | TEXT-DATE | narrative.otherMatters | 2020年，本单位未收到政府信息公开申请
          """)
  void aChangedTextIsOneWarning(
      String part, String from, String to, String rule, String place, String words) {
    ObjectNode report = Samples.json(Samples.HUANCUI);
    ObjectNode narrative = (ObjectNode) report.get("narrative");
    String text = narrative.get(part).asText();
    assertThat(text).contains(from);
    narrative.put(part, text.replace(from, to));
    Finding finding = only(report, rule, place);
    CellState quote = finding.cells().getFirst();
    assertThat(quote.path()).isEqualTo("narrative." + part);
    assertThat(quote.stated().asText()).isEqualTo(words);
    assertThat(narrative.get(part).asText().substring(quote.at())).startsWith(words);
  }

  /** The numbers and years of the text, each by its first place, and what is warned of instead. */
  static Stream<Arguments> everyOtherDigit() {
    List<Arguments> all = new ArrayList<>();
    Samples.json(Samples.HUANCUI)
        .get("narrative")
        .properties()
        .forEach(
            part -> {
              String text = part.getValue().asText();
              for (Matcher number = NUMBER.matcher(text); number.find(); ) {
                for (int at = number.start(); at < number.end(); at++) {
                  for (char digit = '0'; digit <= '9'; digit++) {
                    boolean leads = at == number.start() && digit == '0';
                    String other = text.substring(0, at) + digit + text.substring(at + 1);
                    if (digit != text.charAt(at) && !leads && !canBeMeant(other)) {
                      all.add(Arguments.of(part.getKey(), number.group(), number.start(), other));
                    }
                  }
                }
              }
            });
    return all.stream();
  }

  /**
   * An earlier year may be compared with, and what is done gradually may have been begun in the
   * report's year or long ago.
   */
  private static boolean canBeMeant(String text) {
    return Stream.of("比2000年", "比2010年", "2021年，……逐步", "2012年，……逐步", "2002年，……逐步")
        .anyMatch(text::contains);
  }

  @ParameterizedTest
  @MethodSource("everyOtherDigit")
  void everyOtherDigitOfEveryNumberIsOneWarningAtItsPlace(
      String part, String number, int at, String text) {
    ObjectNode report = Samples.json(Samples.HUANCUI);
    ((ObjectNode) report.get("narrative")).put(part, text);
    boolean isYear = number.length() == 4;
    String place =
        switch (number) {
          case "411" -> "publications.total.count";
          case "54" -> "publications.channels[0].count";
          case "357" -> "publications.channels[1].count";
          default -> "narrative." + part;
        };
    Finding finding = only(report, isYear ? "TEXT-DATE" : "TEXT-COUNT", place);
    CellState quote = finding.cells().getFirst();
    assertThat(quote.at()).isLessThanOrEqualTo(at);
    assertThat(quote.at() + quote.stated().asText().length()).isGreaterThan(at);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /publications/total | 410 | publications.total.count
          /publications/channels/0 | 53 | publications.channels[0].count
          /publications/channels/1 | 375 | publications.channels[1].count
          """)
  void aChangedCellIsOneWarning(String pointer, int count, String place) {
    ObjectNode report = Samples.json(Samples.HUANCUI);
    ((ObjectNode) report.at(pointer)).put("count", count);
    Finding finding = only(report, "TEXT-COUNT", place);
    assertThat(finding.right().intValue()).isEqualTo(count);
    assertThat(finding.cells().getLast().stated().asInt()).isEqualTo(count);
  }

  /** Every digit of every number that the text speaks of, in the cells. */
  @ParameterizedTest
  @CsvSource({
    "/publications/total, count, 411, publications.total.count",
    "/publications/channels/0, count, 54, publications.channels[0].count",
    "/publications/channels/1, count, 357, publications.channels[1].count",
    "/applications/received, total, 0, applications.received.total"
  })
  void everyOtherDigitOfACellIsOneWarningAtItsPlace(
      String pointer, String cell, String number, String place) {
    for (int at = 0; at < number.length(); at++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        if (digit != number.charAt(at)) {
          ObjectNode report = Samples.json(Samples.HUANCUI);
          String other = number.substring(0, at) + digit + number.substring(at + 1);
          ((ObjectNode) report.at(pointer)).put(cell, Integer.parseInt(other));
          assertThat(found(report))
              .as(other)
              .filteredOn(finding -> finding.severity() == Severity.WARNING)
              .singleElement()
              .satisfies(
                  finding -> {
                    assertThat(finding.rule()).isEqualTo("TEXT-COUNT");
                    assertThat(finding.place()).isEqualTo(place);
                    assertThat(finding.right().intValue()).isEqualTo(Integer.parseInt(other));
                  });
        }
      }
    }
  }

  @Test
  void whatSeveralCellsMakeTogetherIsNotSaidOfTheFirst() {
    ObjectNode report = Samples.json(Samples.HUANCUI);
    ((ObjectNode) report.get("narrative")).put("overview", "因政府信息公开引起行政诉讼2件。");
    ((ObjectNode) report.at("/contests/litigationAfterReconsideration"))
        .put("upheld", 1)
        .put("total", 1);
    Finding finding =
        only(
            report,
            "TEXT-COUNT",
            "contests.litigationDirect.total+contests.litigationAfterReconsideration.total");
    assertThat(FindingView.of(finding, FORMS, Language.ZH).message())
        .isEqualTo("行政诉讼：文中写的是 2（“因政府信息公开引起行政诉讼2件”），表中相关各格之和为 1。");
  }

  /** The heading is said to differ, even where its first leaf has all of it; the leaf as well. */
  @Test
  void whatAHeadingMakesIsSaidOfTheHeadingAndNotOfItsFirstLeaf() {
    ObjectNode report = Samples.json(Samples.HUANCUI);
    ((ObjectNode) report.at("/applications/outcomes/refused/stateSecret")).put("total", 1);
    ((ObjectNode) report.get("narrative")).put("applications", "予以公开0件，不予公开5件，其中属于国家秘密2件。");
    assertThat(found(report).stream().filter(one -> one.rule().equals("TEXT-COUNT")))
        .extracting(Finding::place, one -> FindingView.of(one, FORMS, Language.ZH).message())
        .contains(
            tuple(
                "applications.outcomes.refused.total",
                "三、本年度办理结果 / （三）不予公开：文中写的是 5（“不予公开5件”），表中相关各格之和为 1。"),
            tuple(
                "applications.outcomes.refused.stateSecret.total",
                "三、本年度办理结果 / （三）不予公开 / 1.属于国家秘密 / 总计：文中写的是 2（“其中属于国家秘密2件”），表中为 1。"));
  }

  @Test
  void whatTablesOfContestsMakeTogetherIsSaidOfTheTable() {
    ObjectNode report = Samples.json(Samples.HUANCUI);
    ((ObjectNode) report.get("narrative")).put("overview", "因政府信息公开引起行政复议、行政诉讼5件。");
    assertThat(found(report))
        .filteredOn(one -> one.rule().startsWith("TEXT-UNSURE"))
        .extracting(one -> FindingView.of(one, FORMS, Language.ZH).message())
        .singleElement(STRING)
        .startsWith("四、政府信息公开行政复议、行政诉讼情况：文中有 5")
        .contains("表中相关各格之和为");
  }

  @Test
  void anApplicationThatTheTextDeniesIsOneWarningWithBothPlaces() {
    ObjectNode report = Samples.json(Samples.HUANCUI);
    ObjectNode applications = (ObjectNode) report.get("applications");
    for (String row : List.of("/received", "/outcomes/granted", "/outcomes/total")) {
      ((ObjectNode) applications.at(row)).put("naturalPerson", 1).put("total", 1);
    }
    Finding finding = only(report, "TEXT-COUNT", "applications.received.total");
    assertThat(finding.cells())
        .extracting(CellState::path)
        .startsWith("narrative.overview", "narrative.otherMatters", "applications.received.total");
    assertThat(FindingView.of(finding, FORMS, Language.ZH).message())
        .isEqualTo("一、本年新收政府信息公开申请数量 / 总计：文中写的是 0（“未收到政府信息公开申请”），表中为 1。");
    assertThat(FindingView.of(finding, FORMS, Language.EN).message())
        .isEqualTo(
            "1. Applications newly received this year / Total: the text says 0 (\"未收到政府信息公开申请\"),"
                + " the table says 1.");
  }

  @Test
  void theFullTextsOfRealReportsYieldNoWarning() throws IOException {
    var texts = new YAMLMapper().readTree(getClass().getResourceAsStream("/texts/reports.yaml"));
    for (String sample : List.of(Samples.HUANCUI, Samples.HUAIAN)) {
      ObjectNode report = Samples.json(sample);
      report.set("narrative", texts.get(sample));
      List<Finding> findings = found(report);
      if (sample.equals(Samples.HUANCUI)) {
        assertThat(findings).isEmpty();
      } else {
        // the city speaks of its website, gazette and press conferences, which the JSON does not
        // list
        assertThat(findings).extracting(Finding::rule).containsOnly("TEXT-PUB");
      }
    }
  }

  @Test
  void aCitysNumbersAreBoundToTheAreaOnly() throws IOException {
    var texts = new YAMLMapper().readTree(getClass().getResourceAsStream("/texts/reports.yaml"));
    ObjectNode report = Samples.json(Samples.HUAIAN);
    ObjectNode narrative = texts.get(Samples.HUAIAN).deepCopy();
    String requests = narrative.get("disclosureOnRequest").asText();
    narrative.put("disclosureOnRequest", requests.replace("3119", "3191").replace("46 件", "64 件"));
    report.set("narrative", narrative);
    assertThat(found(report)).extracting(Finding::rule).doesNotContain("TEXT-COUNT");
    report.put("scope", "area");
    assertThat(found(report))
        .filteredOn(f -> f.rule().equals("TEXT-COUNT"))
        .extracting(Finding::place)
        .containsExactly(
            "applications.received.total",
            "contests.litigationDirect.total+contests.litigationAfterReconsideration.total");
  }

  /** What is found of the text: the bureau's old layout of section 3 is none of it. */
  private static List<Finding> found(ObjectNode report) {
    return CHECKS.check(Samples.READER.read(report)).stream()
        .filter(f -> !f.rule().equals("LAYOUT"))
        .toList();
  }

  private static Finding only(ObjectNode report, String rule, String place) {
    List<Finding> findings = found(report);
    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().rule()).isEqualTo(rule);
    assertThat(findings.getFirst().place()).isEqualTo(place);
    assertThat(Findings.read(Findings.write(findings))).isEqualTo(findings);
    return findings.getFirst();
  }
}
