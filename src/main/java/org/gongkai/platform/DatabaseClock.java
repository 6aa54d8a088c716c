package org.gongkai.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.gongkai.platform.BackgroundWork.Background;
import org.jboss.logging.Logger;

/**
 * Holds the clock of this instance against the database's, the one clock that all instances can
 * ask. Times of what was done are never taken back, so that a wrong one must not be written.
 */
@Singleton
class DatabaseClock {

  private static final Logger LOG = Logger.getLogger(DatabaseClock.class);

  /** More than a busy machine is late. */
  private static final Duration NOTABLE = Duration.ofSeconds(5);

  private final DatabaseClockStore store;
  private final Clock clock;
  private final Duration most;
  private volatile Duration ahead = Duration.ZERO;

  DatabaseClock(DatabaseClockStore store, Clock clock, ClockLimit limit, MeterRegistry metrics) {
    this.store = store;
    this.clock = clock;
    this.most = limit.maxSkew();
    metrics.gauge("gongkai.clock.ahead.seconds", this, c -> c.ahead.toMillis() / 1000.0);
  }

  @Background
  @Scheduled(
      every = "${gongkai.clock.check-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void check() {
    Instant before = clock.instant();
    Instant theirs = store.now();
    Instant after = clock.instant();
    // the answer was made at some moment in between
    Duration found =
        theirs.isBefore(before)
            ? Duration.between(theirs, before)
            : theirs.isAfter(after) ? Duration.between(theirs, after) : Duration.ZERO;
    ahead = found;
    if (found.abs().compareTo(NOTABLE) > 0) {
      LOG.warnf(
          "The clock of this instance is %d s %s the database's; set it by NTP%s",
          found.abs().toSeconds(),
          found.isNegative() ? "behind" : "ahead of",
          isWrong() ? ". Writes are refused until then" : "");
    }
  }

  boolean isWrong() {
    return ahead.abs().compareTo(most) > 0;
  }
}
