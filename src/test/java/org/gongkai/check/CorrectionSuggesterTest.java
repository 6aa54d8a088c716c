package org.gongkai.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingView;
import org.gongkai.finding.Findings;
import org.gongkai.finding.Suggestion;
import org.gongkai.form.Samples;
import org.gongkai.problem.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which one mistake explains every broken rule of a section. */
@Execution(ExecutionMode.CONCURRENT)
class CorrectionSuggesterTest {

  private static final Checks CHECKS = new Checks(FORMS);
  private static final String RECEIVED = "applications.received.";

  /** Whatever single cell of section three is changed, the suggestion is that cell as it was. */
  @ParameterizedTest
  @ValueSource(strings = {"2019", "2021"})
  void aWrongCellIsNamedWithItsNumber(String edition) {
    int named = 0;
    int all = 0;
    for (long seed = 0; seed < 3; seed++) {
      Map<String, Long> valid = Reports.valid(edition, seed);
      for (String path : valid.keySet()) {
        if (path.startsWith("applications.")) {
          Map<String, Long> changed = new HashMap<>(valid);
          changed.put(path, valid.get(path) + 7);
          List<Finding> findings =
              CHECKS.check(Reports.content(edition, Integer.parseInt(edition), changed));
          assertThat(findings).isNotEmpty();
          all++;
          if (findings.getFirst().suggestion() != null) {
            named++;
            assertThat(findings.getFirst().suggestion().cells()).hasSize(1);
            CellState cell = findings.getFirst().suggestion().cells().getFirst();
            assertThat(cell.path()).isEqualTo(path);
            assertThat(cell.stated().asLong()).isEqualTo(valid.get(path));
          }
        }
      }
    }
    assertThat(named).isEqualTo(all);
  }

  @Test
  void transposedDigitsAreCalledSo() {
    Finding finding = broken(Map.of("naturalPerson", 41L, "total", 14L), 41);
    assertThat(finding.suggestion().mistake()).isEqualTo(Suggestion.Mistake.DIGITS);
    FindingView zh = FindingView.of(finding, FORMS, Language.ZH);
    assertThat(zh.suggestion().message()).isEqualTo("一、本年新收政府信息公开申请数量 / 总计 应为 41？数字次序可能颠倒。");
    assertThat(FindingView.of(finding, FORMS, Language.EN).suggestion().message())
        .isEqualTo(
            "1. Applications newly received this year / Total should be 41? The digits may be"
                + " transposed.");
    assertThat(Findings.read(Findings.write(List.of(finding)))).containsExactly(finding);
  }

  @Test
  void aTotalInAnotherColumnIsFound() {
    Finding finding = broken(Map.of("naturalPerson", 41L, "otherOrganization", 41L), 41);
    assertThat(finding.suggestion().mistake()).isEqualTo(Suggestion.Mistake.SWAPPED);
    assertThat(finding.suggestion().cells())
        .extracting(c -> c.path() + "=" + c.stated())
        .containsExactly(RECEIVED + "otherOrganization=0", RECEIVED + "total=41");
  }

  @Test
  void aRowBesideItsColumnsIsFound() {
    Map<String, Long> numbers = nil();
    Map<String, Long> right =
        Map.of("commercialEnterprise", 30L, "researchInstitution", 11L, "total", 41L);
    put(numbers, "outcomes.granted", right);
    put(numbers, "outcomes.total", right);
    put(
        numbers,
        "received",
        Map.of("naturalPerson", 30L, "commercialEnterprise", 11L, "otherOrganization", 41L));
    Finding finding = CHECKS.check(Reports.content("2021", 2021, numbers)).getFirst();
    assertThat(finding.suggestion().mistake()).isEqualTo(Suggestion.Mistake.SHIFTED);
    assertThat(finding.suggestion().cells())
        .extracting(c -> c.path().substring(RECEIVED.length()) + "=" + c.stated())
        .containsExactlyInAnyOrder(
            "naturalPerson=0",
            "commercialEnterprise=30",
            "researchInstitution=11",
            "otherOrganization=0",
            "total=41");
  }

  @Test
  void whereSeveralCellsWouldDoNoneIsNamed() {
    Map<String, Long> numbers = nil();
    numbers.put("contests.reconsideration.upheld", 1L);
    numbers.put("contests.reconsideration.total", 2L);
    assertThat(CHECKS.check(Reports.content("2021", 2021, numbers)))
        .singleElement()
        .satisfies(f -> assertThat(f.suggestion()).isNull());
  }

  /** As old reports are: blank where there was nothing, and nearly every total. */
  @Test
  void aWrongCellAmongBlanksIsNamedWhereNoOtherWouldDo() {
    ObjectNode shanghai = (ObjectNode) Samples.json(Samples.SHANGHAI).deepCopy();
    ((ObjectNode) shanghai.at("/applications/received")).put("total", 895);
    Finding finding =
        CHECKS.check(Samples.READER.read(shanghai)).stream()
            .filter(f -> f.id().equals("T3-BAL:applications.total"))
            .findFirst()
            .orElseThrow();
    assertThat(finding.suggestion().mistake()).isEqualTo(Suggestion.Mistake.DIGITS);
    assertThat(finding.suggestion().cells())
        .extracting(c -> c.path() + "=" + c.stated())
        .containsExactly(RECEIVED + "total=859");
  }

  @Test
  void nothingIsSuggestedThatOnlyABlankWouldMakeTrue() {
    Map<String, Long> numbers = nil();
    String row = "contests.reconsideration.";
    numbers.put(row + "upheld", 9L);
    numbers.put(row + "pending", null);
    numbers.put(row + "total", 5L);
    assertThat(CHECKS.check(Reports.content("2021", 2021, numbers)))
        .filteredOn(f -> f.rule().equals("T4-SUM"))
        .singleElement()
        .satisfies(f -> assertThat(f.suggestion()).isNull());
  }

  private static Finding broken(Map<String, Long> received, long granted) {
    Map<String, Long> numbers = nil();
    put(numbers, "received", received);
    put(numbers, "outcomes.granted", Map.of("naturalPerson", granted, "total", granted));
    put(numbers, "outcomes.total", Map.of("naturalPerson", granted, "total", granted));
    return CHECKS.check(Reports.content("2021", 2021, numbers)).getFirst();
  }

  private static Map<String, Long> nil() {
    Map<String, Long> numbers = new HashMap<>(Reports.valid("2021", 1));
    numbers.replaceAll((path, number) -> 0L);
    return numbers;
  }

  private static void put(Map<String, Long> numbers, String row, Map<String, Long> cells) {
    cells.forEach((column, number) -> numbers.put("applications." + row + "." + column, number));
  }
}
