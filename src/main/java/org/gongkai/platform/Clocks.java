package org.gongkai.platform;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/** The one source of time. Dates of the law are dates in Asia/Shanghai. */
final class Clocks {

  private Clocks() {}

  @Produces
  @Singleton
  static Clock clock() {
    return Clock.system(ZoneId.of("Asia/Shanghai"));
  }

  @Produces
  @Singleton
  static ClockLimit limit(PlatformSettings settings) {
    return new ClockLimit(settings.clock().maxSkew());
  }
}
