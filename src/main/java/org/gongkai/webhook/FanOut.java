package org.gongkai.webhook;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.gongkai.feed.ChangeQuery;

/** Makes a delivery of each change for each webhook that wants it and may see it. */
@ApplicationScoped
class FanOut {

  /** Enough for a nation's import in a few rounds, and an end to each. */
  private static final int LONGEST_ROUND = 100;

  private final WebhookStore webhooks;
  private final DeliveryStore deliveries;
  private final ChangeQuery changes;
  private final Clock clock;

  FanOut(WebhookStore webhooks, DeliveryStore deliveries, ChangeQuery changes, Clock clock) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.changes = changes;
    this.clock = clock;
  }

  /** Ends webhooks of revoked and expired keys first, so that they get nothing more. */
  @Scheduled(every = "{gongkai.webhooks.every}", concurrentExecution = ConcurrentExecution.SKIP)
  void spread() {
    webhooks.endWithKeys(clock.instant());
    long newest = changes.newest();
    for (int i = 0; i < LONGEST_ROUND && deliveries.spread(newest, clock.instant()); i++) {}
  }
}
