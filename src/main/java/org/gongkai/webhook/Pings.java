package org.gongkai.webhook;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;

/**
 * Limits how many test messages run at a time, in all and per caller: a receiver may take its time.
 */
@Singleton
class Pings {

  private static final int MOST = 64;
  private static final int MOST_OF_ONE = 4;

  private final Map<String, Integer> underWay = new HashMap<>();
  private int all;

  /**
   * Sends one.
   *
   * @throws ProblemException {@code too-many-requests} where so many are under way
   */
  CompletionStage<DeliveryOutcome> send(
      String caller, Supplier<CompletionStage<DeliveryOutcome>> message) {
    begin(caller);
    try {
      return message.get().whenComplete((outcome, thrown) -> end(caller));
    } catch (RuntimeException e) {
      end(caller);
      throw e;
    }
  }

  private synchronized void begin(String caller) {
    int own = underWay.getOrDefault(caller, 0);
    if (own >= MOST_OF_ONE || all >= MOST) {
      throw ProblemException.of(
              ProblemType.TOO_MANY_REQUESTS,
              "同时进行的推送测试过多；请等待其完成后再试。",
              "Too many pings are under way; try again when they are through.")
          .withHeader("Retry-After", "10");
    }
    underWay.put(caller, own + 1);
    all++;
  }

  private synchronized void end(String caller) {
    underWay.computeIfPresent(caller, (c, own) -> own > 1 ? Integer.valueOf(own - 1) : null);
    all--;
  }
}
