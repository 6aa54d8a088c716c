package org.gongkai.tally;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sums that are at hand: of some of the organs.
 *
 * @param coverage in the order of places
 * @param bySection what the reports say in each section
 */
public record PartialTallies(
    Map<SumKey, Coverage> coverage, Map<String, Map<SumKey, Tally>> bySection) implements Tallies {

  static PartialTallies none() {
    return new PartialTallies(new TreeMap<>(), new HashMap<>());
  }

  @Override
  public Map<SumKey, Tally> tallies(RollupQuery rollupQuery, String section) {
    return bySection.getOrDefault(section, Map.of());
  }

  @Override
  public Map<SumKey, Coverage> coverage(RollupQuery rollupQuery) {
    return coverage;
  }
}
