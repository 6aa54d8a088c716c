package org.gongkai.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gongkai.access.TestKeys;
import org.gongkai.feed.Feed;
import org.gongkai.feed.Hooks;
import org.gongkai.journey.City;
import org.gongkai.platform.Sql;
import org.junit.jupiter.api.Test;

/** Several instances share the work, and none does another's. */
@QuarkusTest
class ClaimTest {

  @Inject DeliveryStore deliveries;
  @Inject Sql sql;

  private final City city = City.found();

  @Test
  void whatOneHasClaimedNoOtherGetsUntilTheLeaseIsOver() throws Exception {
    UUID webhook = webhookWithDeliveries(40);
    Instant now = Instant.now();
    List<Long> claimed = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<List<Long>>> couriers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        couriers.add(threads.submit(() -> claimAll(webhook, now, now.plusSeconds(60))));
      }
      for (Future<List<Long>> courier : couriers) {
        claimed.addAll(courier.get());
      }
    }
    assertThat(claimed).hasSize(40).doesNotHaveDuplicates();
    assertThat(claimAll(webhook, now.plusSeconds(59), now)).isEmpty();
    assertThat(claimAll(webhook, now.plusSeconds(61), now.plusSeconds(120))).hasSize(40);
  }

  private List<Long> claimAll(UUID webhook, Instant now, Instant lease) {
    List<Long> claimed = new ArrayList<>();
    while (true) {
      List<DeliveryStore.Claimed> batch = deliveries.claim(webhook, now, lease, 3);
      if (batch.isEmpty()) {
        return claimed;
      }
      batch.forEach(one -> claimed.add(one.change().position()));
    }
  }

  /** It is disabled, so that nobody but this test serves it. */
  private UUID webhookWithDeliveries(int number) {
    String district = city.district();
    long start = Feed.end();
    Hooks.Hook hook = Hooks.made(TestKeys.office(district), Map.of("url", "http://127.0.0.1:9/"));
    UUID id = UUID.fromString(hook.id());
    sql.statement("UPDATE webhook SET state = 'disabled', disabled_by = 'receiver' WHERE id = :id")
        .bind("id", id)
        .update();
    for (int i = 0; i < number; i++) {
      city.organ(district);
    }
    Feed.end();
    sql.statement(
            """
            INSERT INTO delivery (webhook, position, next_at)
            SELECT :webhook, position, '-infinity' FROM change WHERE position > :start AND region = :region
            """)
        .bind("webhook", id)
        .bind("start", start)
        .bind("region", district)
        .update();
    return id;
  }
}
