package org.gongkai.bulk;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes the next of many while the last one is worked on; in their order, and no further ahead. It
 * is read and finished on other threads, one at a time; what comes between, which needs to know who
 * calls, on the thread that asks.
 */
final class Prefetch<T> implements AutoCloseable {

  private final Function<Callable<T>, Future<T>> threads;
  private final Callable<T> source;
  private final UnaryOperator<T> between;
  private final UnaryOperator<T> finish;
  private Future<T> read;
  private @Nullable Future<T> next;

  /**
   * Begins to read.
   *
   * @param threads has something done on threads that others use too
   */
  Prefetch(
      Function<Callable<T>, Future<T>> threads,
      Callable<T> source,
      UnaryOperator<T> between,
      UnaryOperator<T> finish) {
    this.threads = threads;
    this.source = source;
    this.between = between;
    this.finish = finish;
    this.read = threads.apply(source);
  }

  T next() throws Exception {
    T made = result(next == null ? goOn() : next);
    next = goOn();
    return made;
  }

  private Future<T> goOn() throws Exception {
    T come = between.apply(result(read));
    Future<T> finished = threads.apply(() -> finish.apply(come));
    read = threads.apply(source);
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
  public void close() throws InterruptedException {
    await(read);
    if (next != null) {
      await(next);
    }
  }

  private static void await(Future<?> future) throws InterruptedException {
    try {
      future.get();
    } catch (ExecutionException e) {
      // nobody asks for it any more
    }
  }
}
