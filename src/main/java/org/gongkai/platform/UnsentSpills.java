package org.gongkai.platform;

import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * Gives back what an answer has taken when its request is over, also where its body is never
 * written: the answer to HEAD has none, and a client may have hung up while it was made.
 */
class UnsentSpills {

  @ServerResponseFilter
  void giveBack(ContainerResponseContext response) {
    if (response.getEntity() instanceof Spill spill) {
      CurrentRequestManager.get().registerCompletionCallback(thrown -> spill.delete());
    }
  }
}
