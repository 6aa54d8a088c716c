package org.gongkai.access;

import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * How many requests of one caller may be here at the same time, from their first line to the end of
 * the answer, and how many of them may be worked on; the others of those that are here wait for
 * their turn, which costs no thread. So one caller can neither keep all workers nor all connections
 * of the database, however slowly it sends and reads.
 */
@Singleton
final class ConcurrencyLimit {

  private final int present;
  private final int working;
  private final Map<String, Count> callers = new HashMap<>();

  private static final class Count {
    private int present;
    private int working;
    private final Queue<Permit> waiting = new ArrayDeque<>();
  }

  ConcurrencyLimit(AccessSettings settings) {
    this.present = orAny(settings.rateLimit().maxConcurrent());
    this.working = orAny(settings.rateLimit().atWork());
  }

  private static int orAny(int most) {
    return most <= 0 ? Integer.MAX_VALUE : most;
  }

  /** Lets a request in, until its permit is given back; empty where it is one too many. */
  synchronized Optional<Permit> enter(String caller) {
    Count count = callers.computeIfAbsent(caller, c -> new Count());
    if (count.present >= present) {
      return Optional.empty();
    }
    count.present++;
    return Optional.of(new Permit(caller, count));
  }

  /** The place of one request. */
  final class Permit {

    private final String caller;
    private final Count count;
    private @Nullable Runnable turn;
    private boolean atWork;
    private boolean left;

    private Permit(String caller, Count count) {
      this.caller = caller;
      this.count = count;
    }

    /** Begins the work, now or when it is its turn, unless the permit is given back before. */
    void work(Runnable work) {
      synchronized (ConcurrencyLimit.this) {
        if (left) {
          return;
        }
        if (count.working >= working) {
          turn = work;
          count.waiting.add(this);
          return;
        }
        count.working++;
        atWork = true;
      }
      work.run();
    }

    /** Gives the place back; once is enough. */
    void leave() {
      Runnable next = null;
      synchronized (ConcurrencyLimit.this) {
        if (left) {
          return;
        }
        left = true;
        count.waiting.remove(this);
        if (atWork) {
          count.working--;
          Permit following = count.waiting.poll();
          if (following != null) {
            count.working++;
            following.atWork = true;
            next = following.turn;
          }
        }
        count.present--;
        if (count.present == 0) {
          callers.remove(caller);
        }
      }
      if (next != null) {
        next.run();
      }
    }
  }
}
