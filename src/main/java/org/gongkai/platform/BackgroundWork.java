package org.gongkai.platform;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What the service does of its own accord, beside requests. None of it begins once the service
 * stops, and what is at work has a while to end: a transaction that is open when the container goes
 * can be neither committed nor rolled back, and the transaction manager then waits for it without
 * end, and fills the log.
 */
@Singleton
public class BackgroundWork {

  private static final Logger LOG = Logger.getLogger(BackgroundWork.class);

  /** Together with what requests have, less than Kubernetes waits before it kills. */
  private static final Duration MOST = Duration.ofSeconds(10);

  private static final Duration MOST_FOR_THE_REST = Duration.ofSeconds(8);
  private static final int ENDED_BY_SIGNAL = 143;

  /** The service is one party, each piece of work another. */
  private final Phaser working = new Phaser(1);

  private final Duration most;
  private volatile boolean stops;

  public BackgroundWork() {
    this(MOST);
  }

  BackgroundWork(Duration most) {
    this.most = most;
  }

  /** A method that the scheduler calls; without this annotation a stop would not wait for it. */
  @InterceptorBinding
  @Target({ElementType.METHOD, ElementType.TYPE})
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Background {}

  /** Has each call counted, and leaves out what comes too late. */
  @Background
  @Interceptor
  @Priority(Interceptor.Priority.LIBRARY_BEFORE)
  static class Counted {

    private final BackgroundWork work;

    Counted(BackgroundWork work) {
      this.work = work;
    }

    @AroundInvoke
    @Nullable Object around(InvocationContext call) throws Exception {
      if (!work.begin()) {
        return null;
      }
      try {
        return call.proceed();
      } finally {
        work.end();
      }
    }
  }

  /** Whether work that goes on and on is to end. */
  public boolean stops() {
    return stops;
  }

  /** Does it unless the service stops. */
  public void run(Runnable piece) {
    call(
        () -> {
          piece.run();
          return Optional.empty();
        });
  }

  /** What a piece of work finds; nothing where the service stops. */
  public <T> Optional<T> call(Supplier<Optional<T>> piece) {
    if (!begin()) {
      return Optional.empty();
    }
    try {
      return piece.get();
    } finally {
      end();
    }
  }

  private boolean begin() {
    return !stops && working.register() >= 0;
  }

  private void end() {
    working.arriveAndDeregister();
  }

  void stop(@Observes ShutdownEvent event, Scheduler scheduler) {
    if (scheduler.isStarted()) { // it is not where nothing is to be written
      scheduler.pause();
    }
    if (!endsInTime()) {
      LOG.errorf(
          "Background work has not ended within %d s; it is broken off, and rolled back",
          most.toSeconds());
      if (LaunchMode.current() == LaunchMode.NORMAL) { // where the process ends with the service
        Thread.ofPlatform().daemon().name("stop").start(BackgroundWork::halt);
      }
    }
  }

  /** Lets nothing begin any more and waits for what is at work; false where it takes too long. */
  boolean endsInTime() {
    stops = true;
    int phase = working.arriveAndDeregister();
    if (phase < 0) {
      return true;
    }
    try {
      working.awaitAdvanceInterruptibly(phase, most.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The rest of the stop would wait for what is not going to end. */
  private static void halt() {
    try {
      TimeUnit.MILLISECONDS.sleep(MOST_FOR_THE_REST.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(ENDED_BY_SIGNAL);
  }
}
