package org.gongkai.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * Turns a token into the same identity as a key's. Runs on a worker thread: it may have to fetch
 * the issuer's public keys.
 */
@Singleton
class TokenIdentityProvider implements IdentityProvider<TokenCredential> {

  private final TokenCheck tokens;
  private final CallerIdentity identity;
  private final Counter refusals;

  TokenIdentityProvider(TokenCheck tokens, CallerIdentity identity, MeterRegistry metrics) {
    this.tokens = tokens;
    this.identity = identity;
    this.refusals = metrics.counter("gongkai.sign.in.refused", "by", "token");
  }

  @Override
  public Class<TokenCredential> getRequestType() {
    return TokenCredential.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      TokenCredential credential, AuthenticationRequestContext context) {
    return context.runBlocking(
        () -> tokens.callerWith(credential.text()).map(identity::of).orElseThrow(this::refused));
  }

  private AuthenticationFailedException refused() {
    refusals.increment();
    return new AuthenticationFailedException();
  }
}
