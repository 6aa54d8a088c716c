package org.gongkai.problem;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Answers {@code OPTIONS} as a 405 would. The framework names every method of a class, whichever of
 * its addresses was asked for, and takes an address that is none for one.
 */
class OptionsFilter {

  @ServerRequestFilter(preMatching = true, nonBlocking = true)
  Optional<Response> answer(ResteasyReactiveContainerRequestContext request) {
    if (!request.getMethod().equals(HttpMethod.OPTIONS)) {
      return Optional.empty();
    }
    Set<String> methods =
        AllowedMethods.of((ResteasyReactiveRequestContext) request.getServerRequestContext());
    if (methods.isEmpty()) {
      throw ProblemException.of(ProblemType.NOT_FOUND);
    }
    return Optional.of(Response.ok().header(HttpHeaders.ALLOW, String.join(", ", methods)).build());
  }
}
