package org.gongkai.platform;

import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import org.jboss.logging.Logger;

/**
 * Threads for work that keeps the processor busy for long: where somebody else wants it, the system
 * lets those go first. Java's own priorities do nothing on Linux, where each thread has a nice
 * value of its own; a thread may lower itself, and needs no right for it. Elsewhere, and before
 * Java 22, they are threads like all others.
 */
public final class BackgroundThreads {

  private static final Logger LOG = Logger.getLogger(BackgroundThreads.class);

  /** A tenth of the share of others, and whoever wakes up goes before. */
  private static final long NICER = 10;

  private static final int FIRST_JAVA = 22;

  private BackgroundThreads() {}

  /** Makes threads with this name that let others go first. */
  public static ThreadFactory of(String name) {
    ThreadFactory threads = Thread.ofPlatform().daemon().name(name, 0).factory();
    return work ->
        threads.newThread(
            () -> {
              lower();
              work.run();
            });
  }

  private static void lower() {
    if (!System.getProperty("os.name").equals("Linux")
        || Runtime.version().feature() < FIRST_JAVA) {
      return;
    }
    try {
      Optional<MethodHandle> nice = CLibrary.function("nice", 1);
      if (nice.isPresent()) {
        CLibrary.call(nice.get(), NICER);
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.debugf(e, "Threads stay as they are");
    }
  }
}
