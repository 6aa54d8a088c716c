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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How many requests of all callers together an instance works on; the others wait for their turn,
 * which costs no thread, each caller's in a line of its own ({@link Lines}). So what has begun is
 * soon done, however many come.
 *
 * <p>A burst is waited off as a whole. Where a caller's waits have been unbearable again and again
 * for longer than that takes, it asks for more than can be done, and its requests whose wait is
 * unbearable by the time their turn comes are told to come again: all would otherwise wait for ever
 * longer. It is the discipline of queues that routers have (CoDel, in fair lines).
 */
@Singleton
final class Turns {

  /** However many there are, and however long they may wait. */
  static final int MOST_WAITING = 2000;

  /** As of how many of the last the usual time at work is. */
  private static final int USUAL_OF = 32;

  /**
   * What takes longer is no longer counted: a few of such must not keep all others out. Shorter
   * than others wait in a burst.
   */
  static final Duration LONGEST_TURN = Duration.ofSeconds(1);

  private final int maxConcurrent;
  private final long bearable;
  private final LongSupplier nanos;
  private final Timer waits;
  private final Counter refused;

  private final Deque<Turn> atWork = new ArrayDeque<>();
  private final Deque<Turn> goingOn = new ArrayDeque<>();
  private final Lines lines;
  private double usual;

  @Inject
  Turns(AccessSettings settings, MeterRegistry metrics) {
    this(
        settings.work().maxConcurrent(),
        settings.work().targetWait(),
        settings.work().maxWait(),
        System::nanoTime,
        metrics);
  }

  Turns(
      int maxConcurrent,
      Duration bearable,
      Duration longest,
      LongSupplier nanos,
      MeterRegistry metrics) {
    this.maxConcurrent = maxConcurrent <= 0 ? Integer.MAX_VALUE : maxConcurrent;
    this.bearable = bearable.toNanos();
    this.nanos = nanos;
    this.lines = new Lines(this.maxConcurrent, longest.toNanos(), nanos.getAsLong());
    this.waits = metrics.timer("gongkai.requests.wait");
    this.refused = metrics.counter("gongkai.requests.refused");
    metrics.gauge("gongkai.requests.waiting", this, Turns::waiting);
    metrics.gauge("gongkai.requests.waiting.callers", this, Turns::waitingCallers);
    metrics.gauge("gongkai.requests.at.work", this, Turns::atWork);
  }

  private enum State {
    WAITING,
    AT_WORK,
    OVER
  }

  /** The turn of one request. */
  final class Turn {

    private final Lines.@Nullable Line line;
    private final Consumer<Turn> begin;
    private final Runnable refuse;
    private final long since = nanos.getAsLong();
    private State state = State.WAITING;
    private long begun;

    private Turn(Lines.@Nullable Line line, Consumer<Turn> begin, Runnable refuse) {
      this.line = line;
      this.begin = begin;
      this.refuse = refuse;
    }

    long since() {
      return since;
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
  Turn ask(Senders.Place place, Consumer<Turn> begin, Runnable refuse) {
    List<Runnable> acts = new ArrayList<>();
    Turn turn;
    synchronized (this) {
      if (lines.waiting() >= MOST_WAITING && !makeRoom(place, acts)) {
        // Without a line, which nobody would take away again.
        turn = new Turn(null, begin, refuse);
        acts.add(refused(turn));
      } else {
        Lines.Line line = lines.of(place, nanos.getAsLong());
        turn = new Turn(line, begin, refuse);
        lines.add(line, turn);
      }
      fill(acts);
    }
    run(acts);
    return turn;
  }

  private boolean makeRoom(Senders.Place place, List<Runnable> acts) {
    Optional<Turn> gone = lines.makeRoom(place);
    gone.ifPresent(turn -> acts.add(refused(turn)));
    return gone.isPresent();
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
    lines.remove(turn.line, turn);
  }

  /** Lets in whom there is room for. */
  private void fill(List<Runnable> acts) {
    long now = nanos.getAsLong();
    while (atWork.size() < maxConcurrent || passedOn(now)) {
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
    if (now - atWork.getFirst().begun <= LONGEST_TURN.toNanos()) {
      return false;
    }
    atWork.removeFirst().state = State.OVER;
    return true;
  }

  private @Nullable Turn firstToCome(long now, List<Runnable> acts) {
    while (true) {
      Lines.Called called = lines.next(now, Math.max(bearable, (long) usual));
      if (called == null) {
        return null;
      }
      Turn turn = called.turn();
      if (!called.isLate()) {
        waits.record(now - turn.since, TimeUnit.NANOSECONDS);
        return turn;
      }
      acts.add(refused(turn));
    }
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
    return lines.waiting();
  }

  private synchronized int waitingCallers() {
    return lines.callers();
  }

  private synchronized int atWork() {
    return atWork.size();
  }
}
