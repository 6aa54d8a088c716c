package org.gongkai.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.breakdown.NumberSelector;
import org.gongkai.breakdown.SumOperands;
import org.gongkai.form.Content;
import org.gongkai.form.ContentReader;
import org.gongkai.form.Forms;
import org.gongkai.form.Scope;
import org.gongkai.platform.StrictJson;
import org.gongkai.problem.Language;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;
import org.gongkai.reconciliation.ComparedView.ComparisonKind;
import org.gongkai.rollup.SectionRows;
import org.gongkai.tally.Coverage;
import org.gongkai.tally.RollupQuery;
import org.gongkai.tally.RollupStore;
import org.gongkai.tally.StoredSums;
import org.gongkai.tally.SumKey;
import org.gongkai.tally.Tally;
import org.jspecify.annotations.Nullable;

/** Holds the report of a government against the rollup of its organs. */
@ApplicationScoped
class Reconciliations {

  private static final Text NO_PUBLICATIONS =
      new Text(
          "政府年报没有填写各渠道公开数量（官方格式中没有此表），未作核对。",
          "The government's report states no publications by channel, for which the official form"
              + " has no table: they are not compared.");

  private final ReconciliationStore store;
  private final RollupStore rollups;
  private final StoredSums tallies;
  private final SumOperands addends;
  private final StrictJson json;
  private final ContentReader contents;
  private final Forms forms;
  private final SectionRows.All sections;
  private final Contradictions contradictions;

  Reconciliations(
      ReconciliationStore store,
      RollupStore rollups,
      StoredSums tallies,
      SumOperands addends,
      StrictJson json,
      ContentReader contents,
      Forms forms,
      SectionRows.All sections,
      Contradictions contradictions) {
    this.store = store;
    this.rollups = rollups;
    this.tallies = tallies;
    this.addends = addends;
    this.json = json;
    this.contents = contents;
    this.forms = forms;
    this.sections = sections;
    this.contradictions = contradictions;
  }

  /**
   * What is asked for.
   *
   * @param whole the rollup of one year of the region as a whole
   * @param divided the same by the regions below, which has the region's own organs by themselves
   * @param scope which of the government's reports; null for the only one that there is
   * @param government code of the organ that filed the compared report; null for the likeliest
   * @param all whether cells that are equal are wanted too
   * @param contradicting code of the organ whose broken rules are wanted in full; null for none
   */
  record Question(
      String name,
      RollupQuery whole,
      RollupQuery divided,
      @Nullable Scope scope,
      @Nullable String government,
      boolean all,
      @Nullable String contradicting,
      Language language) {}

  /**
   * A government's report held against its organs.
   *
   * @param query whose sums it is held against
   * @param area whether it is of the whole area of the government
   * @param sides the cells of both
   */
  private record Compared(
      RollupQuery query,
      boolean area,
      ReconciliationBuilder sides,
      List<ReconciliationView.Layout> layouts,
      Coverage coverage) {}

  @Transactional
  ReconciliationView reconcile(Question asked) {
    rollups.beginSnapshot();
    List<ReconciliationStore.GovernmentReport> reports = governments(asked);
    Compared compared = compare(reports.getFirst(), asked);
    store.planEachTime();
    return view(reports, compared, asked);
  }

  private Compared compare(ReconciliationStore.GovernmentReport report, Question asked) {
    boolean area = report.scope().equals(Scope.AREA.code());
    RollupQuery rollupQuery = area ? asked.whole() : asked.divided();
    SumKey key = new SumKey(rollupQuery.region(), rollupQuery.from());
    JsonNode document = json.read(report.document());
    Content content = contents.read(document);
    ReconciliationBuilder sides =
        new ReconciliationBuilder(
            forms, addends, content, document, rollupQuery, area, asked.language());
    List<ReconciliationView.Layout> layouts = new ArrayList<>();
    long blank = 0;
    long otherLayout = 0;
    for (Map.Entry<String, String> section : content.editions().entrySet()) {
      Tally tally = tally(rollupQuery, section.getKey(), key);
      SectionRows rows = sections.of(section.getKey());
      sides.table(section.getKey(), rows, tally);
      layouts.add(layout(section.getKey(), section.getValue(), rollupQuery.from(), tally));
      blank += tally.blanks();
      otherLayout += rows.layouts().otherLayout(tally, rollupQuery.from());
    }
    Tally published = tally(rollupQuery, NumberSelector.PUBLICATIONS, key);
    sides.publications(published);
    Coverage coverage =
        tallies
            .coverage(rollupQuery)
            .getOrDefault(key, Coverage.NONE)
            .with(blank + published.blanks(), otherLayout);
    return new Compared(rollupQuery, area, sides, layouts, coverage);
  }

  private ReconciliationView view(
      List<ReconciliationStore.GovernmentReport> reports, Compared compared, Question asked) {
    RollupQuery rollupQuery = compared.query();
    ReconciliationStore.GovernmentReport report = reports.getFirst();
    List<ComparedView> cells = compared.sides().cells();
    List<ComparedView> causes = of(cells, ComparisonKind.CAUSE);
    List<ComparedView> effects = of(cells, ComparisonKind.EFFECT);
    return new ReconciliationView(
        rollupQuery.region(),
        asked.name(),
        rollupQuery.from(),
        report.scope(),
        rollupQuery.basis(),
        ReconciliationView.Government.of(report),
        reports.stream().skip(1).map(ReconciliationView.Government::of).toList(),
        compared.layouts(),
        compared.coverage(),
        cells.size(),
        causes.size() + effects.size(),
        causes.size(),
        cells.stream().filter(cell -> cell.decimals() != null).count(),
        asked.all() ? cells : causes,
        effects,
        compared.sides().statesPublications() ? List.of() : unstated(cells, asked.language()),
        store.missing(rollupQuery, compared.area()).stream()
            .map(ReconciliationView.Missing::of)
            .toList(),
        contradictions.of(rollupQuery, compared.area(), asked.contradicting(), asked.language()));
  }

  private static List<ComparedView> of(List<ComparedView> cells, ComparisonKind kind) {
    return cells.stream().filter(cell -> cell.is(kind)).toList();
  }

  private ReconciliationView.Layout layout(
      String section, String government, int year, Tally tally) {
    SectionRows rows = sections.of(section);
    Map<String, Long> organs = new TreeMap<>(rows.layouts().editions(tally));
    organs.values().removeIf(none -> none == 0);
    return new ReconciliationView.Layout(
        section,
        forms.inForce(year).edition(),
        government,
        organs,
        rows.layouts().otherLayout(tally, government));
  }

  /** The channels of which the organs have numbers and the government's report no table. */
  private static List<ReconciliationView.NotCompared> unstated(
      List<ComparedView> cells, Language language) {
    long channels =
        cells.stream().filter(c -> c.section().equals(NumberSelector.PUBLICATIONS)).count();
    return channels == 0
        ? List.of()
        : List.of(
            new ReconciliationView.NotCompared(
                NumberSelector.PUBLICATIONS, channels, NO_PUBLICATIONS.in(language)));
  }

  private Tally tally(RollupQuery rollupQuery, String section, SumKey key) {
    return tallies.tallies(rollupQuery, section).getOrDefault(key, Tally.empty());
  }

  /** The report that is compared, then others of the same scope. */
  private List<ReconciliationStore.GovernmentReport> governments(Question asked) {
    String scope = asked.scope() == null ? null : asked.scope().code();
    List<ReconciliationStore.GovernmentReport> found =
        new ArrayList<>(store.government(asked.whole(), scope));
    String wanted = asked.government();
    if (found.isEmpty() || wanted != null && found.stream().noneMatch(r -> isOf(r, wanted))) {
      throw ProblemException.of(ProblemType.NOTHING_TO_RECONCILE);
    }
    if (found.stream().map(ReconciliationStore.GovernmentReport::scope).distinct().count() > 1) {
      throw ProblemException.invalid(
          Violation.at(
              "?scope",
              "该地区同时有 level（本级）和 area（全区域）两份政府年报，请选择其一。",
              "The government has filed both for its level and for its area: choose one."));
    }
    if (wanted != null) {
      found.sort(Comparator.comparing(report -> !isOf(report, wanted)));
    }
    return found;
  }

  private static boolean isOf(ReconciliationStore.GovernmentReport report, String organ) {
    return report.organ().equals(organ);
  }
}
