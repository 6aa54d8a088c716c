package org.gongkai.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.form.Samples;
import org.gongkai.matrix.Block;
import org.gongkai.matrix.FileKind;
import org.gongkai.matrix.Matrix;
import org.gongkai.matrix.Paragraph;
import org.gongkai.matrix.Place;
import org.gongkai.matrix.PrintedDocument;
import org.gongkai.recognition.Recognised.LeftOver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Where the text of a report stands, however its headings are numbered and printed. */
@Execution(ExecutionMode.CONCURRENT)
class NarrativeSplitterTest {

  private final Recogniser recogniser = new Recogniser(Samples.FORMS);

  private Recognised read(String... lines) {
    List<Block> blocks = new ArrayList<>();
    for (String line : lines) {
      blocks.add(new Paragraph(line, false, new Place(null, blocks.size() + 1, null, null, null)));
    }
    PrintedDocument document = new PrintedDocument(FileKind.HTML, blocks, List.of());
    Recognised found = recogniser.recognise(document);
    assertThat(Accounts.lost(document, found)).isEmpty();
    return found;
  }

  private static String at(Recognised found, String part) {
    JsonNode text = found.report().at("/narrative/" + part.replace('.', '/'));
    return text.isMissingNode() ? null : text.textValue();
  }

  @Test
  void headingsOfEachStyle() {
    for (String[] numbers :
        List.of(
            new String[] {"一、", "二、", "三、", "四、", "五、", "六、"},
            new String[] {"一. ", "二. ", "三. ", "四. ", "五. ", "六. "},
            new String[] {"第一部分 ", "第二部分 ", "第三部分 ", "第四部分 ", "第五部分 ", "第六部分 "},
            new String[] {"1.", "2.", "3.", "4.", "5.", "6."},
            new String[] {"（一）", "（二）", "（三）", "（四）", "（五）", "（六）"},
            new String[] {"一、", "一、", "二、", "三、", "三、", "四、"},
            new String[] {"", "", "", "", "", ""})) {
      Recognised found =
          read(
              "某区教育局2022年政府信息公开工作年度报告",
              "根据《条例》编制本报告。",
              numbers[0] + "总体情况",
              "全年工作有序。",
              numbers[1] + "主动公开政府信息情况",
              "见表。",
              numbers[2] + "收到和处理政府信息公开申请情况",
              "未收到申请。",
              numbers[3] + "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
              "没有复议。",
              numbers[4] + "政府信息公开工作存在的主要问题及改进情况",
              "仍有不足。",
              numbers[5] + "其他需要报告的事项",
              "无。");
      assertThat(at(found, "title")).isEqualTo("某区教育局2022年政府信息公开工作年度报告");
      assertThat(at(found, "introduction")).isEqualTo("根据《条例》编制本报告。");
      assertThat(at(found, "overview")).isEqualTo("全年工作有序。");
      assertThat(at(found, "disclosure")).isEqualTo("见表。");
      assertThat(at(found, "applications")).isEqualTo("未收到申请。");
      assertThat(at(found, "contests")).isEqualTo("没有复议。");
      assertThat(at(found, "problems")).isEqualTo("仍有不足。");
      assertThat(at(found, "otherMatters")).isEqualTo("无。");
      assertThat(at(found, "headings.problems"))
          .isEqualTo((numbers[4] + "政府信息公开工作存在的主要问题及改进情况").strip());
    }
  }

  @Test
  void headingsThatRunIntoTheirText() {
    Recognised found =
        read(
            "某区教育局2022年政府信息公开工作年度报告",
            "一、总体情况。2022年，工作有序。",
            "（一）主动公开。全年公开信息12条。",
            "（二）依申请公开：收到申请3件。",
            "五、存在的主要问题及改进情况 2022年，仍有不足。",
            "六、其他需要报告的事项：无。");
    assertThat(at(found, "headings.overview")).isEqualTo("一、总体情况");
    assertThat(at(found, "overview")).isEqualTo("2022年，工作有序。");
    assertThat(at(found, "proactiveDisclosure")).isEqualTo("（一）主动公开。全年公开信息12条。");
    assertThat(at(found, "disclosureOnRequest")).isEqualTo("（二）依申请公开：收到申请3件。");
    assertThat(at(found, "headings.problems")).isEqualTo("五、存在的主要问题及改进情况");
    assertThat(at(found, "problems")).isEqualTo("2022年，仍有不足。");
    assertThat(at(found, "otherMatters")).isEqualTo("无。");
  }

  @Test
  void signsWhoseSoundIsPrintedTwice() {
    Recognised found =
        read("某区教育局2022年政府信息公开工作年度报告", "一、总体情况", "工作有序。", "三、收到和处(chǔ)(chǔ)理政府信息公开申请情况", "没有申请。");
    assertThat(at(found, "overview")).isEqualTo("工作有序。");
    assertThat(at(found, "applications")).isEqualTo("没有申请。");
  }

  @Test
  void namesOfAspectsThatOnlyABlankEnds() {
    Recognised found =
        read(
            "某镇人民政府2023年政府信息公开工作年度报告",
            "一、总体情况",
            "（一）主动公开情况。全年公开信息12条。",
            "（二）依申请公开情况。收到申请3件。",
            "(三) 政府信息管理情况 2023年，镇人民政府办公室共制定规范性文件1件，废止规范性文件0件，现行有效的规范性文件4件，均已公开。",
            "（四）平台建设　镇微信公众号发布信息149条，微博账号发布信息149条，短视频账号发布信息46条，均由专人审核。",
            "（五） 监督 保障",
            "成立领导小组。",
            "五、存在的主要问题及改进情况",
            "仍有不足。");
    assertThat(at(found, "disclosureOnRequest")).isEqualTo("（二）依申请公开情况。收到申请3件。");
    assertThat(at(found, "informationManagement")).startsWith("(三) 政府信息管理情况 2023年");
    assertThat(at(found, "platform")).startsWith("（四）平台建设　镇微信");
    assertThat(at(found, "supervision")).endsWith("成立领导小组。");
  }

  @Test
  void aspectsWithNumbersOfAnyStyle() {
    for (String[] numbers :
        List.of(
            new String[] {"（一）", "（二）", "（三）", "（四）", "（五）"},
            new String[] {"1.", "2.", "3.", "4.", "5."},
            new String[] {"1、", "1、", "1、", "1、", "1、"},
            new String[] {"①", "②", "③", "④", "⑤"},
            new String[] {"", "", "", "", ""})) {
      Recognised found =
          read(
              "某区教育局2022年政府信息公开工作年度报告",
              "一、总体情况",
              "全年工作有序。",
              numbers[0] + "主动公开情况",
              "公开12条。",
              numbers[1] + "依申请公开情况",
              "收到3件。",
              numbers[2] + "政府信息管理情况",
              "规范管理。",
              numbers[3] + "政府信息公开平台建设情况",
              "更新栏目。",
              numbers[4] + "监督保障情况",
              "开展培训。",
              "五、存在的主要问题及改进情况",
              "仍有不足。",
              "六、其他需要报告的事项",
              "无");
      assertThat(at(found, "overview")).isEqualTo("全年工作有序。");
      assertThat(at(found, "proactiveDisclosure")).endsWith("公开12条。").hasLineCount(2);
      assertThat(at(found, "disclosureOnRequest")).endsWith("收到3件。").hasLineCount(2);
      assertThat(at(found, "informationManagement")).endsWith("规范管理。").hasLineCount(2);
      assertThat(at(found, "platform")).endsWith("更新栏目。").hasLineCount(2);
      assertThat(at(found, "supervision")).endsWith("开展培训。").hasLineCount(2);
      assertThat(at(found, "otherMatters")).isEqualTo("无");
    }
  }

  @Test
  void anAspectThatTheFormDoesNotHaveStaysInSectionOne() {
    Recognised found =
        read(
            "一、总体情况",
            "（一）主动公开",
            "公开12条。",
            "（二）政策解读",
            "解读3篇。",
            "（三）监督保障",
            "开展培训。",
            "五、存在的主要问题及改进情况",
            "仍有不足。");
    assertThat(at(found, "proactiveDisclosure")).isEqualTo("公开12条。");
    assertThat(at(found, "overview")).isEqualTo("（二）政策解读\n解读3篇。");
    assertThat(at(found, "supervision")).isEqualTo("开展培训。");
  }

  @Test
  void aListOfContentsIsNoReport() {
    Recognised found =
        read(
            "目录",
            "一、总体情况……1",
            "二、主动公开政府信息情况……3",
            "五、存在的主要问题及改进情况……5",
            "某区教育局2022年政府信息公开工作年度报告",
            "一、总体情况",
            "工作有序。",
            "二、主动公开政府信息情况",
            "见表。",
            "五、存在的主要问题及改进情况",
            "仍有不足。");
    assertThat(at(found, "overview")).isEqualTo("工作有序。");
    assertThat(at(found, "problems")).isEqualTo("仍有不足。");
    assertThat(found.leftOver()).extracting(LeftOver::text).contains("一、总体情况……1");
  }

  @Test
  void theSignatureEndsTheReport() {
    for (String[] end :
        List.of(
            new String[] {"某区教育局", "2023年1月12日"},
            new String[] {"2023 年 1 月 12 日", "某区教育局"},
            new String[] {"某区教育局  2023年1月12日"})) {
      List<String> lines =
          new ArrayList<>(
              List.of("某区教育局2022年政府信息公开工作年度报告", "一、总体情况", "工作有序。", "六、其他需要报告的事项", "没有其他事项。"));
      lines.addAll(List.of(end));
      lines.addAll(List.of("上一篇：没有了", "相关链接", "某区人民政府主办"));
      Recognised found = read(lines.toArray(String[]::new));
      assertThat(at(found, "signature.name")).isEqualTo("某区教育局");
      assertThat(LabelText.joined(at(found, "signature.date"))).isEqualTo("2023年1月12日");
      assertThat(at(found, "otherMatters")).isEqualTo("没有其他事项。");
      assertThat(found.leftOver()).extracting(LeftOver::text).contains("某区人民政府主办");
    }
  }

  @Test
  void thePageAroundIsLeftOver() {
    Recognised found =
        read(
            "首页 > 政务公开 > 政府信息公开年报",
            "某区教育局2022年政府信息公开工作年度报告",
            "发布时间：2023-01-12 10:00 来源：区教育局 浏览次数：31",
            "字号：【大 中 小】",
            "根据《条例》编制本报告。",
            "一、总体情况",
            "工作有序。",
            "六、其他需要报告的事项",
            "没有其他事项。",
            "【打印本页】【关闭窗口】",
            "扫一扫在手机打开当前页",
            "主办单位：某区人民政府",
            "版权所有");
    assertThat(at(found, "introduction")).isEqualTo("根据《条例》编制本报告。");
    assertThat(at(found, "otherMatters")).isEqualTo("没有其他事项。");
    assertThat(found.leftOver()).hasSize(7);
    assertThat(found.organNames()).first().isEqualTo("某区教育局");
  }

  @Test
  void aReportInOneCellOfATable() {
    Place place = new Place(null, null, 1, 1, 1);
    String text = "某区教育局2022年政府信息公开工作年度报告\n一、总体情况\n工作有序。\n五、存在的主要问题及改进情况\n仍有不足。";
    Matrix matrix = new Matrix(1, 1, List.of(new Matrix.Cell(0, 0, 1, 1, text, place)), place);
    Recognised found =
        recogniser.recognise(new PrintedDocument(FileKind.HTML, List.of(matrix), List.of()));
    assertThat(at(found, "overview")).isEqualTo("工作有序。");
    assertThat(at(found, "problems")).isEqualTo("仍有不足。");
    assertThat(at(found, "title")).startsWith("某区教育局");
  }

  @Test
  void titlesInSeveralLinesAndOtherWords() {
    List<List<String>> titles =
        List.of(
            List.of("某区教育局", "2022年度", "政府信息公开工作年度报告"),
            List.of("某区教育局关于2022年度政府信息公开工作的年度报告"),
            List.of("2022年某区教育局政府信息公开年度报告"),
            List.of("某区教育局政府信息公开工作2022年度报告"),
            List.of("《某区教育局2022年政府信息公开工作年度报告》"),
            List.of("某区教育局二〇二二年政府信息公开工作年度报告"));
    for (List<String> title : titles) {
      List<String> lines = new ArrayList<>(title);
      lines.addAll(List.of("一、总体情况", "工作有序。", "五、存在的主要问题及改进情况", "仍有不足。"));
      Recognised found = read(lines.toArray(String[]::new));
      assertThat(found.years()).as("%s", title).first().isEqualTo(2022);
      assertThat(found.organNames()).as("%s", title).first().isEqualTo("某区教育局");
      assertThat(LabelText.joined(at(found, "title"))).isEqualTo(String.join("", title));
    }
  }

  @Test
  void mistypedTitlesNameOrganAndYearToo() {
    for (String title :
        List.of(
            "某区教育局2022年度政府信息公开工作年底报告",
            "某区教育局2022年政府信息公开年报",
            "某区教育局2022年度政务公开工作年度报告",
            "2022年某区教育局信息公开工作年报",
            "某区教育局（113710020043609788）2022年政府信息公开工作年度报告",
            "某区教育局政府信息公开工作年报（2022年度）")) {
      Recognised found = read(title, "一、总体情况", "工作有序。", "五、存在的主要问题及改进情况", "仍有不足。");
      assertThat(found.years()).as(title).first().isEqualTo(2022);
      assertThat(found.organNames()).as(title).first().isEqualTo("某区教育局");
      assertThat(at(found, "title")).isEqualTo(title);
    }
    Recognised menu = read("政府信息公开年报", "一、总体情况", "工作有序。");
    assertThat(menu.years()).isEmpty();
    assertThat(menu.report().at("/narrative/title").isMissingNode()).isTrue();
  }

  @Test
  void aCodeBesideTheNameIsACode() {
    Recognised found =
        read("２０２２年政府信息公开工作年度报告", "发布机构：某区教育局 113710020043609788", "一、总体情况", "工作有序。");
    assertThat(found.organCodes()).contains("113710020043609788");
    assertThat(found.organNames()).contains("某区教育局");
  }
}
