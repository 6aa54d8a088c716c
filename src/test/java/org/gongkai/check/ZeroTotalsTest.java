package org.gongkai.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.finding.FindingView;
import org.gongkai.finding.Findings;
import org.gongkai.finding.Suggestion;
import org.gongkai.form.Cell;
import org.gongkai.form.FormRole;
import org.gongkai.form.Samples;
import org.gongkai.form.Section;
import org.gongkai.problem.Language;
import org.gongkai.rule.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Totals that were left at 0 while their parts are not, in real reports and made-up ones. */
class ZeroTotalsTest {

  private static final Checks CHECKS = new Checks(FORMS);
  private static final String RECEIVED = "applications.received.";

  @Test
  void oneIsSaidAndWhatItShouldBe() {
    List<Finding> findings = check(huaian(path -> path.equals(RECEIVED + "total")));
    assertThat(findings)
        .extracting(Finding::id)
        .containsExactlyInAnyOrder("T3-ROW:applications.received", "T3-BAL:applications.total");
    assertThat(findings)
        .allSatisfy(
            f -> {
              assertThat(f.suggestion().mistake()).isEqualTo(Suggestion.Mistake.ZERO_TOTAL);
              assertThat(suggested(List.of(f))).isEqualTo(Map.of(RECEIVED + "total", 3119L));
            });
    assertThat(message(findings.getFirst(), Language.ZH))
        .isEqualTo("一、本年新收政府信息公开申请数量 / 总计 应为 3119？此处总计填的是 0，而各项不是 0。");
    assertThat(message(findings.getFirst(), Language.EN))
        .isEqualTo(
            "1. Applications newly received this year / Total should be 3119? It was left at 0, but"
                + " its parts are not 0.");
  }

  @Test
  void aRowOfThemIsSaidToBeOne() {
    List<Finding> findings = check(huaian(path -> path.startsWith("applications.outcomes.total.")));
    assertThat(suggested(findings))
        .isEqualTo(
            Map.of(
                "applications.outcomes.total.naturalPerson", 2932L,
                "applications.outcomes.total.commercialEnterprise", 53L,
                "applications.outcomes.total.legalServiceOrganization", 61L,
                "applications.outcomes.total.otherOrganization", 4L,
                "applications.outcomes.total.total", 3050L));
    Finding column =
        findings.stream()
            .filter(f -> f.id().equals("T3-SUM:applications.naturalPerson"))
            .findFirst()
            .orElseThrow();
    assertThat(message(column, Language.ZH))
        .isEqualTo(
            "三、本年度办理结果 / （七）总计 / 自然人 应为 2932？此处总计填的是 0，而各项不是 0。"
                + "“三、本年度办理结果 / （七）总计”共有 5 格总计填的是 0，而各项不是 0，须一并改正。");
    assertThat(message(column, Language.EN)).contains("(7) Total\" 5 totals were left at 0");
  }

  @Test
  void aColumnOfThemIsSaidToBeOne() {
    ObjectNode report = huaian(path -> path.startsWith("applications.") && path.endsWith(".total"));
    List<Finding> findings = check(report);
    assertThat(findings).extracting(Finding::rule).containsOnly("T3-ROW");
    Map<String, Long> right = totals(Samples.json(Samples.HUAIAN), "applications");
    assertThat(right).hasSize(23);
    assertThat(suggested(findings)).isEqualTo(right);
    assertThat(findings).hasSize(23).allSatisfy(f -> assertThat(suggested(List.of(f))).hasSize(1));
    assertThat(message(findings.getFirst(), Language.ZH))
        .endsWith("“总计”共有 23 格总计填的是 0，而各项不是 0，须一并改正。");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2019", "2021"})
  void allOfARandomReportAreFound(String edition) {
    for (long seed = 0; seed < 5; seed++) {
      Map<String, Long> valid = Reports.valid(edition, seed);
      Map<String, Long> changed = new HashMap<>(valid);
      Map<String, Long> right = new TreeMap<>();
      for (Section section : FORMS.known(edition).sections().values()) {
        for (Cell cell : section.cells().values()) {
          if (isTotal(cell) && valid.get(cell.path()) != 0) {
            right.put(cell.path(), changed.put(cell.path(), 0L));
          }
        }
      }
      List<Finding> findings =
          CHECKS.check(Reports.content(edition, Integer.parseInt(edition), changed));
      assertThat(suggested(findings)).as("seed %s", seed).isEqualTo(right);
      assertThat(message(findings.getFirst(), Language.ZH)).contains("本表共有");
    }
  }

  private static boolean isTotal(Cell cell) {
    return cell.row().role() == FormRole.TOTAL || cell.column().role() == FormRole.TOTAL;
  }

  /** What was put right goes in, and nothing is found any more. */
  @Test
  void isWhatSetsTheReportRight() {
    ObjectNode report = huaian(path -> path.endsWith(".total"));
    suggested(check(report)).forEach((path, number) -> put(report, path, number));
    assertThat(check(report)).isEmpty();
    assertThat(Samples.READER.read(report).figures())
        .isEqualTo(Samples.content(Samples.HUAIAN).figures());
  }

  @Test
  void areNotSuggestedWhereThePartsStandInTheWrongRow() {
    ObjectNode report = huaian(path -> false);
    move(report, "applications.outcomes.refused.stateSecret.naturalPerson");
    List<Finding> findings = check(report);
    assertThat(findings).isNotEmpty();
    assertThat(findings)
        .allSatisfy(
            f ->
                assertThat(f.suggestion() == null ? null : f.suggestion().mistake())
                    .isNotEqualTo(Suggestion.Mistake.ZERO_TOTAL));
  }

  /** No rule links the rows of section four, but what the one has too much the other lacks. */
  @Test
  void areNotSuggestedWhereAnotherRowLacksTheParts() {
    String rows =
        "'contests': {'reconsideration': {'upheld': 2, 'corrected': 0, 'other': 0, 'pending': 0,"
            + " 'total': 0}, 'litigationDirect': {'upheld': 0, 'corrected': 0, 'other': 0,"
            + " 'pending': 0, 'total': %d}}";
    assertThat(check(2023, rows.formatted(2))).isEmpty();
    assertThat(check(2023, rows.formatted(3)))
        .isEqualTo(Map.of("contests.reconsideration.total", 2L));
  }

  /** Into a row whose total is 0; the totals stay. */
  private static void move(ObjectNode report, String from) {
    put(report, "applications.outcomes.notProcessed.excessive.naturalPerson", number(report, from));
    put(report, from, 0);
  }

  /**
   * A blank part could be anything, so nobody knows the total; a part that does not apply adds
   * nothing.
   */
  @Test
  void areNotGuessedOverBlanks() {
    String block =
        "'contests': {'reconsideration': {'upheld': 2, 'corrected': 3, 'other': 0, 'pending': %s,"
            + " 'total': 0}}";
    assertThat(check(2023, block.formatted("null"))).isEmpty();
    assertThat(check(2023, block.formatted("'x'"))).isEmpty();
    assertThat(check(2023, block.formatted("'n/a'")))
        .isEqualTo(Map.of("contests.reconsideration.total", 5L));
    assertThat(check(2023, block.formatted("1")))
        .isEqualTo(Map.of("contests.reconsideration.total", 6L));
  }

  /** Whatever the blank parts are, the total is not less than the others. */
  @ParameterizedTest
  @ValueSource(strings = {"null", "'x'"})
  void areSaidToBeNoLessThanTheirPartsOverBlanks(String blank) {
    List<Finding> findings =
        broken(
            2023,
            "'contests': {'reconsideration': {'upheld': 2, 'corrected': 3, 'other': 0, 'pending': "
                + blank
                + ", 'total': 0}}");
    assertThat(findings).hasSize(1);
    Suggestion suggestion = findings.getFirst().suggestion();
    assertThat(suggestion.mistake()).isEqualTo(Suggestion.Mistake.ZERO_TOTAL_OF_BLANKS);
    assertThat(suggestion.cells()).isEmpty();
    assertThat(suggestion.atLeast())
        .extracting(c -> c.path() + "=" + c.stated())
        .containsExactly("contests.reconsideration.total=5");
    assertThat(message(findings.getFirst(), Language.ZH))
        .isEqualTo("行政复议 / 总计 不应小于 5：此处总计填的是 0，而填有数字的各项之和大于 0，另有单元格没有数字。");
    assertThat(message(findings.getFirst(), Language.EN))
        .isEqualTo(
            "Administrative reconsideration / Total should be 5 at least: it was left at 0, but its"
                + " parts add up to more, and some of them state no number.");
    assertThat(Findings.read(Findings.write(findings))).isEqualTo(findings);
  }

  /** The parts may stand in the wrong row: another lacks just those, or cannot hold so many. */
  @Test
  void haveNoLeastThatAnotherRuleContradicts() {
    String rows =
        "'contests': {'reconsideration': {'upheld': 2, 'corrected': 0, 'other': 0, 'pending': null,"
            + " 'total': 0}, 'litigationDirect': {'upheld': 0, 'corrected': 0, 'other': 0,"
            + " 'pending': 0, 'total': %d}}";
    assertThat(broken(2023, rows.formatted(2))).extracting(Finding::suggestion).containsOnlyNulls();
    assertThat(broken(2023, rows.formatted(3)).getFirst().suggestion().atLeast()).hasSize(1);
    String received =
        "'applications': {'received': {'naturalPerson': 7, 'commercialEnterprise': null, 'total':"
            + " 0}, 'carriedOver': {'total': 0}, 'outcomes': {'total': {'total': %d}},"
            + " 'carriedForward': {'total': 0}}";
    assertThat(least(received.formatted(3))).isEmpty();
    // where the balance says the very number, that is suggested
    assertThat(broken(2023, received.formatted(7)).getFirst().suggestion().mistake())
        .isEqualTo(Suggestion.Mistake.NUMBER);
    assertThat(least(received.formatted(9))).containsExactly("applications.received.total=7");
  }

  /** What rows should add up to at the least. */
  private static List<String> least(String more) {
    return broken(2023, more).stream()
        .filter(f -> f.rule().equals("T3-ROW") && f.suggestion() != null)
        .flatMap(f -> f.suggestion().atLeast().stream())
        .map(c -> c.path() + "=" + c.stated())
        .toList();
  }

  private static List<Finding> broken(int year, String more) {
    return CHECKS.check(Samples.content(year, more)).stream()
        .filter(f -> f.severity() == Severity.ERROR && f.kind() == FindingKind.BROKEN)
        .toList();
  }

  private static Map<String, Long> check(int year, String more) {
    return suggested(CHECKS.check(Samples.content(year, more)));
  }

  /** Blanks elsewhere in the section do not stand in the way. */
  @Test
  void areFoundAmongBlanks() {
    ObjectNode shanghai = (ObjectNode) Samples.json(Samples.SHANGHAI).deepCopy();
    put(shanghai, "applications.outcomes.total.naturalPerson", 0);
    // eight of 19 outcomes are blank in this column: only the balance says what they add up to
    assertThat(suggested(check(shanghai))).isEmpty();
    assertThat(check(shanghai))
        .filteredOn(f -> f.id().equals("T3-BAL:applications.naturalPerson"))
        .flatExtracting(f -> f.suggestion().cells())
        .extracting(c -> c.path() + "=" + c.stated())
        .containsExactly("applications.outcomes.total.naturalPerson=767");
    ObjectNode huaian = huaian(path -> path.equals("contests.litigationDirect.total"));
    ((ObjectNode) huaian.at("/contests/reconsideration")).putNull("pending");
    assertThat(suggested(check(huaian))).isEqualTo(Map.of("contests.litigationDirect.total", 26L));
  }

  @Test
  void stayApartFromAnotherMistake() {
    ObjectNode report = huaian(path -> path.equals("contests.reconsideration.total"));
    put(report, "contests.litigationDirect.total", 27);
    List<Finding> findings = check(report);
    assertThat(suggested(findings)).isEqualTo(Map.of("contests.reconsideration.total", 351L));
    assertThat(findings).hasSize(2).filteredOn(f -> f.suggestion() == null).hasSize(1);
  }

  @Test
  void areKeptWithoutWords() {
    List<Finding> findings =
        check(huaian(path -> path.startsWith("applications.") && path.endsWith(".total")));
    assertThat(Findings.read(Findings.write(findings))).isEqualTo(findings);
    // a whole column is not said once more for each of its rows
    assertThat(Findings.write(findings).length()).isLessThan(40_000);
  }

  private static ObjectNode huaian(Predicate<String> zero) {
    ObjectNode report = (ObjectNode) Samples.json(Samples.HUAIAN).deepCopy();
    for (Section section : FORMS.known("2021").sections().values()) {
      section.cells().keySet().stream().filter(zero).forEach(path -> put(report, path, 0));
    }
    return report;
  }

  private static Map<String, Long> totals(JsonNode report, String section) {
    Map<String, Long> totals = new TreeMap<>();
    for (String path : FORMS.known("2021").section(section).cells().keySet()) {
      if (path.endsWith(".total") && number(report, path) != 0) {
        totals.put(path, number(report, path));
      }
    }
    return totals;
  }

  private static long number(JsonNode report, String path) {
    return report.at("/" + path.replace('.', '/')).longValue();
  }

  private static void put(ObjectNode report, String path, long number) {
    int end = path.lastIndexOf('.');
    ((ObjectNode) report.at("/" + path.substring(0, end).replace('.', '/')))
        .put(path.substring(end + 1), number);
  }

  /** Every number that some finding suggests for a total that was left at 0. */
  private static Map<String, Long> suggested(List<Finding> findings) {
    Map<String, Long> suggested = new TreeMap<>();
    List<Suggestion> suggestions = new ArrayList<>();
    findings.forEach(f -> suggestions.add(f.suggestion()));
    suggestions.stream()
        .filter(s -> s != null && s.mistake() == Suggestion.Mistake.ZERO_TOTAL)
        .flatMap(s -> s.cells().stream())
        .forEach(c -> suggested.put(c.path(), c.stated().longValue()));
    return suggested;
  }

  private static String message(Finding finding, Language language) {
    return FindingView.of(finding, FORMS, language).suggestion().message();
  }

  private static List<Finding> check(ObjectNode report) {
    return CHECKS.check(Samples.READER.read(report));
  }
}
