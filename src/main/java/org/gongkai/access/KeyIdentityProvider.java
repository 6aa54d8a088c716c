package org.gongkai.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Turns a key into an identity. */
@Singleton
class KeyIdentityProvider implements IdentityProvider<KeyCredential> {

  private final KeyCheck keys;
  private final CallerIdentity identity;
  private final Counter refusals;

  KeyIdentityProvider(KeyCheck keys, CallerIdentity identity, MeterRegistry metrics) {
    this.keys = keys;
    this.identity = identity;
    this.refusals = metrics.counter("gongkai.sign.in.refused", "by", "key");
  }

  @Override
  public Class<KeyCredential> getRequestType() {
    return KeyCredential.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      KeyCredential credential, AuthenticationRequestContext context) {
    return context.runBlocking(
        () -> keys.recognise(credential.text()).map(this::identity).orElseThrow(this::refused));
  }

  private SecurityIdentity identity(KeyCheck.Recognised recognised) {
    return identity.of(recognised.caller(), recognised.snapshot());
  }

  private AuthenticationFailedException refused() {
    refusals.increment();
    return new AuthenticationFailedException();
  }
}
