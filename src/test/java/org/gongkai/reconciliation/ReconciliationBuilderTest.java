package org.gongkai.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.breakdown.SumOperands;
import org.gongkai.form.Cell;
import org.gongkai.form.Content;
import org.gongkai.form.ContentReader;
import org.gongkai.form.Figure;
import org.gongkai.form.Forms;
import org.gongkai.form.Samples;
import org.gongkai.form.Scope;
import org.gongkai.form.Section;
import org.gongkai.journey.Sample;
import org.gongkai.problem.Language;
import org.gongkai.reconciliation.ComparedView.ComparisonKind;
import org.gongkai.report.Basis;
import org.gongkai.rollup.SectionRows;
import org.gongkai.tally.By;
import org.gongkai.tally.RollupQuery;
import org.gongkai.tally.Tally;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Governments' reports that are made from the sums of organs, with known changes. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class ReconciliationBuilderTest {

  private static final RollupQuery WISH =
      new RollupQuery("371002", 2021, 2021, By.NONE, Basis.SUBMITTED, Set.of(), null, Scope.ORGAN);

  /** Of no number that random changes add up to. */
  private static final int FAR_OFF = 1_000_003;

  private final Forms forms = Samples.FORMS;
  private final ContentReader contents = new ContentReader(forms);
  private final SectionRows.All rows = new SectionRows.All(forms);

  /** The numbers of a report by the paths of its cells, in one edition. */
  private Map<String, Integer> leaves(String edition, Random random) {
    Map<String, Integer> leaves = new LinkedHashMap<>();
    for (Section section : forms.known(edition).sections().values()) {
      for (Cell cell : section.cells().values()) {
        if (cell.leaf()) {
          leaves.put(cell.path(), random.nextInt(40));
        }
      }
    }
    return leaves;
  }

  /** With all totals, as the numbers have them. */
  private Map<String, Integer> withTotals(String edition, Map<String, Integer> leaves) {
    Map<String, Integer> all = new LinkedHashMap<>(leaves);
    for (Section section : forms.known(edition).sections().values()) {
      for (Cell cell : section.cells().values()) {
        if (!cell.leaf()) {
          boolean ofOutcomes = cell.row().id().equals("outcomes.total");
          int sum = 0;
          for (Map.Entry<String, Integer> leaf : leaves.entrySet()) {
            Cell part = section.cells().get(leaf.getKey());
            boolean row =
                part != null
                    && (ofOutcomes
                        ? part.row().id().startsWith("outcomes.")
                        : part.row().id().equals(cell.row().id()));
            boolean column =
                part != null
                    && (cell.column().id().equals("total")
                        || part.column().id().equals(cell.column().id()));
            sum += row && column ? leaf.getValue() : 0;
          }
          all.put(cell.path(), sum);
        }
      }
    }
    return all;
  }

  private static ObjectNode report(String edition, Map<String, Integer> numbers) {
    ObjectNode report = (ObjectNode) Sample.json("{\"organ\":\"T-1\",\"year\":2021}");
    for (String section : List.of("disclosure", "applications", "contests")) {
      Sample.with(report, "/editions/" + section, edition);
    }
    numbers.forEach((path, number) -> Sample.with(report, "/" + path.replace('.', '/'), number));
    return report;
  }

  /** What the service keeps of the reports, by section. */
  private Map<String, Tally> tallies(List<Content> reports) {
    Map<String, Tally> tallies = new HashMap<>();
    for (Content report : reports) {
      report
          .editions()
          .forEach(
              (section, edition) -> {
                Tally tally = tallies.computeIfAbsent(section, s -> Tally.empty());
                tally.add(
                    section + Tally.EDITION_MARK + edition,
                    new Tally.Added(BigDecimal.ONE, 1, 0, 0, 1));
                for (Cell cell : forms.known(edition).section(section).cells().values()) {
                  if (cell.leaf()) {
                    tally.add(report.summand(cell.path()), added(report, cell));
                  }
                }
              });
    }
    return tallies;
  }

  private static Tally.Added added(Content report, Cell cell) {
    return switch (report.figures().at(cell.path())) {
      case Figure.Stated stated ->
          stated.number().signum() == 0
              ? Tally.Added.NOTHING
              : new Tally.Added(stated.number(), 1, 0, 0, 1);
      case Figure.NotApplicable none -> new Tally.Added(BigDecimal.ZERO, 0, 0, 0, 1);
      default -> new Tally.Added(BigDecimal.ZERO, 0, 1, 0, 1);
    };
  }

  private List<ComparedView> compare(ObjectNode document, List<Content> organs) {
    Content government = contents.read(document);
    ReconciliationBuilder sides =
        new ReconciliationBuilder(
            forms, new SumOperands(forms), government, document, WISH, true, Language.EN);
    Map<String, Tally> tallies = tallies(organs);
    for (String section : government.editions().keySet()) {
      sides.table(section, rows.of(section), tallies.getOrDefault(section, Tally.empty()));
    }
    return sides.cells();
  }

  private static List<String> paths(List<ComparedView> cells, ComparisonKind kind) {
    return cells.stream().filter(cell -> cell.kind() == kind).map(ComparedView::path).toList();
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 0", "2, 1, 0", "3, 2, 1", "4, 5, 2", "5, 9, 4", "6, 30, 6", "7, 0, 3"})
  void thereAreAsManyCausesAsChanges(long seed, int changes, int wrongTotals) {
    Random random = new Random(seed);
    for (String edition : List.of("2019", "2021")) {
      List<Content> organs = new ArrayList<>();
      Map<String, Integer> sum = new LinkedHashMap<>();
      for (int i = 0; i < 3; i++) {
        Map<String, Integer> leaves = leaves(edition, random);
        leaves.forEach((path, number) -> sum.merge(path, number, Integer::sum));
        organs.add(contents.read(report(edition, withTotals(edition, leaves))));
      }
      Set<String> changed = new TreeSet<>();
      List<String> leaves = new ArrayList<>(sum.keySet());
      while (changed.size() < changes) {
        String path = leaves.get(random.nextInt(leaves.size()));
        if (changed.add(path)) {
          sum.merge(path, 1 + random.nextInt(9), Integer::sum);
        }
      }
      Map<String, Integer> stated = withTotals(edition, sum);
      List<String> totals = new ArrayList<>(stated.keySet());
      totals.removeAll(leaves);
      for (int i = 1; i <= wrongTotals; i++) {
        String path = totals.remove(random.nextInt(totals.size()));
        stated.merge(path, FAR_OFF * i * i, Integer::sum);
        changed.add(path);
      }
      List<ComparedView> cells = compare(report(edition, stated), organs);
      assertThat(new TreeSet<>(paths(cells, ComparisonKind.CAUSE))).isEqualTo(changed);
      requireEachDifferenceOnce(cells, changed);
    }
  }

  /** What the flat listing had is a cause or an effect, and what an effect names are causes. */
  private static void requireEachDifferenceOnce(List<ComparedView> cells, Set<String> causes) {
    Map<String, Long> effects = new HashMap<>();
    for (ComparedView cell : cells) {
      boolean differs =
          cell.reported() == null || cell.summed() == null
              ? (cell.reported() == null) != (cell.summed() == null)
              : cell.reported().compareTo(cell.summed()) != 0;
      assertThat(cell.differs()).as(cell.path()).isEqualTo(differs);
      if (cell.is(ComparisonKind.EFFECT)) {
        assertThat(cell.computed()).as(cell.path()).isTrue();
        assertThat(causes).containsAll(cell.causedBy());
        cell.causedBy().forEach(cause -> effects.merge(cause, 1L, Long::sum));
      } else {
        assertThat(cell.causedBy()).isNull();
      }
    }
    for (ComparedView cell : cells) {
      if (cell.is(ComparisonKind.CAUSE)) {
        assertThat(cell.effects()).as(cell.path()).isEqualTo(effects.getOrDefault(cell.path(), 0L));
      }
    }
  }

  @Test
  void oneLostApplicationIsOneCauseWithFiveEffects() {
    Random random = new Random(9);
    Map<String, Integer> leaves = leaves("2021", random);
    Content organ = contents.read(report("2021", withTotals("2021", leaves)));
    leaves.merge("applications.outcomes.refused.otherLaw.naturalPerson", 1, Integer::sum);
    List<ComparedView> cells = compare(report("2021", withTotals("2021", leaves)), List.of(organ));
    assertThat(paths(cells, ComparisonKind.CAUSE))
        .containsExactly("applications.outcomes.refused.otherLaw.naturalPerson");
    assertThat(paths(cells, ComparisonKind.EFFECT))
        .containsExactlyInAnyOrder(
            "applications.outcomes.refused.otherLaw.total",
            "applications.outcomes.refused.naturalPerson",
            "applications.outcomes.refused.total",
            "applications.outcomes.total.naturalPerson",
            "applications.outcomes.total.total");
  }

  @Test
  void whatIsLeftBlankIsNewsOnceToo() {
    Map<String, Integer> leaves = leaves("2021", new Random(10));
    leaves.put("contests.reconsideration.upheld", 7);
    Content organ = contents.read(report("2021", withTotals("2021", leaves)));
    leaves.remove("contests.reconsideration.upheld");
    List<ComparedView> cells = compare(report("2021", withTotals("2021", leaves)), List.of(organ));
    assertThat(paths(cells, ComparisonKind.CAUSE))
        .containsExactly("contests.reconsideration.upheld");
    assertThat(paths(cells, ComparisonKind.EFFECT))
        .containsExactly("contests.reconsideration.total");
  }

  @Test
  void aCellThatOneSideHasNotIsNotCompared() {
    Random random = new Random(12);
    Map<String, Integer> old = leaves("2019", random);
    old.put("applications.outcomes.otherHandling.naturalPerson", 6);
    Content organ = contents.read(report("2019", withTotals("2019", old)));
    Map<String, Integer> stated = new LinkedHashMap<>();
    for (String path : leaves("2021", random).keySet()) {
      stated.put(path, old.getOrDefault(path, 0));
    }
    for (String applicant : new HashSet<>(applicants())) {
      String whole = "applications.outcomes.otherHandling." + applicant;
      String part = "applications.outcomes.otherHandling.feeUnpaid." + applicant;
      stated.put(part, old.get(whole));
    }
    List<ComparedView> same = compare(report("2021", withTotals("2021", stated)), List.of(organ));
    assertThat(paths(same, ComparisonKind.CAUSE)).isEmpty();
    assertThat(paths(same, ComparisonKind.EFFECT)).isEmpty();
    assertThat(paths(same, ComparisonKind.OTHER_LAYOUT))
        .contains(
            "disclosure.normativeDocuments.inForce",
            "disclosure.normativeDocuments.disclosedInTotal",
            "applications.outcomes.otherHandling.feeUnpaid.naturalPerson")
        .doesNotContain(
            "applications.outcomes.otherHandling.naturalPerson", "disclosure.licensing.decisions");
    stated.merge("applications.outcomes.otherHandling.feeUnpaid.naturalPerson", -2, Integer::sum);
    List<ComparedView> cells = compare(report("2021", withTotals("2021", stated)), List.of(organ));
    assertThat(paths(cells, ComparisonKind.CAUSE))
        .containsExactly("applications.outcomes.otherHandling.naturalPerson");
    assertThat(paths(cells, ComparisonKind.EFFECT))
        .containsExactlyInAnyOrder(
            "applications.outcomes.otherHandling.total",
            "applications.outcomes.total.naturalPerson",
            "applications.outcomes.total.total");
  }

  /** An organ in each layout, and what a government in the newer one states that has both. */
  private Map<String, Integer> ofBothLayouts(List<Content> organs, int otherHandlingOfTheOld) {
    Random random = new Random(13);
    Map<String, Integer> old = leaves("2019", random);
    Map<String, Integer> newer = leaves("2021", random);
    Map<String, Integer> stated = new LinkedHashMap<>(newer);
    stated.replaceAll((path, number) -> number + old.getOrDefault(path, 0));
    for (String applicant : applicants()) {
      old.put("applications.outcomes.otherHandling." + applicant, otherHandlingOfTheOld);
      stated.merge(
          "applications.outcomes.otherHandling.feeUnpaid." + applicant,
          otherHandlingOfTheOld,
          Integer::sum);
    }
    organs.add(contents.read(report("2019", withTotals("2019", old))));
    organs.add(contents.read(report("2021", withTotals("2021", newer))));
    return stated;
  }

  @Test
  void aReportEqualToTheSumOfBothLayoutsHasNoNews() {
    List<Content> organs = new ArrayList<>();
    Map<String, Integer> stated = ofBothLayouts(organs, 4);
    List<ComparedView> cells = compare(report("2021", withTotals("2021", stated)), organs);
    assertThat(paths(cells, ComparisonKind.CAUSE)).isEmpty();
    assertThat(paths(cells, ComparisonKind.EFFECT)).isEmpty();
    assertThat(paths(cells, ComparisonKind.OTHER_LAYOUT))
        .contains(
            "applications.outcomes.otherHandling.feeUnpaid.naturalPerson",
            "applications.outcomes.otherHandling.feeUnpaid.total")
        .doesNotContain("applications.outcomes.otherHandling.total");
    stated.merge("applications.outcomes.otherHandling.feeUnpaid.naturalPerson", 1, Integer::sum);
    assertThat(
            paths(
                compare(report("2021", withTotals("2021", stated)), organs), ComparisonKind.CAUSE))
        .containsExactly("applications.outcomes.otherHandling.naturalPerson");
  }

  @Test
  void aPartThatExplainsItsRowIsNews() {
    List<Content> organs = new ArrayList<>();
    Map<String, Integer> stated = ofBothLayouts(organs, 0);
    stated.merge("applications.outcomes.otherHandling.feeUnpaid.naturalPerson", 1, Integer::sum);
    List<ComparedView> cells = compare(report("2021", withTotals("2021", stated)), organs);
    assertThat(paths(cells, ComparisonKind.CAUSE))
        .containsExactly("applications.outcomes.otherHandling.feeUnpaid.naturalPerson");
    assertThat(paths(cells, ComparisonKind.EFFECT))
        .contains("applications.outcomes.otherHandling.naturalPerson");
  }

  /** What came in less by one is less by one where it was dealt with. */
  @ParameterizedTest
  @CsvSource({
    "received, outcomes.refused.enforcementFile, 2019",
    "received, outcomes.refused.enforcementFile, 2021",
    "carriedOver, carriedForward, 2021",
    "received, outcomes.otherHandling, 2019"
  })
  void oneLostApplicationIsOneCauseAcrossTheBalance(String in, String out, String edition) {
    Map<String, Integer> leaves = leaves(edition, new Random(14));
    String left = "applications.%s.naturalPerson".formatted(in);
    String right = "applications.%s.naturalPerson".formatted(out);
    leaves.merge(left, 5, Integer::sum);
    leaves.merge(right, 5, Integer::sum);
    Content organ = contents.read(report(edition, withTotals(edition, leaves)));
    leaves.merge(left, -1, Integer::sum);
    leaves.merge(right, -1, Integer::sum);
    List<ComparedView> cells =
        compare(report(edition, withTotals(edition, leaves)), List.of(organ));
    assertThat(paths(cells, ComparisonKind.CAUSE)).containsExactly(right);
    assertThat(paths(cells, ComparisonKind.EFFECT))
        .contains(left, "applications.%s.total".formatted(in));
    assertThat(cells)
        .filteredOn(cell -> cell.is(ComparisonKind.EFFECT))
        .allSatisfy(cell -> assertThat(cell.causedBy()).containsExactly(right));
  }

  /** Two outcomes, another size, another column, or a total that is wrong by itself. */
  @ParameterizedTest
  @CsvSource({
    "outcomes.granted.naturalPerson, outcomes.refused.enforcementFile.naturalPerson, 2",
    "outcomes.granted.naturalPerson, , 2",
    "outcomes.granted.researchInstitution, , 1",
    "carriedForward.naturalPerson, outcomes.granted.naturalPerson, 2"
  })
  void whatDoesNotExplainTheOtherSideIsNewsBesideIt(String first, String second, int received) {
    Map<String, Integer> leaves = leaves("2021", new Random(15));
    Content organ = contents.read(report("2021", withTotals("2021", leaves)));
    Set<String> changed = new TreeSet<>();
    changed.add("applications.received.naturalPerson");
    leaves.merge("applications.received.naturalPerson", received, Integer::sum);
    for (String path : second == null ? List.of(first) : List.of(first, second)) {
      changed.add("applications." + path);
      leaves.merge("applications." + path, 1, Integer::sum);
    }
    List<ComparedView> cells = compare(report("2021", withTotals("2021", leaves)), List.of(organ));
    assertThat(new TreeSet<>(paths(cells, ComparisonKind.CAUSE))).isEqualTo(changed);
  }

  @Test
  void aTotalThatIsWrongByItselfExplainsNothing() {
    Map<String, Integer> leaves = leaves("2021", new Random(16));
    Content organ = contents.read(report("2021", withTotals("2021", leaves)));
    leaves.merge("applications.received.naturalPerson", 1, Integer::sum);
    Map<String, Integer> stated = withTotals("2021", leaves);
    stated.merge("applications.outcomes.total.naturalPerson", 1, Integer::sum);
    assertThat(paths(compare(report("2021", stated), List.of(organ)), ComparisonKind.CAUSE))
        .containsExactlyInAnyOrder(
            "applications.received.naturalPerson", "applications.outcomes.total.naturalPerson");
  }

  private List<String> applicants() {
    return forms.known("2021").section("applications").columns().stream()
        .map(column -> column.id())
        .filter(id -> !id.equals("total"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "12.35, 12.346, 2",
    "12.3, 12.25, 1",
    "12, 12.4, 0",
    "12.35, 12.356, ",
    "12.346, 12.346, ",
    "0, 0.3, ",
    "12.00, 12.4, ",
    "12.00, 12.004, 2",
    "12.350, 12.346, "
  })
  void aSumIsRoundedToTheDecimalsThatAreStated(String stated, String sum, Integer decimals) {
    Content organ = contents.read(fees(sum));
    List<ComparedView> cells = compare(fees(stated), List.of(organ));
    ComparedView fees =
        cells.stream().filter(c -> c.path().equals("disclosure.fees.amount")).findFirst().get();
    boolean equal = decimals != null || stated.equals(sum);
    assertThat(fees.kind()).isEqualTo(equal ? ComparisonKind.EQUAL : ComparisonKind.CAUSE);
    assertThat(fees.decimals()).isEqualTo(decimals);
    assertThat(fees.difference())
        .isEqualByComparingTo(new BigDecimal(stated).subtract(new BigDecimal(sum)));
  }

  /** With the decimals as they are written, as the service reads them. */
  private static ObjectNode fees(String amount) {
    ObjectNode report = (ObjectNode) Sample.json("{\"organ\":\"T-1\",\"year\":2021}");
    report
        .withObject("/disclosure/fees")
        .set(
            "amount",
            JsonNodeFactory.withExactBigDecimals(true).numberNode(new BigDecimal(amount)));
    return report;
  }
}
