package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.platform.Sql;
import org.gongkai.report.CellSums;

/** Sums that are added up from the reports when they are asked for: of organs, and of the past. */
@Singleton
public final class ComputedSums implements Tallies {

  private final ComputedSumStore store;
  private final RevisionCellCache revisions;
  private final CellNames cells;
  private final RollupStore names;

  ComputedSums(
      ComputedSumStore store, RevisionCellCache revisions, CellNames cells, RollupStore names) {
    this.names = names;
    this.store = store;
    this.revisions = revisions;
    this.cells = cells;
  }

  @Override
  public Map<SumKey, Tally> tallies(RollupQuery rollupQuery, String section) {
    return Objects.requireNonNull(tallies(rollupQuery, List.of(section)).get(section));
  }

  @Override
  public Map<String, Map<SumKey, Tally>> tallies(RollupQuery rollupQuery, List<String> sections) {
    store.plan(rollupQuery);
    Map<SumKey, CellSums> sums = new HashMap<>();
    try (RevisionCellCache.Reading reports = revisions.of(store.revisions(rollupQuery), sections)) {
      for (SumRows.ReportCells said = reports.next(); said != null; said = reports.next()) {
        said.cells().addTo(sums.computeIfAbsent(said.key(), p -> new CellSums()));
      }
    }
    Map<String, Map<SumKey, Tally>> tallies = new LinkedHashMap<>();
    sections.forEach(section -> tallies.put(section, new HashMap<>()));
    sums.forEach(
        (key, all) ->
            cells
                .bySection(all)
                .forEach(
                    (section, tally) ->
                        Objects.requireNonNull(tallies.get(section)).put(key, tally)));
    return tallies;
  }

  @Override
  public Map<SumKey, Coverage> coverage(RollupQuery rollupQuery) {
    store.plan(rollupQuery);
    return SumRows.coverage(store.expected(rollupQuery), store.reported(rollupQuery));
  }

  /** The same of organs, one after the other. */
  public OrganSums organs(RollupQuery rollupQuery, List<String> sections) {
    store.plan(rollupQuery);
    String region = rollupQuery.region();
    String regionName = names.regionNames(List.of(region)).get(region);
    Sql.Cursor<SumRows.Covered> expected = store.expectedInOrder(rollupQuery);
    try {
      return new OrganSums(
          names,
          rollupQuery,
          regionName,
          expected,
          revisions.of(store.revisionsInOrder(rollupQuery), sections),
          cells);
    } catch (RuntimeException e) {
      expected.close();
      throw e;
    }
  }
}
