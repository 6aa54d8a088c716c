package org.gongkai.rollup;

import org.gongkai.problem.Language;
import org.gongkai.tally.Tallies;
import org.gongkai.tally.Wish;

/** Makes a rollup of sums. */
@FunctionalInterface
interface Making {
  RollupView of(Tallies sums, Wish wish, Language language);
}
