package org.gongkai.webhook;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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
  private final Duration kept;
  private final Set<UUID> served = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;

  DeliveryWorker(
      WebhookStore webhooks,
      DeliveryStore deliveries,
      Message.Writer messages,
      Sender sender,
      Backoff backoff,
      Clock clock,
      ManagedExecutor threads,
      WebhookSettings settings) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.messages = messages;
    this.sender = sender;
    this.backoff = backoff;
    this.clock = clock;
    this.threads = threads;
    this.kept = settings.keepDelivered();
  }

  @Scheduled(every = "{gongkai.webhooks.every}", concurrentExecution = ConcurrentExecution.SKIP)
  void setOut() {
    int free = AT_ONCE - served.size();
    if (free > 0 && !stopped) {
      for (UUID webhook : deliveries.waiting(served, clock.instant(), free)) {
        served.add(webhook);
        threads.execute(() -> serve(webhook));
      }
    }
  }

  @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
  void forget() {
    deliveries.forget(clock.instant().minus(kept));
  }

  void stop(@Observes ShutdownEvent event) {
    stopped = true;
  }

  private void serve(UUID id) {
    try {
      boolean more = true;
      while (more && !stopped) {
        Optional<Webhook> webhook = webhooks.byId(id).filter(Webhook::isActive);
        more = webhook.isPresent() && deliver(webhook.get());
      }
    } catch (RuntimeException e) {
      LOG.warnf(e, "Deliveries to webhook %s broke off; they will be retried", id);
    } finally {
      served.remove(id);
    }
  }

  /** Delivers what is due; true where there may be more. */
  private boolean deliver(Webhook webhook) {
    Instant now = clock.instant();
    List<DeliveryStore.Claimed> batch = deliveries.claim(webhook.id(), now, now.plus(LEASE), BATCH);
    CompletableFuture.allOf(
            batch.stream()
                .map(claimed -> attempt(webhook, claimed))
                .toArray(CompletableFuture<?>[]::new))
        .join();
    return batch.size() == BATCH;
  }

  private CompletableFuture<Void> attempt(Webhook webhook, DeliveryStore.Claimed claimed) {
    return sender
        .send(webhook, messages.of(webhook, claimed.change()), claimed.attempt() - 1)
        .thenAcceptAsync(outcome -> note(webhook, claimed, outcome), threads)
        .toCompletableFuture();
  }

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
