package org.gongkai.tally;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where sums come from. Within one transaction all of them are of the same snapshot. */
public sealed interface Tallies permits StoredSums, ComputedSums, GovernmentSums, PartialTallies {

  /** What reports say in a section, by place. */
  Map<SumKey, Tally> tallies(RollupQuery rollupQuery, String section);

  /** The same of several sections, by section. */
  default Map<String, Map<SumKey, Tally>> tallies(RollupQuery rollupQuery, List<String> sections) {
    Map<String, Map<SumKey, Tally>> tallies = new LinkedHashMap<>();
    sections.forEach(section -> tallies.put(section, tallies(rollupQuery, section)));
    return tallies;
  }

  /** How much of what was expected is in it, by place; blanks are not counted here. */
  Map<SumKey, Coverage> coverage(RollupQuery rollupQuery);
}
