package org.gongkai.platform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Has what several callers want at the same time done together, on the thread of one of them. A
 * caller that finds nobody at work leads at once, alone; whoever comes meanwhile waits and is in
 * the next batch, led by the one who has waited longest. So nobody waits for company, and the more
 * come the larger the batches are.
 *
 * <p>No two of a batch have a key in common: the later one is in a later batch.
 */
public final class BatchQueue<T> {

  private final int maxWaiting;
  private final int largest;
  private final Function<T, Set<?>> keys;
  private final Consumer<List<T>> work;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Place> waiting = new ArrayDeque<>();
  private boolean isLed;

  private final class Place {

    private final T item;
    private final Condition changed = lock.newCondition();
    private boolean leads;
    private boolean done;

    private Place(T item) {
      this.item = item;
    }
  }

  /**
   * A queue with nobody in it.
   *
   * @param maxWaiting how many may wait
   * @param largest how many a batch may have
   * @param work is given each batch; what it throws goes to the one that leads
   */
  public BatchQueue(int maxWaiting, int largest, Function<T, Set<?>> keys, Consumer<List<T>> work) {
    this.maxWaiting = maxWaiting;
    this.largest = largest;
    this.keys = keys;
    this.work = work;
  }

  /**
   * Waits until the work of a batch that has the item is done, or has failed.
   *
   * @return false where too many wait already, and nothing was done
   */
  public boolean carryOut(T item) {
    Place own = new Place(item);
    lock.lock();
    try {
      if (isLed && waiting.size() >= maxWaiting) {
        return false;
      }
      waiting.addLast(own);
      if (isLed) {
        while (!own.done && !own.leads) {
          own.changed.awaitUninterruptibly();
        }
        if (own.done) {
          return true;
        }
      }
      isLed = true;
    } finally {
      lock.unlock();
    }
    lead();
    return true;
  }

  /** How many wait, the leader's batch not counted. */
  public int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  private void lead() {
    List<Place> batch = next();
    try {
      work.accept(batch.stream().map(place -> place.item).toList());
    } finally {
      handOver(batch);
    }
  }

  /** Who has waited longest is always in it. */
  private List<Place> next() {
    lock.lock();
    try {
      List<Place> batch = new ArrayList<>();
      Set<Object> met = new HashSet<>();
      Iterator<Place> inOrder = waiting.iterator();
      while (inOrder.hasNext() && batch.size() < largest) {
        Place place = inOrder.next();
        Set<?> its = keys.apply(place.item);
        // one that must wait keeps those behind it from passing
        if (Collections.disjoint(met, its)) {
          batch.add(place);
          inOrder.remove();
        }
        met.addAll(its);
      }
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private void handOver(List<Place> batch) {
    lock.lock();
    try {
      for (Place place : batch) {
        place.done = true;
        place.changed.signal();
      }
      @Nullable Place longest = waiting.peekFirst();
      isLed = longest != null;
      if (longest != null) {
        longest.leads = true;
        longest.changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }
}
