package org.gongkai.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongkai.platform.ReadOnlyMode;

/**
 * Makes sure that the service has a working administrator's key at start: the configured one, or a
 * new one, printed, where the database has none.
 *
 * <p>Printed once, to the console and not to the log, which is stored and copied. Of two instances
 * that start on an empty database at the same moment, one makes it.
 */
@Singleton
final class AdminKeyAtStart {

  private final KeyStore store;
  private final ConfiguredKey configured;
  private final Clock clock;
  private final ReadOnlyMode readOnly;
  private final boolean serves;
  private volatile Optional<KeyText> made = Optional.empty();

  AdminKeyAtStart(
      KeyStore store,
      ConfiguredKey configured,
      Clock clock,
      ReadOnlyMode readOnly,
      @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serves) {
    this.store = store;
    this.configured = configured;
    this.clock = clock;
    this.readOnly = readOnly;
    this.serves = serves;
  }

  void provide(@Observes StartupEvent started) {
    if (serves && !readOnly.isOn()) {
      // What only brings the schema up to date must not use up the one printing.
      made = provide();
      made.ifPresent(AdminKeyAtStart::print);
    }
  }

  /** The key that this start has made and shown; empty where there was one. */
  Optional<KeyText> made() {
    return made;
  }

  /** The key that was made, if one had to be. */
  Optional<KeyText> provide() {
    return QuarkusTransaction.requiringNew().call(this::provideInTransaction);
  }

  private Optional<KeyText> provideInTransaction() {
    store.lockAdmins();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (configured.isPresent()) {
      store.putConfigured(now);
      return Optional.empty();
    }
    store.revoke(ConfiguredKey.ID, now, Optional.empty());
    return store.hasLiveAdminBut(ConfiguredKey.ID, now) ? Optional.empty() : Optional.of(make(now));
  }

  private KeyText make(Instant now) {
    KeyText text = KeyText.random();
    NewKey wanted = new NewKey(Role.ADMIN, null, null, "首个管理员密钥 / first administrator", null, null);
    ApiKey key = ApiKey.of(text, wanted, Optional.empty(), now, Optional.empty(), Optional.empty());
    if (!store.insert(key, Optional.empty())) {
      throw new IllegalStateException("The name of a new key was taken; start again");
    }
    return text;
  }

  /** In UTF-8, whatever the locale. */
  private static void print(KeyText key) {
    System.out.writeBytes(announcement(key).getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }

  private static String announcement(KeyText key) {
    return """

        ======================================================================
        管理员密钥（仅显示这一次，请妥善保存）：
        The administrator's key (shown this once; keep it safe):

            %s

        用法 / use it:  X-API-Key: <key>
        ======================================================================
        """
        .formatted(key.text());
  }
}
