package org.gongkai.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.gongkai.access.Access;
import org.gongkai.access.Caller;
import org.gongkai.access.Role;
import org.gongkai.feed.Sequencer;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Violation;
import org.jboss.logging.Logger;

/** Makes webhooks, shows them and ends them, as far as the caller may. */
@ApplicationScoped
class Webhooks {

  /** A maker that no webhook has: a token's. */
  private static final UUID NOBODY = new UUID(0, 0);

  private static final Logger LOG = Logger.getLogger(Webhooks.class);

  private final WebhookStore store;
  private final DeliveryStore deliveries;
  private final DeliveryQuery query;
  private final Targets targets;
  private final Sequencer sequencer;
  private final Message.Writer messages;
  private final Sender sender;
  private final Pings pings;
  private final Access access;
  private final Clock clock;

  Webhooks(
      WebhookStore store,
      DeliveryStore deliveries,
      DeliveryQuery query,
      Targets targets,
      Sequencer sequencer,
      Message.Writer messages,
      Sender sender,
      Pings pings,
      Access access,
      Clock clock) {
    this.store = store;
    this.deliveries = deliveries;
    this.query = query;
    this.targets = targets;
    this.sequencer = sequencer;
    this.messages = messages;
    this.sender = sender;
    this.pings = pings;
    this.access = access;
    this.clock = clock;
  }

  /** Makes a webhook, which gets changes from now on. */
  Webhook make(NewWebhook wanted) {
    wanted.requireConsistent();
    try {
      targets.find(wanted.url(), 0);
    } catch (Targets.Refused refused) {
      throw ProblemException.invalid(new Violation("/url", refused.failure().text()));
    }
    sequencer.catchUp();
    Caller caller = access.current();
    UUID id = UUID.randomUUID();
    store.insert(
        new Webhook(
            id,
            0,
            wanted.url(),
            WebhookSecret.random(),
            wanted.wantedKinds(),
            caller.role(),
            caller.region(),
            keyOf(caller),
            caller.authorName(),
            now(),
            Webhook.WebhookState.ACTIVE,
            Optional.empty(),
            0));
    LOG.infof("Webhook %s was made by %s", id, caller.authorName());
    return get(id);
  }

  /** A webhook of the caller. Others' answer 404, as if they did not exist. */
  Webhook get(UUID id) {
    return store
        .byId(id)
        .filter(webhook -> keeper().map(webhook.createdBy()::equals).orElse(true))
        .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }

  List<Webhook> page(long after, int limit) {
    return store.page(keeper(), after, limit);
  }

  long count() {
    return store.count(keeper());
  }

  void delete(UUID id) {
    store.delete(get(id).id());
    LOG.infof("Webhook %s was deleted by %s", id, access.current().authorName());
  }

  /** Sends an empty message; the outcome comes later. */
  CompletionStage<DeliveryOutcome> ping(UUID id) {
    Webhook webhook = get(id);
    return pings.send(
        access.current().prefix(), () -> sender.send(webhook, messages.ping(webhook, now()), 0));
  }

  DeliveryView.Page deliveries(
      UUID id, Optional<DeliveryView.DeliveryState> state, long before, int size) {
    return query.page(get(id), state, before, size);
  }

  /** Starts a dead delivery again, with all its attempts. */
  DeliveryView retry(UUID id, long position) {
    Webhook webhook = get(id);
    one(webhook, position);
    if (!webhook.isActive()) {
      throw ProblemException.of(
          ProblemType.STATE_CONFLICT, DeliveryOutcome.Failure.DISABLED.text());
    }
    if (!deliveries.retry(id, position, now())) {
      throw ProblemException.of(
          ProblemType.STATE_CONFLICT,
          "只有投递失败（dead）的推送可以重试。",
          "Only a dead delivery can be started again.");
    }
    return one(webhook, position);
  }

  private DeliveryView one(Webhook webhook, long position) {
    return query
        .one(webhook, position)
        .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }

  /** The caller sees the webhooks of this key; empty for an administrator, who sees all. */
  private Optional<UUID> keeper() {
    Caller caller = access.current();
    return caller.role() == Role.ADMIN
        ? Optional.empty()
        : Optional.of(caller.keyId().orElse(NOBODY));
  }

  /** A webhook ends with the key that made it, and a token has none. */
  private static UUID keyOf(Caller caller) {
    return caller
        .keyId()
        .orElseThrow(
            () ->
                ProblemException.of(
                    ProblemType.FORBIDDEN,
                    "请使用密钥订阅：订阅随密钥失效。",
                    "Subscribe with a key: a webhook ends with the key that made it."));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
