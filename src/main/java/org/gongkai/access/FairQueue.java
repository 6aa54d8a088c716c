package org.gongkai.access;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gongkai.access.RequestScheduler.Slot;
import org.jspecify.annotations.Nullable;

/**
 * Those who wait for a slot: a queue for each caller, and the queues take turns (round robin).
 * Callers who are known and strangers have a round each, and the rounds take turns too: strangers
 * may be any number, since whoever makes up keys on many networks has as many queues.
 *
 * <p>A queue is judged by its own waits alone, and only while somebody else of it waits behind,
 * that is where the caller asks for more than it gets. Whoever asks for one at a time has not made
 * the others wait, whatever the machine is busy with; such waits are judged where there are more
 * callers than can be at work, as nothing else is left then.
 *
 * <p>Not for several threads: {@code RequestScheduler} lets in one at a time.
 */
final class FairQueue {

  private static final int MOST_REMEMBERED = 4096;

  private final int maxConcurrent;
  private final long burst;
  private final Round known;
  private final Round strangers;
  private final Map<String, CallerQueue> queues = new HashMap<>();

  /** By the names of queues; outlives a queue that was worked off or refused as a whole. */
  private final Map<String, Lateness> lateness = new HashMap<>();

  private int waiting;
  private boolean strangersAreNext;

  FairQueue(int maxConcurrent, long burst, long now) {
    this.maxConcurrent = maxConcurrent;
    this.burst = burst;
    this.known = new Round(new Lateness(burst, now));
    this.strangers = new Round(new Lateness(burst, now));
  }

  private static final class Round {
    private final Deque<CallerQueue> queues = new ArrayDeque<>();
    private final Lateness lateness;

    private Round(Lateness lateness) {
      this.lateness = lateness;
    }
  }

  /** Of one caller. */
  static final class CallerQueue {
    private final SenderCache.QueueKey key;
    private final Round round;
    private final Deque<Slot> waiting = new ArrayDeque<>();
    private final Lateness lateness;

    private CallerQueue(SenderCache.QueueKey key, Round round, Lateness lateness) {
      this.key = key;
      this.round = round;
      this.lateness = lateness;
    }
  }

  CallerQueue of(SenderCache.QueueKey key, long now) {
    return queues.computeIfAbsent(
        key.queue(),
        name -> new CallerQueue(key, key.isKnown() ? known : strangers, latenessOf(name, now)));
  }

  private Lateness latenessOf(String name, long now) {
    if (lateness.size() >= MOST_REMEMBERED) {
      lateness
          .entrySet()
          .removeIf(e -> !queues.containsKey(e.getKey()) && e.getValue().isOver(now));
    }
    return lateness.computeIfAbsent(name, n -> new Lateness(burst, now));
  }

  void add(CallerQueue queue, Slot slot) {
    if (queue.waiting.isEmpty()) {
      queue.round.queues.addLast(queue);
    }
    queue.waiting.addLast(slot);
    waiting++;
  }

  void remove(CallerQueue queue, Slot slot) {
    queue.waiting.remove(slot);
    waiting--;
    if (queue.waiting.isEmpty()) {
      queue.round.queues.remove(queue);
      queues.remove(queue.key.queue());
    }
  }

  /**
   * Takes away, for one who comes, the last of the longest queue, unless its own would be as long;
   * then a stranger for one who is known.
   */
  Optional<Slot> makeRoom(SenderCache.QueueKey key) {
    CallerQueue own = queues.get(key.queue());
    int most = own == null ? 1 : own.waiting.size() + 1;
    CallerQueue longest = null;
    for (CallerQueue queue : queues.values()) {
      if (queue.waiting.size() > most) {
        longest = queue;
        most = queue.waiting.size();
      }
    }
    if (longest == null && key.isKnown()) {
      longest = strangers.queues.peekLast();
    }
    if (longest == null) {
      return Optional.empty();
    }
    Slot last = longest.waiting.getLast();
    remove(longest, last);
    return Optional.of(last);
  }

  /** Takes whose turn it is, or is told that it has waited for too long. */
  @Nullable Called next(long now, long bearable) {
    Round round = strangersAreNext ? strangers : known;
    if (round.queues.isEmpty()) {
      round = strangersAreNext ? known : strangers;
    }
    CallerQueue queue = round.queues.pollFirst();
    if (queue == null) {
      return null;
    }
    Slot slot = queue.waiting.removeFirst();
    waiting--;
    long wait = now - slot.since();
    boolean isLate = wait > bearable && (isTooMuch(queue, now) || wait > burst);
    if (queue.waiting.isEmpty()) {
      queues.remove(queue.key.queue());
    } else if (isLate) {
      round.queues.addFirst(queue); // it has had nothing of its turn
    } else {
      round.queues.addLast(queue);
    }
    if (!isLate) {
      strangersAreNext = round == known;
    }
    return new Called(slot, isLate);
  }

  /** Whose turn it is, and whether it has waited for too long. */
  record Called(Slot slot, boolean isLate) {}

  private boolean isTooMuch(CallerQueue queue, long now) {
    if (!queue.waiting.isEmpty()) {
      return queue.lateness.goesOn(now);
    }
    return queue.round.queues.size() >= maxConcurrent && queue.round.lateness.goesOn(now);
  }

  int waiting() {
    return waiting;
  }

  int callers() {
    return queues.size();
  }
}
