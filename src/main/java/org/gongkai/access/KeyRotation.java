package org.gongkai.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.jboss.logging.Logger;

/**
 * Exchanges a key for a new one without a moment in which neither works: both do for a while.
 *
 * <p>A key may do this for itself, so that a system can change its key without a person. It gains
 * nothing by it: what the new one may do, and until when, is what the old one was given.
 */
@ApplicationScoped
class KeyRotation {

  /**
   * A key and its successor.
   *
   * @param end until when the old one works
   */
  record Rotated(Keys.Issued successor, Instant end) {}

  private static final Logger LOG = Logger.getLogger(KeyRotation.class);

  private final Keys keys;
  private final KeyStore store;
  private final Access access;
  private final Clock clock;

  KeyRotation(Keys keys, KeyStore store, Access access, Clock clock) {
    this.keys = keys;
    this.store = store;
    this.access = access;
    this.clock = clock;
  }

  @Transactional
  Rotated rotate(UUID id, RotationForm wanted) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant until = wanted.endAt(now).truncatedTo(ChronoUnit.MICROS);
    store.lock(id);
    ApiKey old = own(id).orElseGet(() -> keys.get(id));
    requireRotatable(old, now);
    KeyStore.Ends ends = store.shorten(id, now, until);
    NewKey same =
        new NewKey(
            old.role(),
            old.organ().orElse(null),
            old.region().orElse(null),
            old.label().orElse(null),
            ends.granted().orElse(null),
            old.unpublished());
    Keys.Issued successor = keys.insert(same, old.place(), now, Optional.of(id));
    LOG.infof(
        "Key %s was rotated to %s by %s and ends at %s",
        old.prefix(), successor.key().prefix(), access.current().authorName(), ends.old());
    return new Rotated(successor, ends.old());
  }

  private Optional<ApiKey> own(UUID id) {
    return access.current().keyId().filter(id::equals).flatMap(store::byId);
  }

  private static void requireRotatable(ApiKey key, Instant now) {
    if (key.isConfigured()) {
      throw ConfiguredKey.unchangeable();
    }
    if (!key.isLiveAt(now)) {
      throw ProblemException.of(
          ProblemType.STATE_CONFLICT,
          "该密钥已过期或已撤销，不能轮换；请创建新密钥。",
          "The key is expired or revoked and cannot be rotated; make a new one.");
    }
  }
}
