package org.gongkai.bulk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * Work of several callers on few threads. One piece of each caller is done in turn: whoever has
 * many long ones waits for them alone.
 */
final class RoundRobinExecutor {

  private final Executor threads;
  private final Deque<String> callers = new ArrayDeque<>();
  private final Map<String, Deque<Runnable>> waiting = new HashMap<>();

  RoundRobinExecutor(Executor threads) {
    this.threads = threads;
  }

  /** Has a piece of a caller's work done. */
  <T> Future<T> submit(String caller, Callable<T> work) {
    FutureTask<T> piece = new FutureTask<>(work);
    synchronized (this) {
      Deque<Runnable> own = waiting.computeIfAbsent(caller, c -> new ArrayDeque<>());
      if (own.isEmpty()) {
        callers.addLast(caller);
      }
      own.addLast(piece);
    }
    threads.execute(() -> next().run()); // as often as there are pieces
    return piece;
  }

  private synchronized Runnable next() {
    String caller = callers.removeFirst();
    Deque<Runnable> own = Objects.requireNonNull(waiting.get(caller));
    Runnable piece = own.removeFirst();
    if (own.isEmpty()) {
      waiting.remove(caller);
    } else {
      callers.addLast(caller);
    }
    return piece;
  }
}
