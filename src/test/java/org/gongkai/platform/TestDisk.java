package org.gongkai.platform;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The disks of the service in tests: the machine's, unless a story is told of full ones. */
@Alternative
@Priority(1)
@Singleton
class TestDisk extends Disk {

  private volatile long taken;

  @Inject
  TestDisk(
      @ConfigProperty(name = "gongkai.embedded-directory") Optional<Path> database,
      PlatformSettings settings,
      MeterRegistry metrics) {
    super(database, settings, metrics);
  }

  /** From now on nothing is free. */
  void fill() {
    taken = Long.MAX_VALUE;
  }

  void clear() {
    taken = 0;
  }

  @Override
  long free(Path directory) {
    return Math.max(0, super.free(directory) - taken);
  }
}
