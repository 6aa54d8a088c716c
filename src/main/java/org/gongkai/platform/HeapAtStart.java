package org.gongkai.platform;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import org.jboss.logging.Logger;

/** Says how much memory there is, and warns where running out of it would not end the process. */
@Singleton
class HeapAtStart {

  private static final Logger LOG = Logger.getLogger(HeapAtStart.class);
  private static final long MEGABYTE = 1024 * 1024;

  void tell(@Observes StartupEvent start) {
    LOG.infof(
        "Heap: %d MB at most (-Xmx, -XX:MaxRAMPercentage)",
        Runtime.getRuntime().maxMemory() / MEGABYTE);
    if (!endsWithoutMemory()) {
      LOG.warn(
          "-XX:+ExitOnOutOfMemoryError is not set: a process that has run out of memory would go on"
              + " with threads missing instead of being started again");
    }
  }

  /**
   * No option of a running process can be changed, so the command that starts it has to say this.
   */
  private static boolean endsWithoutMemory() {
    HotSpotDiagnosticMXBean machine =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    try {
      return machine == null
          || Boolean.parseBoolean(machine.getVMOption("ExitOnOutOfMemoryError").getValue());
    } catch (IllegalArgumentException e) {
      return true; // another machine, which has no such option
    }
  }
}
