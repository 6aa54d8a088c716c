package org.gongkai.imports;

import io.quarkus.arc.Arc;

/** What waits to be read in the background, which tests do when they want it. */
public final class WaitingFiles {

  private WaitingFiles() {}

  /** Reads all of it. */
  public static void read() {
    ImportWorker worker = Arc.container().instance(ImportWorker.class).get();
    while (worker.step()) {
      // until none waits
    }
  }
}
