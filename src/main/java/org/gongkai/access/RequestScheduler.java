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
 * How many requests of all callers together an instance works on; the others wait for a slot, which
 * costs no thread, each caller's in a queue of its own ({@link FairQueue}). So what has begun is
 * soon done, however many come.
 *
 * <p>A burst is waited off as a whole. Where a caller's waits have been unbearable again and again
 * for longer than that takes, it asks for more than can be done, and its requests whose wait is
 * unbearable by the time they get a slot are told to come again: all would otherwise wait for ever
 * longer. It is the discipline of queues that routers have (CoDel, with fair queueing).
 */
@Singleton
final class RequestScheduler {

  /** However many there are, and however long they may wait. */
  static final int MOST_WAITING = 2000;

  /** As of how many of the last the usual time at work is. */
  private static final int USUAL_OF = 32;

  /**
   * What takes longer is no longer counted: a few of such must not keep all others out. Shorter
   * than others wait in a burst.
   */
  static final Duration LONGEST_SLOT = Duration.ofSeconds(1);

  private final int maxConcurrent;
  private final long bearable;
  private final LongSupplier nanos;
  private final Timer waits;
  private final Counter refused;

  private final Deque<Slot> atWork = new ArrayDeque<>();
  private final Deque<Slot> goingOn = new ArrayDeque<>();
  private final FairQueue queue;
  private double usual;

  @Inject
  RequestScheduler(AccessSettings settings, MeterRegistry metrics) {
    this(
        settings.work().maxConcurrent(),
        settings.work().targetWait(),
        settings.work().maxWait(),
        System::nanoTime,
        metrics);
  }

  RequestScheduler(
      int maxConcurrent,
      Duration bearable,
      Duration longest,
      LongSupplier nanos,
      MeterRegistry metrics) {
    this.maxConcurrent = maxConcurrent <= 0 ? Integer.MAX_VALUE : maxConcurrent;
    this.bearable = bearable.toNanos();
    this.nanos = nanos;
    this.queue = new FairQueue(this.maxConcurrent, longest.toNanos(), nanos.getAsLong());
    this.waits = metrics.timer("gongkai.requests.wait");
    this.refused = metrics.counter("gongkai.requests.refused");
    metrics.gauge("gongkai.requests.waiting", this, RequestScheduler::waiting);
    metrics.gauge("gongkai.requests.waiting.callers", this, RequestScheduler::waitingCallers);
    metrics.gauge("gongkai.requests.at.work", this, RequestScheduler::atWork);
  }

  private enum State {
    WAITING,
    AT_WORK,
    OVER
  }

  /** The place of one request among those at work, or its wait for one. */
  final class Slot {

    private final FairQueue.@Nullable CallerQueue own;
    private final Consumer<Slot> begin;
    private final Runnable refuse;
    private final long since = nanos.getAsLong();
    private State state = State.WAITING;
    private long begun;

    private Slot(FairQueue.@Nullable CallerQueue own, Consumer<Slot> begin, Runnable refuse) {
      this.own = own;
      this.begin = begin;
      this.refuse = refuse;
    }

    long since() {
      return since;
    }

    boolean isWaiting() {
      synchronized (RequestScheduler.this) {
        return state == State.WAITING;
      }
    }

    /** Ends it, whether it has come or not; once is enough. */
    void end() {
      run(RequestScheduler.this.end(this));
    }

    /** Refuses it where it has not come yet. */
    void giveUp() {
      run(RequestScheduler.this.giveUp(this));
    }
  }

  /**
   * Asks for a slot for a request that has just come.
   *
   * @param begin is run when it has its slot, now or on the thread that ends another one
   * @param refuse is run, likewise, where it is not to wait any longer
   */
  Slot ask(SenderCache.QueueKey key, Consumer<Slot> begin, Runnable refuse) {
    List<Runnable> acts = new ArrayList<>();
    Slot slot;
    synchronized (this) {
      if (queue.waiting() >= MOST_WAITING && !makeRoom(key, acts)) {
        // Without a queue, which nobody would take away again.
        slot = new Slot(null, begin, refuse);
        acts.add(refused(slot));
      } else {
        FairQueue.CallerQueue own = queue.of(key, nanos.getAsLong());
        slot = new Slot(own, begin, refuse);
        queue.add(own, slot);
      }
      fill(acts);
    }
    run(acts);
    return slot;
  }

  private boolean makeRoom(SenderCache.QueueKey key, List<Runnable> acts) {
    Optional<Slot> gone = queue.makeRoom(key);
    gone.ifPresent(slot -> acts.add(refused(slot)));
    return gone.isPresent();
  }

  /** Asks for a further slot for a request that was let in before: those that come are after it. */
  Slot goOn(Runnable begin) {
    List<Runnable> acts = new ArrayList<>();
    Slot slot = new Slot(null, own -> begin.run(), () -> {});
    synchronized (this) {
      goingOn.addLast(slot);
      fill(acts);
    }
    run(acts);
    return slot;
  }

  private synchronized List<Runnable> end(Slot slot) {
    List<Runnable> acts = new ArrayList<>();
    switch (slot.state) {
      case AT_WORK -> done(slot);
      case WAITING -> remove(slot);
      case OVER -> {}
    }
    slot.state = State.OVER;
    fill(acts);
    return acts;
  }

  private synchronized List<Runnable> giveUp(Slot slot) {
    if (slot.state != State.WAITING) {
      return List.of();
    }
    remove(slot);
    return List.of(refused(slot));
  }

  private void done(Slot slot) {
    atWork.remove(slot);
    if (slot.own == null) { // being recognised takes next to nothing
      usual += (nanos.getAsLong() - slot.begun - usual) / USUAL_OF;
    }
  }

  private void remove(Slot slot) {
    if (slot.own == null) {
      goingOn.remove(slot);
      return;
    }
    queue.remove(slot.own, slot);
  }

  /** Lets in whom there is room for. */
  private void fill(List<Runnable> acts) {
    long now = nanos.getAsLong();
    while (atWork.size() < maxConcurrent || passedOn(now)) {
      Slot next = goingOn.isEmpty() ? firstToCome(now, acts) : goingOn.removeFirst();
      if (next == null) {
        return;
      }
      next.state = State.AT_WORK;
      next.begun = now;
      atWork.addLast(next);
      acts.add(() -> next.begin.accept(next));
    }
  }

  /** Whether the slot of one that takes long has been given to whoever comes next; it goes on. */
  private boolean passedOn(long now) {
    if (now - atWork.getFirst().begun <= LONGEST_SLOT.toNanos()) {
      return false;
    }
    atWork.removeFirst().state = State.OVER;
    return true;
  }

  private @Nullable Slot firstToCome(long now, List<Runnable> acts) {
    while (true) {
      FairQueue.Called called = queue.next(now, Math.max(bearable, (long) usual));
      if (called == null) {
        return null;
      }
      Slot slot = called.slot();
      if (!called.isLate()) {
        waits.record(now - slot.since, TimeUnit.NANOSECONDS);
        return slot;
      }
      acts.add(refused(slot));
    }
  }

  private Runnable refused(Slot slot) {
    slot.state = State.OVER;
    refused.increment();
    return slot.refuse;
  }

  private static void run(List<Runnable> acts) {
    acts.forEach(Runnable::run);
  }

  private synchronized int waiting() {
    return queue.waiting();
  }

  private synchronized int waitingCallers() {
    return queue.callers();
  }

  private synchronized int atWork() {
    return atWork.size();
  }
}
