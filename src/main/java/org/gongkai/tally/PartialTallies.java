package org.gongkai.tally;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sums that are at hand: of some of the organs of a region.
 *
 * @param coverage in the order of places
 * @param bySection what the reports say in each section
 * @param regionName what the region is called
 * @param names what the organs are called, by code
 */
public record PartialTallies(
    Map<SumKey, Coverage> coverage,
    Map<String, Map<SumKey, Tally>> bySection,
    @Nullable String regionName,
    Map<String, String> names)
    implements Tallies {

  @Override
  public Map<SumKey, Tally> tallies(RollupQuery rollupQuery, String section) {
    return bySection.getOrDefault(section, Map.of());
  }

  @Override
  public Map<SumKey, Coverage> coverage(RollupQuery rollupQuery) {
    return coverage;
  }
}
