package org.gongkai.platform;

import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Gives back what an answer has taken when its request is over, also where its body is never
 * written: the answer to HEAD has none, and a client may have hung up while it was made. The
 * framework then passes over all that would follow, filters of answers too, so the callback is
 * registered as soon as there is an answer.
 */
final class UnsentSpills {

  private UnsentSpills() {}

  /** Of the request at hand; outside of one nothing is registered. */
  static void giveBackAtTheEnd(Spill spill) {
    @Nullable ResteasyReactiveRequestContext request = CurrentRequestManager.get();
    if (request != null) {
      request.registerCompletionCallback(thrown -> spill.delete());
    }
  }
}
