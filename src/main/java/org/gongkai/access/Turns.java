package org.gongkai.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How many requests of all callers together an instance works on; the others wait for their turn,
 * which costs no thread, each caller's in a line of its own, and the lines take turns. So what has
 * begun is soon done, however many come.
 *
 * <p>A burst is waited off as a whole. Where waits have been unbearable again and again for longer
 * than that takes, more come than can be done, and whose wait is unbearable by the time its turn
 * comes is told to come again: all would otherwise wait for ever longer. It is the discipline of
 * queues that routers have (CoDel, in fair lines).
 */
@Singleton
final class Turns {

  /** However many there are, and however long they may wait. */
  static final int MOST_WAITING = 2000;

  /** As of how many of the last the usual time at work is. */
  private static final int USUAL_OF = 32;

  /** What takes longer is no longer counted: a few of such must not keep all others out. */
  private static final long LONGEST_TURN = Duration.ofSeconds(5).toNanos();

  private final int atOnce;
  private final long bearable;
  private final long longest;
  private final LongSupplier nanos;
  private final Timer waits;
  private final Counter refused;

  private final Deque<Turn> atWork = new ArrayDeque<>();
  private final Deque<Turn> goingOn = new ArrayDeque<>();
  private final Map<String, Line> lines = new HashMap<>();
  private final Deque<Line> round = new ArrayDeque<>();
  private int waiting;
  private double usual;
  private long late;
  private long lateSince;

  @Inject
  Turns(AccessSettings settings, MeterRegistry metrics) {
    this(
        settings.work().atOnce(),
        settings.work().bearableWait(),
        settings.work().longestWait(),
        System::nanoTime,
        metrics);
  }

  Turns(
      int atOnce, Duration bearable, Duration longest, LongSupplier nanos, MeterRegistry metrics) {
    this.atOnce = atOnce <= 0 ? Integer.MAX_VALUE : atOnce;
    this.bearable = bearable.toNanos();
    this.longest = longest.toNanos();
    this.nanos = nanos;
    this.late = nanos.getAsLong() - this.longest - 1;
    this.waits = metrics.timer("gongkai.requests.wait");
    this.refused = metrics.counter("gongkai.requests.refused");
    metrics.gauge("gongkai.requests.waiting", this, Turns::waiting);
    metrics.gauge("gongkai.requests.waiting.callers", this, Turns::waitingCallers);
    metrics.gauge("gongkai.requests.at.work", this, Turns::atWork);
  }

  private static final class Line {
    private final String caller;
    private final Deque<Turn> waiting = new ArrayDeque<>();

    private Line(String caller) {
      this.caller = caller;
    }
  }

  private enum State {
    WAITING,
    AT_WORK,
    OVER
  }

  /** The turn of one request. */
  final class Turn {

    private final @Nullable Line line;
    private final Consumer<Turn> begin;
    private final Runnable refuse;
    private final long since = nanos.getAsLong();
    private State state = State.WAITING;
    private long begun;

    private Turn(@Nullable Line line, Consumer<Turn> begin, Runnable refuse) {
      this.line = line;
      this.begin = begin;
      this.refuse = refuse;
    }

    boolean isWaiting() {
      synchronized (Turns.this) {
        return state == State.WAITING;
      }
    }

    /** Ends it, whether it has come or not; once is enough. */
    void end() {
      run(Turns.this.end(this));
    }

    /** Refuses it where it has not come yet. */
    void giveUp() {
      run(Turns.this.giveUp(this));
    }
  }

  /**
   * Asks for a turn of a request that has just come.
   *
   * @param begin is run when it has its turn, now or on the thread that ends another one
   * @param refuse is run, likewise, where it is not to wait any longer
   */
  Turn ask(String caller, Consumer<Turn> begin, Runnable refuse) {
    List<Runnable> acts = new ArrayList<>();
    Turn turn;
    synchronized (this) {
      if (waiting >= MOST_WAITING && !makeRoom(caller, acts)) {
        // Without a line, which nobody would take away again.
        turn = new Turn(null, begin, refuse);
        acts.add(refused(turn));
      } else {
        Line line = lines.computeIfAbsent(caller, Line::new);
        turn = new Turn(line, begin, refuse);
        if (line.waiting.isEmpty()) {
          round.addLast(line);
        }
        line.waiting.addLast(turn);
        waiting++;
      }
      fill(acts);
    }
    run(acts);
    return turn;
  }

  /** Refuses the last of the longest line, unless the caller's would be as long. */
  private boolean makeRoom(String caller, List<Runnable> acts) {
    Line own = lines.get(caller);
    int most = own == null ? 1 : own.waiting.size() + 1;
    Line longest = null;
    for (Line line : round) {
      if (line.waiting.size() > most) {
        longest = line;
        most = line.waiting.size();
      }
    }
    if (longest == null) {
      return false;
    }
    Turn last = longest.waiting.getLast();
    remove(last);
    acts.add(refused(last));
    return true;
  }

  /** Asks for a further turn of a request that was let in before: those that come are after it. */
  Turn goOn(Runnable begin) {
    List<Runnable> acts = new ArrayList<>();
    Turn turn = new Turn(null, own -> begin.run(), () -> {});
    synchronized (this) {
      goingOn.addLast(turn);
      fill(acts);
    }
    run(acts);
    return turn;
  }

  private synchronized List<Runnable> end(Turn turn) {
    List<Runnable> acts = new ArrayList<>();
    switch (turn.state) {
      case AT_WORK -> done(turn);
      case WAITING -> remove(turn);
      case OVER -> {}
    }
    turn.state = State.OVER;
    fill(acts);
    return acts;
  }

  private synchronized List<Runnable> giveUp(Turn turn) {
    if (turn.state != State.WAITING) {
      return List.of();
    }
    remove(turn);
    return List.of(refused(turn));
  }

  private void done(Turn turn) {
    atWork.remove(turn);
    if (turn.line == null) { // being recognised takes next to nothing
      usual += (nanos.getAsLong() - turn.begun - usual) / USUAL_OF;
    }
  }

  private void remove(Turn turn) {
    if (turn.line == null) {
      goingOn.remove(turn);
      return;
    }
    turn.line.waiting.remove(turn);
    waiting--;
    if (turn.line.waiting.isEmpty()) {
      round.remove(turn.line);
      lines.remove(turn.line.caller);
    }
  }

  /** Lets in whom there is room for. */
  private void fill(List<Runnable> acts) {
    long now = nanos.getAsLong();
    while (atWork.size() < atOnce || passedOn(now)) {
      Turn next = goingOn.isEmpty() ? firstToCome(now, acts) : goingOn.removeFirst();
      if (next == null) {
        return;
      }
      next.state = State.AT_WORK;
      next.begun = now;
      atWork.addLast(next);
      acts.add(() -> next.begin.accept(next));
    }
  }

  /** Whether the turn of one that takes long has been given to whoever comes next; it goes on. */
  private boolean passedOn(long now) {
    if (now - atWork.getFirst().begun <= LONGEST_TURN) {
      return false;
    }
    atWork.removeFirst().state = State.OVER;
    return true;
  }

  private @Nullable Turn firstToCome(long now, List<Runnable> acts) {
    while (!round.isEmpty()) {
      Line line = round.removeFirst();
      Turn turn = line.waiting.removeFirst();
      waiting--;
      boolean isLate = isLate(now, now - turn.since);
      if (line.waiting.isEmpty()) {
        lines.remove(line.caller);
      } else if (isLate) {
        round.addFirst(line); // it has had nothing of its turn
      } else {
        round.addLast(line);
      }
      if (!isLate) {
        waits.record(now - turn.since, TimeUnit.NANOSECONDS);
        return turn;
      }
      acts.add(refused(turn));
    }
    return null;
  }

  /** Whether one whose turn comes has waited for too long. */
  private boolean isLate(long now, long wait) {
    if (wait <= Math.max(bearable, (long) usual)) {
      return false;
    }
    if (now - late > longest) {
      lateSince = now;
    }
    late = now;
    return wait > longest || now - lateSince > longest;
  }

  private Runnable refused(Turn turn) {
    turn.state = State.OVER;
    refused.increment();
    return turn.refuse;
  }

  private static void run(List<Runnable> acts) {
    acts.forEach(Runnable::run);
  }

  private synchronized int waiting() {
    return waiting;
  }

  private synchronized int waitingCallers() {
    return lines.size();
  }

  private synchronized int atWork() {
    return atWork.size();
  }
}
