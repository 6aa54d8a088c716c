package org.gongkai.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.gongkai.form.Cell;
import org.gongkai.form.Samples;
import org.gongkai.form.Section;
import org.gongkai.recognition.PrintedReports.Printed;
import org.gongkai.recognition.Recognised.LeftOver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Tables that look like those of a report and are not: nothing is taken of them. */
@Execution(ExecutionMode.CONCURRENT)
class ForeignTablesTest {

  private final Recogniser recogniser = new Recogniser(Samples.FORMS);
  private final ObjectNode report = report(11);
  private final Function<Cell, String> printed = ConsistentReports.printed(report);

  private static ObjectNode report(long seed) {
    ConsistentReports reports = new ConsistentReports(Samples.FORMS, seed);
    ObjectNode report = reports.next();
    while (!report.at("/editions/applications").asText().equals("2021")
        || !report.at("/editions/disclosure").asText().equals("2021")
        || report.at("/applications/received/total").asInt() == 0
        || report.at("/contests/reconsideration/total").asInt() == 0) {
      report = reports.next();
    }
    return report;
  }

  private static Section section(String id) {
    return Samples.FORMS.known("2021").knownSection(id);
  }

  private DrawnTable applications(Function<Cell, String> figures) {
    return TableLayouts.nested(section("applications"), figures, Set.of());
  }

  private DrawnTable contests(Function<Cell, String> figures) {
    return TableLayouts.across(section("contests"), figures, "");
  }

  private Recognised read(Object... pieces) {
    return recogniser.recognise(PrintedReports.read(new Printed(List.of(pieces), Set.of())));
  }

  private static void nothingOf(String section, Recognised found, String reason) {
    assertThat(found.cells()).noneMatch(c -> c.path().startsWith(section));
    assertThat(found.report().has(section)).isFalse();
    assertThat(found.leftOver())
        .extracting(LeftOver::reason)
        .anyMatch(r -> r.zh().contains(reason));
  }

  @Test
  void lastYearBesideThisYearInColumns() {
    DrawnTable table = new DrawnTable();
    table.row().label("", 2, 1).label("2020年", 1, 7).label("2021年", 1, 7);
    table.row();
    for (int i = 0; i < 2; i++) {
      section("applications").columns().forEach(c -> table.label(c.label().zh(), 1, 1));
    }
    section("applications")
        .rows()
        .forEach(
            row -> {
              table.row().label(row.label().zh(), 1, 1);
              for (int i = 0; i < 14; i++) {
                table.figure(Integer.toString(i), 1);
              }
            });
    nothingOf("applications", read("三、收到和处理政府信息公开申请情况", table), "出现两次");
  }

  @Test
  void lastYearBelowThisYearInRows() {
    DrawnTable table = new DrawnTable();
    table.row().label("", 1, 2);
    section("applications").columns().forEach(c -> table.label(c.label().zh(), 1, 1));
    section("applications")
        .rows()
        .forEach(
            row -> {
              table.row().label(row.label().zh(), 2, 1).label("2020年", 1, 1);
              section("applications").columns().forEach(c -> table.figure("3", 1));
              table.row().label("2021年", 1, 1);
              section("applications").columns().forEach(c -> table.figure("4", 1));
            });
    Recognised found = read("三、收到和处理政府信息公开申请情况", table);
    assertThat(found.cells()).isEmpty();
  }

  @Test
  void lastYearInATableOfItsOwn() {
    Function<Cell, String> last = ConsistentReports.printed(report(12));
    nothingOf("applications", read(applications(printed), applications(last)), "两个表");
    nothingOf("contests", read(contests(printed), contests(last)), "两个表");
  }

  @Test
  void theTableOfAnotherYearByItsCaption() {
    nothingOf(
        "applications",
        read("环翠区教育局2021年政府信息公开工作年度报告", "2020年申请情况统计表", applications(printed)),
        "2020 年");
  }

  @Test
  void ofTwoTablesTheOneBelowItsHeading() {
    Function<Cell, String> last = ConsistentReports.printed(report(12));
    Recognised found =
        read(
            "环翠区教育局2021年政府信息公开工作年度报告",
            "一、总体情况",
            "做好各项工作。",
            "三、收到和处理政府信息公开申请情况",
            applications(printed),
            "四、政府信息公开行政复议、行政诉讼情况",
            contests(printed),
            "五、存在的主要问题及改进情况",
            "仍有不足。",
            "六、其他需要报告的事项",
            "附上年统计表供参考。",
            applications(last));
    assertThat(found.report().get("applications")).isEqualTo(report.get("applications"));
    assertThat(found.leftOver()).extracting(LeftOver::reason).anyMatch(r -> r.zh().contains("两个表"));
  }

  @Test
  void aComparisonWithTwoNumbersInACell() {
    for (String between : List.of("/", "\n", " ", "（")) {
      DrawnTable table =
          applications(printed)
              .refigured(f -> f + between + "7" + (between.equals("（") ? "）" : ""));
      nothingOf("applications", read("三、收到和处理政府信息公开申请情况", table), "不止一个数字");
    }
  }

  @Test
  void aSummaryWithARowForEachOrgan() {
    List<String> organs = List.of("区教育局", "区财政局", "区民政局", "合计");
    DrawnTable requests = new DrawnTable();
    requests.row().label("单位", 1, 1);
    section("applications").rows().forEach(r -> requests.label(r.label().zh(), 1, 1));
    DrawnTable cases = contests(printed);
    for (String organ : organs) {
      requests.row().label(organ, 1, 1);
      section("applications").rows().forEach(r -> requests.figure("5", 1));
      cases.row();
      for (int i = 0; i < 15; i++) {
        cases.figure("2", 1);
      }
    }
    DrawnTable documents = new DrawnTable();
    documents.row().label("单位", 2, 1).label("规章", 1, 3).label("行政规范性文件", 1, 3).label("行政许可", 1, 1);
    documents.row();
    for (int i = 0; i < 2; i++) {
      documents.label("本年制发件数", 1, 1).label("本年废止件数", 1, 1).label("现行有效件数", 1, 1);
    }
    documents.label("本年处理决定数量", 1, 1);
    for (String organ : organs) {
      documents.row().label(organ, 1, 1);
      for (int i = 0; i < 7; i++) {
        documents.figure("1", 1);
      }
    }
    Recognised found = read("各单位情况", requests, documents, cases);
    assertThat(found.cells()).isEmpty();
  }

  @Test
  void aSummaryByItsCaption() {
    nothingOf("applications", read("全区政府信息公开申请情况汇总表", applications(printed)), "汇总");
  }

  @Test
  void aTableOfAnotherMatterWithAFewLabelsAlike() {
    DrawnTable table = new DrawnTable();
    table.row().label("类别", 1, 1).label("本年处理决定数量", 1, 1);
    table.row().label("行政处罚", 1, 1).figure("12", 1);
    table.row().label("行政检查", 1, 1).figure("40", 1);
    assertThat(read("执法情况如下：", table).cells()).isEmpty();

    DrawnTable petitions = new DrawnTable();
    petitions.row().label("", 1, 1).label("自然人", 1, 1).label("其他", 1, 1).label("总计", 1, 1);
    petitions.row().label("重复申请", 1, 1).figure("1", 1).figure("2", 1).figure("3", 1);
    petitions.row().label("总计", 1, 1).figure("1", 1).figure("2", 1).figure("3", 1);
    assertThat(read("信访情况如下：", petitions).cells()).isEmpty();
  }

  @Test
  void aRowOfAnotherMatterAmongThose() {
    List<DrawnTable> tables = TableLayouts.blocks(section("disclosure"), printed, false);
    DrawnTable table = tables.getFirst();
    List<List<DrawnTable.Box>> rows = table.rows();
    int at = rows.size() - 3;
    rows.add(
        at,
        new ArrayList<>(
            List.of(
                new DrawnTable.Box("行政检查", 1, 1, true), new DrawnTable.Box("99", 1, 3, false))));
    Recognised found = read("二、主动公开政府信息情况", table);
    assertThat(found.report().get("disclosure")).isEqualTo(report.get("disclosure"));
    assertThat(found.leftOver()).extracting(LeftOver::text).anyMatch(t -> t.contains("行政检查"));
  }

  @Test
  void aSubtotalIsNoRowOfTheForm() {
    DrawnTable table = TableLayouts.listed(section("applications"), printed, Set.of());
    List<List<DrawnTable.Box>> rows = table.rows();
    List<DrawnTable.Box> subtotal = new ArrayList<>();
    subtotal.add(new DrawnTable.Box("小计", 1, 1, true));
    for (int i = 0; i < 7; i++) {
      subtotal.add(new DrawnTable.Box("77", 1, 1, false));
    }
    rows.add(17, subtotal);
    Recognised found = read("三、收到和处理政府信息公开申请情况", table);
    assertThat(found.report().get("applications")).isEqualTo(report.get("applications"));
    assertThat(found.leftOver()).extracting(LeftOver::text).anyMatch(t -> t.contains("77"));
  }

  @Test
  void anAmountInAnotherUnitIsNotConverted() {
    List<DrawnTable> tables = TableLayouts.blocks(section("disclosure"), c -> "35", false);
    DrawnTable table = tables.getFirst().relabelled(l -> l.replace("万元", "元"));
    Recognised found = read("二、主动公开政府信息情况", table);
    assertThat(found.report().at("/disclosure/fees").isMissingNode()).isTrue();
    assertThat(found.report().at("/disclosure/licensing/decisions").intValue()).isEqualTo(35);
    assertThat(found.leftOver()).extracting(LeftOver::reason).anyMatch(r -> r.zh().contains("单位"));
  }

  @Test
  void aNumberOverTwoRowsIsNobodys() {
    DrawnTable table = TableLayouts.listed(section("applications"), printed, Set.of());
    List<List<DrawnTable.Box>> rows = table.rows();
    rows.get(3).set(1, new DrawnTable.Box("9", 2, 1, false));
    rows.get(4).remove(1);
    Recognised found = read("三、收到和处理政府信息公开申请情况", table);
    assertThat(found.report().at("/applications/received").isMissingNode()).isTrue();
    assertThat(found.report().at("/applications/carriedOver").isMissingNode()).isTrue();
    assertThat(found.report().at("/applications/outcomes/granted").isMissingNode()).isFalse();
  }
}
