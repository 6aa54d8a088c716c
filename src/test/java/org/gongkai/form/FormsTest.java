package org.gongkai.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import java.util.List;
import org.gongkai.problem.Text;
import org.gongkai.rule.Rule;
import org.gongkai.rule.Severity;
import org.junit.jupiter.api.Test;

/** Both editions are the official ones. */
class FormsTest {

  private static final Form OLD = FORMS.known("2019");
  private static final Form NEW = FORMS.known("2021");

  @Test
  void haveTheCellsOfThePrintedForms() {
    assertThat(OLD.section("disclosure").cells()).hasSize(22);
    assertThat(NEW.section("disclosure").cells()).hasSize(10);
    assertThat(OLD.section("applications").cells()).hasSize(161);
    assertThat(NEW.section("applications").cells()).hasSize(175);
    assertThat(OLD.section("contests").cells()).hasSize(15);
    assertThat(NEW.section("contests").cells()).hasSize(15);
  }

  @Test
  void haveTheRowsAndResultLeavesOfThePrintedForms() {
    assertThat(rowsWithFigures(OLD)).isEqualTo(23);
    assertThat(rowsWithFigures(NEW)).isEqualTo(25);
    assertThat(OLD.section("applications").rowsNamed("outcomes.*")).hasSize(19);
    assertThat(NEW.section("applications").rowsNamed("outcomes.*")).hasSize(21);
  }

  private static long rowsWithFigures(Form form) {
    return form.section("applications").rows().stream()
        .filter(r -> r.role() != FormRole.HEADING)
        .count();
  }

  @Test
  void saveLeavesFromTotals() {
    var cells = NEW.section("applications").cells();
    assertThat(cells.get("applications.received.naturalPerson").leaf()).isTrue();
    assertThat(cells.get("applications.received.total").leaf()).isFalse();
    assertThat(cells.get("applications.outcomes.total.naturalPerson").leaf()).isFalse();
    assertThat(cells.values().stream().filter(Cell::leaf)).hasSize((21 + 3) * 6);
    assertThat(NEW.section("contests").cells().values().stream().filter(Cell::leaf)).hasSize(12);
  }

  @Test
  void areInForceInTheirYears() {
    assertThat(FORMS.inForce(2008)).isSameAs(OLD);
    assertThat(FORMS.inForce(2019)).isSameAs(OLD);
    assertThat(FORMS.inForce(2020)).isSameAs(OLD);
    assertThat(FORMS.inForce(2021)).isSameAs(NEW);
    assertThat(FORMS.inForce(2099)).isSameAs(NEW);
    assertThat(FORMS.form("2007")).isEmpty();
    assertThat(OLD.document()).isEqualTo("国办公开办函〔2019〕60号");
    assertThat(NEW.document()).isEqualTo("国办公开办函〔2021〕30号");
  }

  @Test
  void labelACellAsTheFormPrintsIt() {
    assertThat(label(NEW, "applications.outcomes.refused.stateSecret.naturalPerson"))
        .isEqualTo(
            new Text(
                "三、本年度办理结果 / （三）不予公开 / 1.属于国家秘密 / 自然人",
                "3. Outcomes this year / (3) Refused / 1. State secret / Natural persons"));
    assertThat(label(NEW, "applications.received.otherOrganization").zh())
        .isEqualTo("一、本年新收政府信息公开申请数量 / 法人或其他组织 / 其他");
    assertThat(label(NEW, "contests.litigationDirect.upheld").zh())
        .isEqualTo("行政诉讼 / 未经复议直接起诉 / 结果维持");
    assertThat(label(NEW, "disclosure.fees.amount").zh()).isEqualTo("行政事业性收费 / 本年收费金额（单位：万元）");
    assertThat(label(NEW, "disclosure.normativeDocuments.issued").zh())
        .isEqualTo("行政规范性文件 / 本年制发件数");
    assertThat(label(OLD, "disclosure.normativeDocuments.newlyMade").zh())
        .isEqualTo("规范性文件 / 本年新制作数量");
  }

  private static Text label(Form form, String path) {
    return form.section(path.substring(0, path.indexOf('.'))).cells().get(path).label();
  }

  @Test
  void haveTheNoteTheArticlesAndTheTextParts() {
    assertThat(NEW.section("applications").note().zh())
        .isEqualTo("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）");
    assertThat(OLD.section("disclosure").rows().getLast().article()).isEqualTo("第二十条第（九）项");
    assertThat(NEW.narrative().stream().map(Part::id))
        .containsExactly(
            "title",
            "introduction",
            "overview",
            "proactiveDisclosure",
            "disclosureOnRequest",
            "informationManagement",
            "platform",
            "supervision",
            "disclosure",
            "applications",
            "contests",
            "problems",
            "otherMatters",
            "signature.name",
            "signature.date",
            "headings.overview",
            "headings.disclosure",
            "headings.applications",
            "headings.contests",
            "headings.problems",
            "headings.otherMatters");
  }

  @Test
  void haveTheRulesOfTheForm() {
    List<String> hard = List.of("T3-ROW", "T3-SUM", "T3-BAL", "T4-SUM", "INT", "TEXT-YEAR");
    for (Form form : FORMS.all()) {
      assertThat(form.rules().stream().filter(r -> r.severity() == Severity.ERROR).map(Rule::id))
          .containsExactlyElementsOf(hard);
    }
    assertThat(OLD.rule("X-ITEMS")).isPresent();
    assertThat(OLD.rule("X-INFORCE")).isEmpty();
    assertThat(NEW.rule("X-INFORCE")).isPresent();
    assertThat(NEW.rule("X-ITEMS")).isEmpty();
  }

  @Test
  void listAllPathsOnceInAStableOrder() {
    assertThat(
            FORMS.all().stream()
                .flatMap(form -> form.sections().values().stream())
                .flatMap(section -> section.cells().keySet().stream())
                .distinct())
        .hasSize(22 + 10 + 161 + 175 + 15 - sharedPaths())
        .startsWith("disclosure.rules.newlyMade");
    assertThat(Forms.load().summands()).containsExactlyElementsOf(FORMS.summands());
    assertThat(FORMS.summands())
        .contains("disclosure.procurement.amount@yuan", "disclosure.procurement.amount@wanyuan")
        .doesNotContain("applications.received.total");
  }

  /** 22 rows of section three without otherHandling, and decisions on three subjects. */
  private static int sharedPaths() {
    return 22 * 7 + 3;
  }

  @Test
  void shareChannelsAndUnits() {
    assertThat(FORMS.channels()).hasSize(20);
    assertThat(FORMS.channels().get("bulletin-board").label().zh()).isEqualTo("公示栏（电子屏）");
    assertThat(FORMS.units()).containsOnlyKeys("item", "event", "issue", "place");
    assertThat(FORMS.amountUnits()).containsOnlyKeys("yuan", "wanyuan");
  }
}
