package org.gongkai;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;

/** What is settled before the service starts, where it is to write nothing. */
final class ReadOnlyStart {

  private ReadOnlyStart() {}

  /** The schema stays as it is, and nothing works in the background. */
  static void prepare() {
    SmallRyeConfig config = ConfigUtils.configBuilder().build();
    if (config.getOptionalValue("gongkai.read-only", Boolean.class).orElse(false)) {
      System.setProperty("quarkus.flyway.migrate-at-start", "false");
      System.setProperty("quarkus.scheduler.enabled", "false");
    }
  }
}
