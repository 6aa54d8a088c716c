package org.gongkai.bulk;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes the next of many while the last one is worked on; in their order, and no further ahead. It
 * is read and finished on a thread of its own; what comes between, which needs to know who calls,
 * on the thread that asks.
 */
final class Prefetch<T> implements AutoCloseable {

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("bulk").factory());
  private final Callable<T> source;
  private final UnaryOperator<T> between;
  private final UnaryOperator<T> finish;
  private Future<T> read;
  private @Nullable Future<T> next;

  Prefetch(Callable<T> source, UnaryOperator<T> between, UnaryOperator<T> finish) {
    this.source = source;
    this.between = between;
    this.finish = finish;
    this.read = thread.submit(source);
  }

  T next() throws Exception {
    T made = result(next == null ? goOn() : next);
    next = goOn();
    return made;
  }

  private Future<T> goOn() throws Exception {
    T come = between.apply(result(read));
    Future<T> finished = thread.submit(() -> finish.apply(come));
    read = thread.submit(source);
    return finished;
  }

  private static <T> T result(Future<T> future) throws Exception {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  /** Waits for what is being made: what it reads from is closed next. */
  @Override
  public void close() {
    thread.close();
  }
}
