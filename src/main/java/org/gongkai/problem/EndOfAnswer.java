package org.gongkai.problem;

import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

/**
 * What is done when an answer is sent, or its reader has gone. What fails in a handler of the
 * server goes up to whoever ends the answer: the other handlers do not run, and the connection
 * takes every further request without a word, since the answer before never counts as complete.
 */
public final class EndOfAnswer {

  private static final Logger LOG = Logger.getLogger(EndOfAnswer.class);

  private EndOfAnswer() {}

  /** Has something done at the end, whatever becomes of it. */
  public static void then(RoutingContext routing, Runnable act) {
    routing.addEndHandler(
        end -> {
          try {
            act.run();
          } catch (RuntimeException e) {
            LOG.error("What was to be done at the end of an answer failed", e);
          }
        });
  }
}
