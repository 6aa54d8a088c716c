package org.gongkai.webhook;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import org.gongkai.feed.Sequencer;

/**
 * What timers do in a service, done by tests that wait for it: from a change that is committed to a
 * message on its way. A packaged service in a process of its own has its timers.
 */
public final class Loops {

  private Loops() {}

  public static void step() {
    ArcContainer service = Arc.container();
    if (service != null) {
      service.instance(Sequencer.class).get().keepUp();
      service.instance(FanOut.class).get().spread();
      service.instance(DeliveryWorker.class).get().setOut();
    }
  }
}
