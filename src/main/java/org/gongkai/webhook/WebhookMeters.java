package org.gongkai.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.gongkai.platform.BackgroundWork.Background;
import org.gongkai.platform.Moments;

/** How much is on its way to subscribers, for operators; counted four times a minute. */
@Singleton
class WebhookMeters {

  private final DeliveryStore store;
  private final Clock clock;
  private volatile DeliveryStore.Waiting known = new DeliveryStore.Waiting(0, 0, null);

  WebhookMeters(DeliveryStore store, Clock clock, MeterRegistry metrics) {
    this.store = store;
    this.clock = clock;
    metrics.gauge("gongkai.webhook.pending", this, m -> m.known.pending());
    metrics.gauge("gongkai.webhook.dead", this, m -> m.known.dead());
    metrics.gauge(
        "gongkai.webhook.oldest.seconds",
        this,
        m -> Moments.secondsSince(m.known.oldest(), m.clock));
  }

  @Background
  @Scheduled(every = "15s", concurrentExecution = ConcurrentExecution.SKIP)
  void count() {
    known = store.waiting();
  }
}
