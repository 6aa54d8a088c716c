package org.gongkai.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.form.Samples;
import org.gongkai.matrix.DocumentReaders;
import org.gongkai.matrix.UnreadableFile;
import org.gongkai.pdf.PdfReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Plain text in which tabs or bars show which cells of a row are blank. */
@Execution(ExecutionMode.CONCURRENT)
class BlankCellsInTextTest {

  private static final String TOP = "青禾县水务局2022年政府信息公开工作年度报告\n一、总体情况\n全年公开信息12条。\n";

  private static final List<String> HEADS =
      List.of(
          "三、收到和处理政府信息公开申请情况",
          "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况",
          "自然人\t法人或其他组织\t总计",
          "商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他");

  private final Recogniser recogniser = new Recogniser(Samples.FORMS);

  private Recognised read(List<String> lines, String divider, String edge) throws UnreadableFile {
    StringBuilder text = new StringBuilder(TOP);
    for (String line : lines) {
      boolean row = line.indexOf('\t') >= 0;
      text.append(row ? edge + line.replace("\t", divider) + edge : line).append('\n');
    }
    return recogniser.recognise(
        new DocumentReaders(new PdfReader())
            .read(text.toString().getBytes(StandardCharsets.UTF_8), "a.txt"));
  }

  private static final List<String> OTHERS =
      List.of(
          "2.其他法律行政法规禁止公开",
          "3.危及“三安全一稳定”",
          "4.保护第三方合法权益",
          "5.属于三类内部事务信息",
          "6.属于四类过程性信息",
          "7.属于行政执法案卷",
          "8.属于行政查询事项",
          "（四）无法提供\t1.本机关不掌握相关政府信息",
          "2.没有现成信息需要另行制作",
          "3.补正后申请内容仍不明确",
          "（五）不予处理\t1.信访举报投诉类申请",
          "2.重复申请",
          "3.要求提供公开出版物",
          "4.无正当理由大量反复申请",
          "5.要求行政机关确认或重新出具已获取信息",
          "（六）其他处理",
          "（七）总计");

  private static List<String> with(String... rows) {
    List<String> all = new ArrayList<>(HEADS);
    all.addAll(List.of(rows).subList(0, rows.length - 1));
    OTHERS.forEach(label -> all.add(label + "\t\t1\t\t\t\t\t1"));
    all.add(rows[rows.length - 1]);
    return all;
  }

  @Test
  void aBlankCellStandsBetweenTabs() throws UnreadableFile {
    hasItsFigures(read(rows(), "\t", ""));
  }

  @Test
  void aBlankCellStandsBetweenBars() throws UnreadableFile {
    hasItsFigures(read(rows(), "|", "|"));
    hasItsFigures(read(rows(), " | ", "| "));
  }

  private static List<String> rows() {
    return with(
        "一、本年新收政府信息公开申请数量\t41\t\t3\t\t\t\t44",
        "二、上年结转政府信息公开申请数量\t\t\t\t\t\t2\t",
        "三、本年度办理结果\t（一）予以公开\t30\t\t\t1\t\t\t",
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t\t\t\t\t\t",
        "（三）不予公开\t1.属于国家秘密\t\t5\t\t\t\t\t5",
        "四、结转下年度继续办理\t6\t0\t\t\t\t\t6");
  }

  private static void hasItsFigures(Recognised found) {
    var applications = found.report().get("applications");
    assertThat(applications.get("received"))
        .isEqualTo(
            Samples.parsed(
                "{'naturalPerson': 41, 'commercialEnterprise': null, 'researchInstitution': 3,"
                    + " 'publicInterestOrganization': null, 'legalServiceOrganization': null,"
                    + " 'otherOrganization': null, 'total': 44}"));
    assertThat(applications.at("/carriedOver/otherOrganization").intValue()).isEqualTo(2);
    assertThat(applications.at("/carriedOver/total").isNull()).isTrue();
    assertThat(applications.at("/outcomes/granted/naturalPerson").intValue()).isEqualTo(30);
    assertThat(applications.at("/outcomes/granted/publicInterestOrganization").intValue())
        .isEqualTo(1);
    assertThat(applications.at("/outcomes/partlyGranted/naturalPerson").isNull()).isTrue();
    assertThat(applications.at("/outcomes/refused/stateSecret/commercialEnterprise").intValue())
        .isEqualTo(5);
    assertThat(applications.at("/carriedForward/commercialEnterprise").intValue()).isZero();
    assertThat(found.cells()).hasSize(161);
    assertThat(found.leftOver()).isEmpty();
  }

  @Test
  void whatIsTooFewOrTooManyCellsIsNobodys() throws UnreadableFile {
    Recognised found =
        read(
            with(
                "一、本年新收政府信息公开申请数量\t41\t\t3\t\t44",
                "二、上年结转政府信息公开申请数量\t\t\t\t\t\t2\t\t\t",
                "（一）予以公开\t1\t0\t0\t0\t0\t0\t1",
                "（二）部分公开\t0\t0\t0\t0\t0\t0\t0",
                "（三）不予公开\t1.属于国家秘密\t\t\t2\t\t\t\t2",
                "四、结转下年度继续办理\t6\t0\t0\t0\t0\t0\t6"),
            "\t",
            "");

    assertThat(found.report().at("/applications/received").isMissingNode()).isTrue();
    assertThat(found.report().at("/applications/carriedOver").isMissingNode()).isTrue();
    assertThat(found.cells()).hasSize(147);
    assertThat(found.leftOver())
        .extracting(Recognised.LeftOver::text)
        .anyMatch(t -> t.contains("41"))
        .anyMatch(t -> t.endsWith(" | 2"));
  }

  @Test
  void aRowOfContestsMayBeginAndEndWithABlankCell() throws UnreadableFile {
    Recognised found =
        read(
            List.of(
                "四、政府信息公开行政复议、行政诉讼情况",
                "行政复议\t行政诉讼",
                "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉",
                "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计",
                "\t2\t\t\t2\t\t\t\t1\t1\t\t\t\t\t"),
            "\t",
            "");

    var contests = found.report().get("contests");
    assertThat(contests.at("/reconsideration/upheld").isNull()).isTrue();
    assertThat(contests.at("/reconsideration/corrected").intValue()).isEqualTo(2);
    assertThat(contests.at("/litigationDirect/pending").intValue()).isEqualTo(1);
    assertThat(contests.at("/litigationAfterReconsideration/total").isNull()).isTrue();
    assertThat(found.cells()).hasSize(15);
  }

  @Test
  void headsBetweenBarsAreNoTextOfTheReport() throws UnreadableFile {
    assertThat(read(rows(), "|", "|").report().at("/narrative/applications").isMissingNode())
        .isTrue();
  }
}
