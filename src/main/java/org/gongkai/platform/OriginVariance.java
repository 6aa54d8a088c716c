package org.gongkai.platform;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says that answers depend on the origin of the page that asks, where other origins are let in: the
 * framework names the origin in its answer, but not that a cache must look at it.
 */
@Singleton
class OriginVariance {

  /** Before the resources; the headers end in the opposite order. */
  private static final int EARLY = -2_050_000;

  private final boolean originsAreLetIn;

  OriginVariance(@ConfigProperty(name = "quarkus.http.cors.enabled") boolean originsAreLetIn) {
    this.originsAreLetIn = originsAreLetIn;
  }

  void install(@Observes Router router) {
    if (originsAreLetIn) {
      router.route().order(EARLY).handler(OriginVariance::prepare);
    }
  }

  private static void prepare(RoutingContext request) {
    request.addHeadersEndHandler(end -> request.response().headers().add("Vary", "Origin"));
    request.next();
  }
}
