package org.gongkai.rollup;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Folding as tests want it: all of it, now. */
final class Folds {

  private Folds() {}

  /**
   * Folds what was committed before. Where the timer is at it, {@link Folding#keepUp} leaves it to
   * that: then it began after the first wait, so it has all of it, and is over after the second.
   */
  static void all(Folding folding) {
    QuarkusTransaction.requiringNew().run(folding::hold);
    folding.keepUp();
    QuarkusTransaction.requiringNew().run(folding::hold);
  }
}
