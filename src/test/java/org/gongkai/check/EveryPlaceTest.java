package org.gongkai.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.Seeds;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingView;
import org.gongkai.finding.Findings;
import org.gongkai.form.Cell;
import org.gongkai.form.Documents;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.form.FormRole;
import org.gongkai.form.Section;
import org.gongkai.problem.Language;
import org.gongkai.rule.Severity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class EveryPlaceTest {

  private final Checks checks = new Checks(Documents.FORMS);

  @Test
  void findAnOldLayoutInTheReportOfHuancuiAndNothingElse() {
    assertThat(check(Documents.sample("huancui-industry-bureau-2021")))
        .extracting(Finding::id)
        .containsExactly("LAYOUT:applications");
  }

  @Test
  void findNothingInTheReportOfHuaian() {
    assertThat(check(Documents.sample("huaian-city-2024"))).isEmpty();
  }

  @Test
  void nameEachBlankAndTheOneCellThatIsNoNumberInTheReportOfShanghai() {
    ObjectNode shanghai = Documents.sample("shanghai-general-office-2019");
    List<String> blank = new ArrayList<>();
    Documents.read(shanghai)
        .figures()
        .forEach(
            (path, figure) -> {
              if (shanghai.at("/" + path.replace('.', '/')).isNull()) {
                blank.add(path);
              }
            });
    assertThat(blank).hasSize(135);
    List<Finding> findings = check(shanghai);
    assertThat(findings.stream().filter(f -> f.rule().equals("BLANK")))
        .flatExtracting(Finding::cells)
        .extracting(CellState::path)
        .containsExactlyElementsOf(blank);
    assertThat(findings.stream().filter(f -> !f.rule().equals("BLANK")).map(Finding::id))
        .containsExactly("INT:disclosure.procurement.amount");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2019", "2021"})
  void findNothingInRandomValidReports(String edition) {
    for (long seed : Seeds.upTo(10, 50).toArray()) {
      assertThat(check(Documents.valid(edition, seed))).as("seed %s", seed).isEmpty();
    }
  }

  static Stream<Arguments> ruledCells() {
    return Documents.FORMS.all().stream()
        .flatMap(
            form ->
                Stream.of("applications", "contests")
                    .flatMap(section -> form.section(section).cells().keySet().stream())
                    .map(path -> Arguments.of(form.edition(), path)));
  }

  @ParameterizedTest
  @MethodSource("ruledCells")
  void everyChangedCellBreaksARuleThatNamesIt(String edition, String path) {
    ObjectNode report = Documents.valid(edition, 7);
    Documents.set(report, path, Documents.get(report, path) + 1);
    List<Finding> findings = check(report);
    assertThat(findings).isNotEmpty().allMatch(f -> f.severity() == Severity.ERROR);
    assertThat(findings)
        .allSatisfy(
            finding -> {
              assertThat(finding.cells()).extracting(CellState::path).contains(path);
              assertThat(finding.difference().abs()).isEqualByComparingTo(BigDecimal.ONE);
            });
  }

  /** Each rule, on each row or column that it holds for: which cell to change, what must break. */
  static Stream<Arguments> places() {
    List<Arguments> places = new ArrayList<>();
    for (Form form : Documents.FORMS.all()) {
      Section applications = form.section("applications");
      applications.rows().stream()
          .filter(row -> row.role() != FormRole.HEADING)
          .forEach(
              row ->
                  places.add(
                      Arguments.of(
                          form.edition(),
                          "T3-ROW:applications." + row.id(),
                          "applications." + row.id() + ".total")));
      applications
          .columns()
          .forEach(
              column -> {
                places.add(
                    Arguments.of(
                        form.edition(),
                        "T3-SUM:applications." + column.id(),
                        "applications.outcomes.notProcessed.repeated." + column.id()));
                places.add(
                    Arguments.of(
                        form.edition(),
                        "T3-BAL:applications." + column.id(),
                        "applications.carriedForward." + column.id()));
              });
      form.section("contests")
          .rows()
          .forEach(
              row ->
                  places.add(
                      Arguments.of(
                          form.edition(),
                          "T4-SUM:contests." + row.id(),
                          "contests." + row.id() + ".pending")));
    }
    return places.stream();
  }

  @ParameterizedTest
  @MethodSource("places")
  void eachRuleHoldsInEachOfItsPlaces(String edition, String finding, String cell) {
    ObjectNode report = Documents.valid(edition, 11);
    assertThat(check(report)).extracting(Finding::id).doesNotContain(finding);
    Documents.set(report, cell, Documents.get(report, cell) + 5);
    assertThat(check(report)).extracting(Finding::id).contains(finding);
  }

  @Test
  void balancedTotalsDoNotHideErrorsInTheColumns() {
    ObjectNode report = Documents.valid("2021", 3);
    String at = "applications.carriedForward.";
    Documents.set(report, at + "naturalPerson", Documents.get(report, at + "naturalPerson") + 1);
    Documents.set(
        report, at + "otherOrganization", Documents.get(report, at + "otherOrganization") - 1);
    assertThat(check(report))
        .extracting(Finding::id)
        .containsExactlyInAnyOrder(
            "T3-BAL:applications.naturalPerson", "T3-BAL:applications.otherOrganization");
  }

  @Test
  void aFindingNamesCellsBothSidesDifferenceAndBasis() {
    ObjectNode report = Documents.sample("huancui-industry-bureau-2021");
    Documents.set(report, "applications.received.naturalPerson", 60);
    Documents.set(report, "applications.received.total", 60);
    Documents.set(report, "applications.carriedForward.naturalPerson", 61);
    Documents.set(report, "applications.carriedForward.total", 61);
    Finding finding = check(report).getFirst();
    assertThat(finding.id()).isEqualTo("T3-BAL:applications.naturalPerson");
    FindingView zh = FindingView.of(finding, Documents.FORMS, Language.ZH);
    assertThat(zh.message()).isEqualTo("自然人：“一加二等于三（七）加四”不成立：左边 60，右边 61，相差 −1。");
    assertThat(zh.left()).isEqualByComparingTo("60");
    assertThat(zh.right()).isEqualByComparingTo("61");
    assertThat(zh.difference()).isEqualByComparingTo("-1");
    assertThat(zh.severity().code()).isEqualTo("error");
    assertThat(zh.basis()).contains("《政府信息公开条例》第五十条", "国办公开办函〔2019〕60号");
    assertThat(zh.cells().getFirst().path()).isEqualTo("applications.received.naturalPerson");
    assertThat(zh.cells().getFirst().label()).isEqualTo("一、本年新收政府信息公开申请数量 / 自然人");
    assertThat(zh.cells().getFirst().stated().decimalValue()).isEqualByComparingTo("60");
    FindingView en = FindingView.of(finding, Documents.FORMS, Language.EN);
    assertThat(en.message())
        .isEqualTo(
            "Natural persons: \"1 plus 2 equals 3 (7) plus 4\" does not hold: left 60, right 61,"
                + " difference −1.");
  }

  @Test
  void aBlankIsNeverTakenForZero() {
    ObjectNode report = Documents.valid("2021", 5);
    String row = "contests.reconsideration.";
    Documents.put(report, row + "pending", Documents.JSON.nullNode());
    // the blank could be anything: stated results below the total are in doubt only
    Documents.set(report, row + "total", sumOf(report, row) + 4);
    assertThat(check(report))
        .filteredOn(f -> !f.rule().equals("BLANK"))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.id()).isEqualTo("T4-SUM:contests.reconsideration");
              assertThat(f.severity()).isEqualTo(Severity.WARNING);
              assertThat(f.difference()).isEqualByComparingTo("-4");
            });
    // but no count makes them less
    Documents.set(report, row + "total", sumOf(report, row) - 1);
    assertThat(check(report))
        .filteredOn(f -> f.rule().equals("T4-SUM"))
        .singleElement()
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.ERROR));
    // and where they are equal there is nothing to say but that a cell is blank
    Documents.set(report, row + "total", sumOf(report, row));
    assertThat(check(report))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.id()).isEqualTo("BLANK:contests");
              assertThat(f.cells()).extracting(CellState::path).containsExactly(row + "pending");
            });
  }

  @Test
  void whatDoesNotApplyContributesNothing() {
    ObjectNode report = Documents.valid("2021", 9);
    String row = "contests.litigationDirect.";
    long pending = Documents.get(report, row + "pending");
    Documents.put(report, row + "pending", Documents.JSON.getNodeFactory().textNode("n/a"));
    Documents.set(report, row + "total", Documents.get(report, row + "total") - pending);
    assertThat(check(report)).isEmpty();
  }

  @Test
  void aCellThatIsNoNumberCountsAsNone() {
    ObjectNode report = Documents.valid("2021", 13);
    Documents.put(
        report,
        "contests.litigationDirect.pending",
        Documents.JSON.getNodeFactory().textNode("12"));
    assertThat(check(report))
        .extracting(Finding::rule, Finding::severity)
        .contains(org.assertj.core.groups.Tuple.tuple("INT", Severity.ERROR))
        .doesNotContain(org.assertj.core.groups.Tuple.tuple("T4-SUM", Severity.ERROR));
  }

  @Test
  void aPublicationCountIsACellToo() {
    ObjectNode report = Documents.sample("huancui-industry-bureau-2021");
    ((ObjectNode) report.at("/publications/channels/1")).put("count", "357条");
    ((ObjectNode) report.at("/publications/total")).putNull("count");
    assertThat(check(report))
        .extracting(Finding::id)
        .containsExactly(
            "INT:publications.channels[1].count", "LAYOUT:applications", "BLANK:publications");
  }

  @Test
  void findingsComeBackFromStorageAsTheyWere() {
    ObjectNode report = Documents.sample("shanghai-general-office-2019");
    Documents.set(report, "applications.outcomes.total.total", 806);
    List<Finding> findings = check(report);
    assertThat(Findings.write(Findings.read(Findings.write(findings))))
        .isEqualTo(Findings.write(findings));
    assertThat(Findings.read(Findings.write(findings)))
        .extracting(Finding::id)
        .isEqualTo(findings.stream().map(Finding::id).toList());
  }

  @Test
  void everyCellIsAFigure() {
    for (Form form : Documents.FORMS.all()) {
      for (Section section : form.sections().values()) {
        for (Cell cell : section.cells().values()) {
          assertThat(Documents.read(Documents.valid(form.edition(), 1)).figures().at(cell.path()))
              .isInstanceOf(Figure.Stated.class);
        }
      }
    }
  }

  private List<Finding> check(ObjectNode report) {
    return checks.check(Documents.read(report));
  }

  private static long sumOf(ObjectNode report, String row) {
    return Documents.get(report, row + "upheld")
        + Documents.get(report, row + "corrected")
        + Documents.get(report, row + "other");
  }
}
