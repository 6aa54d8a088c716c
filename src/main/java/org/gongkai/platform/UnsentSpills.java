package org.gongkai.platform;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives back what an answer to HEAD has taken: the framework never writes its body. */
class UnsentSpills {

  @ServerResponseFilter
  void giveBack(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getMethod().equals(HttpMethod.HEAD)
        && response.getEntity() instanceof Spill unsent) {
      unsent.delete();
    }
  }
}
