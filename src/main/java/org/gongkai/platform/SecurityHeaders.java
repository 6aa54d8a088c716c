package org.gongkai.platform;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Headers of every answer that tell browsers what not to do with it. What a resource says itself
 * stands.
 */
@Singleton
class SecurityHeaders {

  /** Before whatever may answer. */
  private static final int VERY_FIRST = -2_000_000;

  /** The page has its own scripts only; charts set styles on elements. */
  private static final String OWN_SCRIPTS =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data: blob:; object-src 'none'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";

  /** Swagger UI starts with a script inside its page. */
  private static final String INLINE_SCRIPTS =
      OWN_SCRIPTS.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'");

  void install(@Observes Router router) {
    router.route().order(VERY_FIRST).handler(SecurityHeaders::prepare);
  }

  private static void prepare(RoutingContext request) {
    request.addHeadersEndHandler(end -> complete(request));
    request.next();
  }

  private static void complete(RoutingContext request) {
    String path = request.request().path() == null ? "" : request.request().path();
    MultiMap headers = request.response().headers();
    put(headers, "X-Content-Type-Options", "nosniff");
    put(headers, "Referrer-Policy", "no-referrer");
    put(headers, "X-Frame-Options", "DENY");
    put(
        headers,
        "Content-Security-Policy",
        path.startsWith("/q/swagger-ui") ? INLINE_SCRIPTS : OWN_SCRIPTS);
    if (isOfData(request)) {
      put(headers, "Cache-Control", "no-store");
      // The same address answers each caller with what that caller may see.
      headers.add("Vary", "X-API-Key, Authorization");
    }
  }

  private static boolean isOfData(RoutingContext request) {
    try {
      return request.normalizedPath().startsWith("/api/");
    } catch (IllegalArgumentException e) {
      return false; // no address, and refused as such
    }
  }

  private static void put(MultiMap headers, String name, String value) {
    if (!headers.contains(name)) {
      headers.set(name, value);
    }
  }
}
