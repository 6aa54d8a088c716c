package org.gongkai.webhook;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.gongkai.feed.ChangeQuery;
import org.gongkai.platform.BackgroundWork;
import org.gongkai.platform.BackgroundWork.Background;

/** Makes a delivery of each change for each webhook that wants it and may see it. */
@ApplicationScoped
class FanOut {

  /** Enough for a nation's import in a few rounds, and an end to each. */
  private static final int LONGEST_ROUND = 100;

  private final WebhookStore webhooks;
  private final DeliveryStore deliveries;
  private final ChangeQuery changes;
  private final Clock clock;
  private final BackgroundWork work;

  FanOut(
      WebhookStore webhooks,
      DeliveryStore deliveries,
      ChangeQuery changes,
      Clock clock,
      BackgroundWork work) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.changes = changes;
    this.clock = clock;
    this.work = work;
  }

  /** Ends webhooks of revoked and expired keys first, so that they get nothing more. */
  @Background
  @Scheduled(every = "{gongkai.webhooks.every}", concurrentExecution = ConcurrentExecution.SKIP)
  void spread() {
    webhooks.endWithKeys(clock.instant());
    long newest = changes.newest();
    int rounds = 0;
    while (rounds < LONGEST_ROUND && !work.stops() && deliveries.spread(newest, clock.instant())) {
      rounds++;
    }
  }
}
