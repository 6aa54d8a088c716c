package org.gongkai.form;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gives the catalogue, and what reads by it, to whoever asks the container. It is read at the
 * start: a service with a contradictory form must not come up.
 */
public final class FormsProducer {

  private static final Logger LOG = Logger.getLogger(FormsProducer.class);

  /** Before anything is scheduled, which would fail for the same reason and hide it. */
  private static final int FIRST = -1000;

  /** The files of the package, where somebody has begun to read them already. */
  private static final AtomicReference<@Nullable CompletableFuture<Forms>> BEGUN =
      new AtomicReference<>();

  private FormsProducer() {}

  /**
   * Begins to read the files of the package beside what else a start has to do, for the first who
   * asks.
   */
  public static void readAhead() {
    BEGUN.set(
        CompletableFuture.supplyAsync(
            Forms::load, task -> Thread.ofPlatform().name("Forms").daemon().start(task)));
  }

  @Startup(FIRST)
  @Produces
  @Singleton
  static Forms forms(FormSettings settings) {
    try {
      return settings
          .directory()
          .map(directory -> Forms.load(directory, ofThePackage()))
          .orElseGet(FormsProducer::ofThePackage);
    } catch (ContradictoryForm wrong) {
      LOG.fatalf(
          "格式文件有误，服务不能启动。A form file is wrong, the service cannot start. %s", wrong.getMessage());
      throw wrong;
    }
  }

  private static Forms ofThePackage() {
    CompletableFuture<Forms> begun = BEGUN.getAndSet(null);
    if (begun == null) {
      return Forms.load();
    }
    try {
      return begun.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof ContradictoryForm wrong) {
        throw wrong;
      }
      throw e;
    }
  }

  @Produces
  @Singleton
  static ContentReader contentReader(Forms forms) {
    return new ContentReader(forms);
  }
}
