package org.gongkai.webhook;

import static java.util.Objects.requireNonNull;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.gongkai.platform.BackgroundWork;
import org.gongkai.platform.BackgroundWork.Background;
import org.jboss.logging.Logger;

/**
 * Brings deliveries to their receivers. Each webhook is served by itself, so that one that is slow
 * keeps no other waiting. Which ones this instance is at is known to it alone; what others must not
 * take meanwhile is leased in the database.
 */
@ApplicationScoped
class DeliveryWorker {

  /** Webhooks that are served beside each other. */
  private static final int AT_ONCE = 16;

  /** Messages that are under way to one of them. */
  private static final int BATCH = 8;

  /** Well beyond what a message can take. */
  private static final Duration LEASE = Duration.ofSeconds(60);

  private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);

  private final WebhookStore webhooks;
  private final DeliveryStore deliveries;
  private final Message.Writer messages;
  private final Sender sender;
  private final Backoff backoff;
  private final Clock clock;
  private final ManagedExecutor threads;
  private final BackgroundWork work;
  private final Duration kept;
  private final Set<UUID> served = ConcurrentHashMap.newKeySet();

  DeliveryWorker(
      WebhookStore webhooks,
      DeliveryStore deliveries,
      Message.Writer messages,
      Sender sender,
      Backoff backoff,
      Clock clock,
      ManagedExecutor threads,
      BackgroundWork work,
      WebhookSettings settings) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.messages = messages;
    this.sender = sender;
    this.backoff = backoff;
    this.clock = clock;
    this.threads = threads;
    this.work = work;
    this.kept = settings.keepDelivered();
  }

  @Background
  @Scheduled(every = "{gongkai.webhooks.every}", concurrentExecution = ConcurrentExecution.SKIP)
  void setOut() {
    int free = AT_ONCE - served.size();
    if (free > 0) {
      for (UUID webhook : deliveries.waiting(served, clock.instant(), free)) {
        served.add(webhook);
        threads.execute(() -> serve(webhook));
      }
    }
  }

  @Background
  @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
  void forget() {
    deliveries.forget(clock.instant().minus(kept));
  }

  private void serve(UUID id) {
    try {
      boolean more = true;
      while (more) {
        more = work.call(() -> claim(id)).map(this::deliver).orElse(false);
      }
    } catch (RuntimeException e) {
      LOG.warnf(e, "Deliveries to webhook %s broke off; they will be retried", id);
    } finally {
      served.remove(id);
    }
  }

  /** What is due to a webhook. */
  private record Due(Webhook webhook, List<DeliveryStore.Claimed> claimed) {}

  private Optional<Due> claim(UUID id) {
    Instant now = clock.instant();
    return webhooks
        .byId(id)
        .filter(Webhook::isActive)
        .map(webhook -> new Due(webhook, deliveries.claim(id, now, now.plus(LEASE), BATCH)));
  }

  /** Delivers it; true where there may be more. */
  private boolean deliver(Due due) {
    CompletableFuture.allOf(
            due.claimed().stream()
                .map(claimed -> attempt(due.webhook(), claimed))
                .toArray(CompletableFuture<?>[]::new))
        .join();
    return due.claimed().size() == BATCH;
  }

  private CompletableFuture<Void> attempt(Webhook webhook, DeliveryStore.Claimed claimed) {
    return sender
        .send(webhook, messages.of(webhook, claimed.change()), claimed.attempt() - 1)
        .thenAcceptAsync(outcome -> work.run(() -> note(webhook, claimed, outcome)), threads)
        .toCompletableFuture();
  }

  /** What the service has no time to note when it stops is delivered once more. */
  private void note(Webhook webhook, DeliveryStore.Claimed claimed, DeliveryOutcome outcome) {
    Instant now = clock.instant();
    if (outcome.isSuccess()) {
      deliveries.delivered(
          webhook.id(), claimed.change().position(), requireNonNull(outcome.status()), now);
    } else if (outcome.isGone()) {
      deliveries.failed(webhook.id(), claimed, outcome, Optional.empty());
      webhooks.end(webhook.id());
      LOG.infof("Webhook %s answered 410 Gone and is disabled", webhook.id());
    } else {
      deliveries.failed(
          webhook.id(), claimed, outcome, backoff.after(claimed.attempt()).map(now::plus));
    }
  }
}
