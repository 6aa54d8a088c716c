package org.gongkai.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.inject.Singleton;

/**
 * What a request is known by: its {@link Caller}, the one role, and what is left of the caller's
 * requests, from which this one is taken.
 */
@Singleton
class CallerIdentity {

  private final RateLimit limit;

  CallerIdentity(RateLimit limit) {
    this.limit = limit;
  }

  /** On a worker thread, as the database may be asked. */
  SecurityIdentity of(Caller caller) {
    QuarkusSecurityIdentity.Builder identity =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal(caller.identity()))
            .addRole(caller.role().code())
            .addAttribute(Access.CALLER, caller);
    limit.take(caller).ifPresent(left -> identity.addAttribute(Access.ALLOWANCE, left));
    return identity.build();
  }
}
