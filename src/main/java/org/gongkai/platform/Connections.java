package org.gongkai.platform;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells {@link ConnectionDeadlines} what may take how long, and of each request. */
@Singleton
class Connections {

  /** Before whatever may answer. */
  private static final int VERY_FIRST = -2_200_000;

  private final ConnectionDeadlines.Limits limits;

  Connections(
      @ConfigProperty(name = "gongkai.connections.head") Duration head,
      @ConfigProperty(name = "gongkai.connections.idle") Duration idle,
      @ConfigProperty(name = "gongkai.connections.stalled") Duration stalled) {
    this.limits = new ConnectionDeadlines.Limits(head, idle, stalled);
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
