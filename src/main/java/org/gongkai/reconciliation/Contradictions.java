package org.gongkai.reconciliation;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.finding.FindingView;
import org.gongkai.finding.Findings;
import org.gongkai.form.Forms;
import org.gongkai.form.Scope;
import org.gongkai.problem.Language;
import org.gongkai.rule.Rule;
import org.gongkai.tally.RollupQuery;
import org.jspecify.annotations.Nullable;

/** Finds the organs in a sum that state totals which contradict their cells. */
@Singleton
class Contradictions {

  private final ReconciliationStore store;
  private final Forms forms;

  Contradictions(ReconciliationStore store, Forms forms) {
    this.store = store;
    this.forms = forms;
  }

  /**
   * Finds them.
   *
   * @param area whether organs of all regions below are meant too
   * @param only code of the one organ whose broken rules are wanted in full; null for all organs,
   *     without their rules
   */
  List<ContradictingView> of(
      RollupQuery rollupQuery, boolean area, @Nullable String only, Language language) {
    Set<String> rules =
        forms.all().stream()
            .flatMap(form -> form.rules(Rule.Sum.class).stream())
            .map(Rule::id)
            .collect(Collectors.toSet());
    List<ReconciliationStore.Judged> found =
        store.contradicting(rollupQuery, area, List.copyOf(rules), only);
    Map<ReconciliationStore.Waived, FindingView.RemarkView> waivers =
        store.waivers(found.stream().map(ReconciliationStore.Judged::report).toList());
    List<ContradictingView> contradicting = new ArrayList<>();
    for (ReconciliationStore.Judged judged : found) {
      List<FindingView> broken = new ArrayList<>();
      for (Finding finding : Findings.read(judged.findings())) {
        if (rules.contains(finding.rule()) && finding.kind() == FindingKind.BROKEN) {
          ReconciliationStore.Waived about =
              new ReconciliationStore.Waived(judged.report(), finding.id(), finding.about());
          broken.add(FindingView.of(finding, forms, language).with(null, waivers.get(about)));
        }
      }
      ReconciliationStore.Organ organ = judged.organ();
      contradicting.add(
          new ContradictingView(
              organ.code(),
              organ.name(),
              organ.region(),
              organ.regionName(),
              judged.report(),
              judged.revision(),
              ReconciliationStore.GovernmentReport.address(judged.report(), judged.revision()),
              broken.size(),
              inFull(rollupQuery, area, organ.code()),
              only == null ? null : broken));
    }
    return contradicting;
  }

  /** The same question, with the broken rules of an organ. */
  private static String inFull(RollupQuery rollupQuery, boolean area, String organ) {
    return UriBuilder.fromPath("/api/v1/reconciliations")
        .queryParam("region", rollupQuery.region())
        .queryParam("year", rollupQuery.from())
        .queryParam("scope", area ? Scope.AREA.code() : Scope.LEVEL.code())
        .queryParam("basis", rollupQuery.basis().code())
        .queryParam("contradicting", organ)
        .build()
        .toString();
  }
}
