package org.gongkai.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.inject.Singleton;
import java.util.Optional;

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
    return of(caller, Optional.empty());
  }

  /**
   * The same.
   *
   * @param snapshot what was seen of the database when the caller was looked up
   */
  SecurityIdentity of(Caller caller, Optional<String> snapshot) {
    QuarkusSecurityIdentity.Builder identity =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal(caller.identity()))
            .addRole(caller.role().code())
            .addAttribute(Access.CALLER, caller);
    snapshot.ifPresent(seen -> identity.addAttribute(Access.SNAPSHOT, seen));
    limit.take(caller).ifPresent(left -> identity.addAttribute(Access.ALLOWANCE, left));
    return identity.build();
  }
}
