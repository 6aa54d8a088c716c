package org.gongkai.platform;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * How much is free where the service writes: where the embedded database is, and where bodies and
 * large answers are meanwhile. An external database looks after its own disk.
 */
@Singleton
class Disk {

  private final @Nullable Path database;
  private final Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
  private final long least;
  private final long leastTemporary;

  /** To find one reads the list of all that is mounted, to ask one is a call of the system. */
  private final Map<Path, FileStore> stores = new ConcurrentHashMap<>();

  /**
   * @param database the directory of the embedded database, where there is one
   */
  @Inject
  Disk(
      @ConfigProperty(name = "gongkai.embedded-directory") Optional<Path> database,
      PlatformSettings settings,
      MeterRegistry metrics) {
    this.database = database.orElse(null);
    this.least = settings.disk().minFree().asLongValue();
    this.leastTemporary = settings.disk().minFreeTemporary().asLongValue();
    if (this.database != null) {
      Path its = this.database;
      gauge(metrics, "database", () -> free(its), least);
    }
    gauge(metrics, "temporary", () -> free(temporary), leastTemporary);
  }

  private static void gauge(
      MeterRegistry metrics, String place, java.util.function.Supplier<Number> free, long least) {
    Gauge.builder("gongkai.disk.free", free).tag("of", place).baseUnit("bytes").register(metrics);
    Gauge.builder("gongkai.disk.least.free", () -> least)
        .tag("of", place)
        .baseUnit("bytes")
        .register(metrics);
  }

  /** Whether the database may still grow. */
  boolean hasRoomToWrite() {
    return database == null || free(database) >= least;
  }

  /** Whether so much may still be put aside for a while. */
  boolean hasRoomFor(long bytes) {
    return free(temporary) - bytes >= leastTemporary;
  }

  /** What an ordinary user may still write; where that cannot be told, nothing is refused. */
  long free(Path directory) {
    try {
      @Nullable FileStore known = stores.get(directory);
      if (known == null) {
        known = Files.getFileStore(directory);
        stores.put(directory, known);
      }
      return known.getUsableSpace();
    } catch (IOException e) {
      stores.remove(directory);
      return Long.MAX_VALUE;
    }
  }
}
