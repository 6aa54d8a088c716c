package org.gongkai.rollup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.check.Finding;
import org.gongkai.check.FindingView;
import org.gongkai.check.Findings;
import org.gongkai.form.Content;
import org.gongkai.form.ContentReader;
import org.gongkai.form.Forms;
import org.gongkai.form.Rule;
import org.gongkai.form.Scope;
import org.gongkai.platform.StrictJson;
import org.gongkai.problem.Language;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Violation;

/** Holds the report of a government against the rollup of its organs. */
@ApplicationScoped
class Reconciliations {

  private final ReconciliationStore store;
  private final RollupStore rollups;
  private final KeptTallies tallies;
  private final AddendReader addends;
  private final StrictJson json;
  private final ContentReader contents;
  private final Forms forms;
  private final SectionRows.All sections;

  Reconciliations(
      ReconciliationStore store,
      RollupStore rollups,
      KeptTallies tallies,
      AddendReader addends,
      StrictJson json,
      ContentReader contents,
      Forms forms,
      SectionRows.All sections) {
    this.store = store;
    this.rollups = rollups;
    this.tallies = tallies;
    this.addends = addends;
    this.json = json;
    this.contents = contents;
    this.forms = forms;
    this.sections = sections;
  }

  /**
   * What is asked for.
   *
   * @param whole the rollup of one year of the region as a whole
   * @param divided the same by the regions below, which has the region's own organs by themselves
   * @param scope which of the government's reports; null for the only one that there is
   * @param all whether cells that are equal are wanted too
   */
  record Question(
      String name, Wish whole, Wish divided, Scope scope, boolean all, Language language) {}

  @Transactional
  ReconciliationView reconcile(Question asked) {
    rollups.holdTheMoment();
    GovernmentReport report = government(asked);
    boolean area = report.scope().equals(Scope.AREA.code());
    Wish wish = area ? asked.whole() : asked.divided();
    Place place = new Place(wish.region(), wish.from());
    Content content = contents.read(json.read(report.document()));
    BothSides sides = new BothSides(forms, addends, content, wish, area, asked.language());
    for (String section : content.editions().keySet()) {
      sides.table(section, sections.of(section).sums(tally(wish, section, place)));
    }
    sides.publications(tally(wish, Addends.PUBLICATIONS, place));
    Coverage coverage = tallies.coverage(wish).getOrDefault(place, Coverage.NONE);
    store.planEachTime();
    List<ReconciliationView.Compared> differing =
        sides.cells().stream().filter(ReconciliationView.Compared::differs).toList();
    return new ReconciliationView(
        wish.region(),
        asked.name(),
        wish.from(),
        report.scope(),
        wish.basis().code(),
        new ReconciliationView.Government(
            report.organ(),
            report.name(),
            report.id(),
            report.revision(),
            address(report.id(), report.revision())),
        coverage,
        sides.cells().size(),
        differing.size(),
        asked.all() ? sides.cells() : differing,
        store.missing(wish, area).stream().map(ReconciliationView.Missing::of).toList(),
        contradicting(wish, area, asked.language()));
  }

  private Tally tally(Wish wish, String section, Place place) {
    return tallies.tallies(wish, section).getOrDefault(place, Tally.empty());
  }

  private GovernmentReport government(Question asked) {
    String scope = asked.scope() == null ? null : asked.scope().code();
    List<GovernmentReport> found = store.government(asked.whole(), scope);
    if (found.isEmpty()) {
      throw ProblemException.of(ProblemType.NOTHING_TO_RECONCILE);
    }
    if (found.stream().map(GovernmentReport::scope).distinct().count() > 1) {
      throw ProblemException.invalid(
          Violation.at(
              "?scope",
              "该地区同时有 level（本级）和 area（全区域）两份政府年报，请选择其一。",
              "The government has filed both for its level and for its area: choose one."));
    }
    return found.getFirst();
  }

  private List<ReconciliationView.Contradicting> contradicting(
      Wish wish, boolean area, Language language) {
    Set<String> rules =
        forms.all().stream()
            .flatMap(form -> form.rules(Rule.Relation.SUM).stream())
            .map(Rule::id)
            .collect(Collectors.toSet());
    List<ReconciliationStore.Judged> found = store.contradicting(wish, area, List.copyOf(rules));
    Map<ReconciliationStore.Waived, FindingView.RemarkView> waivers =
        store.waivers(found.stream().map(ReconciliationStore.Judged::report).toList());
    List<ReconciliationView.Contradicting> contradicting = new ArrayList<>();
    for (ReconciliationStore.Judged judged : found) {
      List<FindingView> broken = new ArrayList<>();
      for (Finding finding : Findings.read(judged.findings())) {
        if (rules.contains(finding.rule()) && finding.kind() == Finding.Kind.BROKEN) {
          ReconciliationStore.Waived about =
              new ReconciliationStore.Waived(judged.report(), finding.id(), finding.about());
          broken.add(FindingView.of(finding, forms, language).with(null, waivers.get(about)));
        }
      }
      ReconciliationStore.Organ organ = judged.organ();
      contradicting.add(
          new ReconciliationView.Contradicting(
              organ.code(),
              organ.name(),
              organ.region(),
              organ.regionName(),
              judged.report(),
              judged.revision(),
              address(judged.report(), judged.revision()),
              broken));
    }
    return contradicting;
  }

  private static String address(long report, int revision) {
    return "/api/v1/reports/%d/revisions/%d".formatted(report, revision);
  }
}
