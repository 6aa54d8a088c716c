package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums that are added up from the reports when they are asked for: of organs, and of the past. */
@Singleton
public final class ComputedSums implements Tallies {

  private final ComputedSumStore store;

  ComputedSums(ComputedSumStore store) {
    this.store = store;
  }

  @Override
  public Map<Place, Tally> tallies(RollupQuery rollupQuery, String section) {
    store.plan(rollupQuery);
    Map<Place, Tally> tallies = new HashMap<>();
    for (SumRows.Stated row : store.stated(rollupQuery, section)) {
      tallies.computeIfAbsent(row.place(), p -> Tally.empty()).add(row.path(), row.added());
    }
    return tallies;
  }

  @Override
  public Map<Place, Coverage> coverage(RollupQuery rollupQuery) {
    store.plan(rollupQuery);
    return SumRows.coverage(store.expected(rollupQuery), store.reported(rollupQuery));
  }

  /** The same of organs, one after the other. */
  public OrganSums organs(RollupQuery rollupQuery, List<String> sections) {
    store.plan(rollupQuery);
    OrganSums sums = new OrganSums();
    try {
      sums.add(store.expectedInOrder(rollupQuery));
      sums.add(store.reportedInOrder(rollupQuery));
      store.statedInOrder(rollupQuery, sections, sums::add);
      return sums;
    } catch (RuntimeException e) {
      sums.close();
      throw e;
    }
  }
}
