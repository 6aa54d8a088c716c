package org.gongkai.tally;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When what is in the sums of the nation and of provinces is folded into those below: when nothing
 * else comes in, when much of it has gathered, and now and then.
 */
final class FoldSchedule {

  /** So many changes between two turns are no quiet. */
  private static final int MANY = 500;

  /** How long what is left for the sums below may gather while reports come in. */
  private static final Duration GATHERED = Duration.ofSeconds(20);

  private final LongSupplier nanos;
  private volatile long doneAt;

  /**
   * As if all had just been folded.
   *
   * @param nanos the time, as {@link System#nanoTime} counts it
   */
  FoldSchedule(LongSupplier nanos) {
    this.nanos = nanos;
    this.doneAt = nanos.getAsLong();
  }

  /**
   * Whether to begin.
   *
   * @param above how many changes have just been folded above
   * @param isDeep whether much waits below
   */
  boolean begins(int above, boolean isDeep) {
    boolean hasGathered = nanos.getAsLong() - doneAt >= GATHERED.toNanos();
    return (above == 0 || isDeep || hasGathered) && goesOn(above, isDeep);
  }

  /** Whether to go on with the next batch, where some have come meanwhile. */
  boolean goesOn(int above, boolean isDeep) {
    return above < MANY || isDeep;
  }

  /** Nothing is left below. */
  void done() {
    doneAt = nanos.getAsLong();
  }
}
