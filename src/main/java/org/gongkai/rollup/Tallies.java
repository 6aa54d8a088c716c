package org.gongkai.rollup;

import java.util.Map;

/** Where sums come from. Within one transaction all of them are of the same moment. */
sealed interface Tallies permits KeptTallies, CountedTallies {

  /** What reports say in a section, by place. */
  Map<Place, Tally> tallies(Wish wish, String section);

  /** How much of what was expected is in it, by place; blanks are not counted here. */
  Map<Place, Coverage> coverage(Wish wish);
}
