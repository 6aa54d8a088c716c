package org.gongkai;

import io.smallrye.config.SmallRyeConfig;
import org.gongkai.platform.ReadOnlyMode;

/** What is settled before the service starts, where it is to write nothing. */
final class ReadOnlyStart {

  private ReadOnlyStart() {}

  /** The schema stays as it is, and nothing works in the background. */
  static void prepare(SmallRyeConfig settings) {
    if (settings.getConfigMapping(ReadOnlyMode.Settings.class).readOnly()) {
      System.setProperty("quarkus.flyway.migrate-at-start", "false");
      System.setProperty("quarkus.scheduler.enabled", "false");
    }
  }
}
