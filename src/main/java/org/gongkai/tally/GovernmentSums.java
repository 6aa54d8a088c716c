package org.gongkai.tally;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/**
 * What governments report themselves, of their level or of their area: the reports that rollups of
 * organs leave out. They are few, one a government and year, so none of their sums are kept.
 */
@Singleton
public final class GovernmentSums implements Tallies {

  private final GovernmentSumStore store;

  GovernmentSums(GovernmentSumStore store) {
    this.store = store;
  }

  @Override
  public Map<SumKey, Tally> tallies(RollupQuery rollupQuery, String section) {
    store.plan();
    Map<SumKey, Tally> tallies = new HashMap<>();
    for (SumRows.Stated row : store.stated(rollupQuery, section)) {
      tallies.computeIfAbsent(row.key(), p -> Tally.empty()).add(row.path(), row.added());
    }
    return tallies;
  }

  @Override
  public Map<SumKey, Coverage> coverage(RollupQuery rollupQuery) {
    store.plan();
    return SumRows.coverage(store.expected(rollupQuery), store.reported(rollupQuery));
  }
}
