package org.gongkai.database;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells how old the newest backup of the embedded database is, where the operator has said how
 * often there is to be one: that it fails is a line in a log, which nobody reads for months.
 */
@ApplicationScoped
class BackupMeters {

  private final MeterRegistry metrics;
  private final Optional<Duration> every;
  private final Optional<Path> directory;
  private final Instant begin = Instant.now();

  BackupMeters(MeterRegistry metrics, DatabaseSettings settings) {
    this.metrics = metrics;
    this.every = settings.backup().every();
    this.directory = settings.backup().directory();
  }

  void begin(@Observes StartupEvent start) {
    if (every.isEmpty() || every.get().isZero() || directory.isEmpty()) {
      return;
    }
    Path into = directory.get();
    long seconds = every.get().toSeconds();
    Gauge.builder("gongkai.backup.age.seconds", () -> age(into, begin, Instant.now()).toSeconds())
        .register(metrics);
    Gauge.builder("gongkai.backup.every.seconds", () -> seconds).register(metrics);
  }

  /** Where there is none, the time in which there might have been one. */
  static Duration age(Path directory, Instant begin, Instant now) {
    return Duration.between(Backup.newest(directory).orElse(begin), now);
  }
}
