package org.gongkai.access;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Hands resources the bodies that were received before, and never the connection itself. What has
 * gone round the intake reaches no resource.
 */
class ReceivedBodies {

  @ServerRequestFilter(preMatching = true, nonBlocking = true)
  void hand(ResteasyReactiveContainerRequestContext container) {
    ResteasyReactiveRequestContext request =
        (ResteasyReactiveRequestContext) container.getServerRequestContext();
    ReceivedRequest received =
        ReceivedRequest.of(request.unwrap(RoutingContext.class))
            .orElseThrow(() -> new IllegalStateException("A request went round its intake."));
    received.begun();
    request.registerCompletionCallback(thrown -> received.done());
    received.body().ifPresent(request::setInputStream);
  }
}
