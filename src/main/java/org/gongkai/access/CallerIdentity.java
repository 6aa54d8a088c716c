package org.gongkai.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.inject.Singleton;

/**
 * Makes the identity of a request: its {@link Caller}, the one role, and the caller's remaining
 * allowance after this request.
 */
@Singleton
class CallerIdentity {

  private final RateLimit limit;

  CallerIdentity(RateLimit limit) {
    this.limit = limit;
  }

  /** Call it on a worker thread: it may query the database. */
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
