package org.gongkai.access;

import io.vertx.ext.web.RoutingContext;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
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
    RoutingContext routing = request.unwrap(RoutingContext.class);
    ReceivedRequest received = ReceivedRequest.of(routing).orElseThrow(() -> refusal(routing));
    received.begun();
    request.registerCompletionCallback(thrown -> received.done());
    received.body().ifPresent(request::setInputStream);
  }

  /** Among the server's own addresses there is no resource of ours. */
  private static RuntimeException refusal(RoutingContext routing) {
    return ServerRoutes.include(routing)
        ? ProblemException.of(ProblemType.NOT_FOUND)
        : new IllegalStateException("A request went round its intake.");
  }
}
