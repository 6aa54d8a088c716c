package org.gongkai.rehearsal;

import io.quarkus.arc.Arc;

/** What waits to be rehearsed in the background, which tests do when they want it. */
public final class WaitingRehearsals {

  private static final int BATCH = 200;

  private WaitingRehearsals() {}

  /** Runs all of it. */
  public static void run() {
    RehearsalRunner runner = Arc.container().instance(RehearsalRunner.class).get();
    while (runner.step(BATCH)) {
      // until none waits
    }
  }
}
