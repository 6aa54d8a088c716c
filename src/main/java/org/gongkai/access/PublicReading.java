package org.gongkai.access;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.gongkai.problem.AddressLimit;

/**
 * Lets everybody read without a key what is published, where the operator wants that. Whoever does
 * has the role {@link #ROLE}, which no key has, and stays anonymous: what does not name that role
 * refuses them as before, with 401, and no body is received from them.
 */
@Singleton
public class PublicReading {

  /** Stands in {@code RolesAllowed} of what is open to everybody then. */
  static final String ROLE = "public";

  /** What the public may see is what a reader of all regions sees of what is published. */
  static final Caller EVERYBODY =
      new Caller(
          Optional.empty(),
          ROLE,
          Optional.empty(),
          Role.READER,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false);

  private final boolean open;
  private final long quota;
  private final AddressLimit limit;

  PublicReading(AccessSettings settings) {
    this.open = settings.publicReading();
    this.quota = settings.rateLimit().publicPerMinute();
    this.limit = new AddressLimit(quota);
  }

  /** Whether the operator lets everybody read. */
  public boolean isOpen() {
    return open;
  }

  /** The identity of a request without a key, which counts for its address. */
  SecurityIdentity identityOf(RoutingContext routing) {
    routing.addHeadersEndHandler(end -> letCachesKeep(routing.response().headers()));
    QuarkusSecurityIdentity.Builder identity =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal(ROLE))
            .setAnonymous(true)
            .addRole(ROLE);
    if (quota > 0) {
      identity.addAttribute(Access.ALLOWANCE, Allowance.of(quota, limit.take(routing.request())));
    }
    return identity.build();
  }

  /**
   * What everybody may read, caches between may keep, for everybody who sends no key. They still
   * ask each time whether it is so where that was said: what is taken back must not go on being
   * shown.
   */
  private static void letCachesKeep(MultiMap headers) {
    String said = headers.get(HttpHeaderNames.CACHE_CONTROL);
    if (said != null) {
      headers.set(HttpHeaderNames.CACHE_CONTROL, said.replace("private", "public"));
    }
  }
}
