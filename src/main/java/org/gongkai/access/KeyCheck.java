package org.gongkai.access;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gongkai.platform.ReadOnlyMode;

/**
 * Finds the caller of a key. An invalid key gives no reason: a caller should learn nothing from it.
 */
@Singleton
final class KeyCheck {

  private static final Duration USES_APART = Duration.ofMinutes(1);

  private final KeyStore store;
  private final ConfiguredKey configured;
  private final Clock clock;
  private final ReadOnlyMode readOnly;

  KeyCheck(KeyStore store, ConfiguredKey configured, Clock clock, ReadOnlyMode readOnly) {
    this.readOnly = readOnly;
    this.store = store;
    this.configured = configured;
    this.clock = clock;
  }

  /** The caller, and what the look-up saw of the database. */
  record Recognised(Caller caller, Optional<String> snapshot) {}

  Optional<Recognised> recognise(String text) {
    Instant now = clock.instant();
    Optional<KeyStore.Found> found =
        matching(text).filter(f -> f.key().isConfigured() || f.key().isLiveAt(now));
    found.ifPresent(f -> noteUse(f.key(), now));
    return found.map(f -> new Recognised(f.key().caller(), f.snapshot()));
  }

  private Optional<KeyStore.Found> matching(String text) {
    byte[] digest = KeyText.digest(text);
    if (configured.hasDigest(digest)) {
      return store.find(ConfiguredKey.ID);
    }
    return KeyText.read(text)
        .flatMap(key -> store.find(key.prefix()))
        .filter(found -> found.key().hasDigest(digest));
  }

  private void noteUse(ApiKey key, Instant now) {
    Instant recent = now.minus(USES_APART);
    if (!readOnly.isOn() && key.lastUsedAt().filter(last -> !last.isBefore(recent)).isEmpty()) {
      store.used(key.id(), now, recent);
    }
  }
}
