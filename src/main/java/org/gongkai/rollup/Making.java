package org.gongkai.rollup;

import org.gongkai.problem.Language;

/** Makes a rollup of sums. */
@FunctionalInterface
interface Making {
  RollupView of(Tallies sums, Wish wish, Language language);
}
