package org.gongkai.rollup;

import org.gongkai.problem.Language;
import org.gongkai.tally.RollupQuery;
import org.gongkai.tally.Tallies;

/** Makes a rollup of sums. */
@FunctionalInterface
interface Making {
  RollupView of(Tallies sums, RollupQuery rollupQuery, Language language);
}
