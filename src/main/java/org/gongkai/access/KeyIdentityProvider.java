package org.gongkai.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Turns a key into an identity, which carries the {@link Caller} and the one role. */
@Singleton
class KeyIdentityProvider implements IdentityProvider<KeyCredential> {

  private final KeyCheck keys;

  KeyIdentityProvider(KeyCheck keys) {
    this.keys = keys;
  }

  @Override
  public Class<KeyCredential> getRequestType() {
    return KeyCredential.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      KeyCredential credential, AuthenticationRequestContext context) {
    return context.runBlocking(
        () ->
            keys.callerWith(credential.text())
                .map(KeyIdentityProvider::identity)
                .orElseThrow(AuthenticationFailedException::new));
  }

  static SecurityIdentity identity(Caller caller) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(caller.prefix()))
        .addRole(caller.role().code())
        .addAttribute(Access.CALLER, caller)
        .build();
  }
}
