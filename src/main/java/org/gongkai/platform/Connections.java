package org.gongkai.platform;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Tells {@link ConnectionDeadlines} what may take how long, and of each request.
 *
 * <p>HTTP/1.1 is all that is spoken: proxies that speak HTTP/2 with browsers speak that with what
 * is behind them, and a connection that is one request at a time can be told from an attack by what
 * it is at. Nor does the framework take a body of HTTP/2 that was received before.
 */
@Singleton
class Connections implements HttpServerOptionsCustomizer {

  /** Before whatever may answer. */
  private static final int VERY_FIRST = -2_200_000;

  private final ConnectionDeadlines.Limits limits;

  Connections(PlatformSettings settings) {
    PlatformSettings.Connections its = settings.connections();
    this.limits = new ConnectionDeadlines.Limits(its.headerTimeout(), its.idle(), its.stalled());
  }

  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setHttp2ClearTextEnabled(false);
  }

  @Override
  public void customizeHttpsServer(HttpServerOptions options) {
    options.setUseAlpn(false);
  }

  void install(@Observes Router router) {
    ConnectionDeadlines.enforce(limits);
    router.route().order(VERY_FIRST).handler(Connections::begin);
  }

  private static void begin(RoutingContext routing) {
    ConnectionDeadlines.request(routing);
    routing.next();
  }
}
