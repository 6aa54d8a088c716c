package org.gongkai.platform;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Lets no scheduled work begin once the service stops: it would find the connections to the
 * database closed, and fill the log of an ordinary stop with failures. The framework itself stops
 * its scheduler whenever the turn of that comes.
 */
@Singleton
class LoopsAtStop {

  void pause(@Observes ShutdownEvent event, Scheduler scheduler) {
    if (scheduler.isStarted()) { // it is not where nothing is to be written
      scheduler.pause();
    }
  }
}
