package org.gongkai.report;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes the next of many while the last one is worked on; of one ahead, in their order. */
final class Ahead<T> implements AutoCloseable {

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("bulk").factory());
  private final Callable<T> source;
  private Future<T> next;

  Ahead(Callable<T> source) {
    this.source = source;
    this.next = thread.submit(source);
  }

  T next() throws Exception {
    try {
      T made = next.get();
      next = thread.submit(source);
      return made;
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
