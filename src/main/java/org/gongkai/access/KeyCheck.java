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

  Optional<Caller> callerWith(String text) {
    Instant now = clock.instant();
    Optional<ApiKey> key = matching(text).filter(k -> k.isConfigured() || k.isLiveAt(now));
    key.ifPresent(k -> noteUse(k, now));
    return key.map(ApiKey::caller);
  }

  private Optional<ApiKey> matching(String text) {
    byte[] digest = KeyText.digest(text);
    if (configured.hasDigest(digest)) {
      return store.byId(ConfiguredKey.ID);
    }
    return KeyText.read(text)
        .flatMap(key -> store.byPrefix(key.prefix()))
        .filter(key -> key.hasDigest(digest));
  }

  private void noteUse(ApiKey key, Instant now) {
    Instant recent = now.minus(USES_APART);
    if (!readOnly.isOn() && key.lastUsedAt().filter(last -> !last.isBefore(recent)).isEmpty()) {
      store.used(key.id(), now, recent);
    }
  }
}
