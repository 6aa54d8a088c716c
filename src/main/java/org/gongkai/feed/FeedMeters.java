package org.gongkai.feed;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.gongkai.platform.BackgroundWork.Background;
import org.gongkai.platform.Moments;
import org.jspecify.annotations.Nullable;

/** How long changes wait for their position, for operators: nobody is told of them before. */
@Singleton
class FeedMeters {

  private final OutboxStore store;
  private final Clock clock;
  private volatile @Nullable Instant oldest;

  FeedMeters(OutboxStore store, Clock clock, MeterRegistry metrics) {
    this.store = store;
    this.clock = clock;
    metrics.gauge(
        "gongkai.feed.waiting.seconds", this, m -> Moments.secondsSince(m.oldest, m.clock));
  }

  @Background
  @Scheduled(every = "15s", concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    oldest = store.oldest();
  }
}
