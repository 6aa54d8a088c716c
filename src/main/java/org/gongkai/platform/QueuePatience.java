package org.gongkai.platform;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * How long a queue may keep those who are in it. A burst is taken however long it lasts. Where the
 * wait has been longer than bearable for some time on end, more come than can be done: each that is
 * let in then makes all wait longer, and is better told at once to come again.
 */
public final class QueuePatience {

  private static final Duration ON_END = Duration.ofSeconds(2);

  private final long bearable;
  private final long onEnd;
  private final LongSupplier nanos;
  private long bearableAt;

  QueuePatience(Duration bearable, Duration onEnd, LongSupplier nanos) {
    this.bearable = bearable.toNanos();
    this.onEnd = onEnd.toNanos();
    this.nanos = nanos;
    bearableAt = nanos.getAsLong();
  }

  public static QueuePatience of(Duration bearable) {
    return new QueuePatience(bearable, ON_END, System::nanoTime);
  }

  long now() {
    return nanos.getAsLong();
  }

  /**
   * Whether somebody who comes now is refused. Is asked whenever somebody comes, one at a time.
   *
   * @param longest since when the one waits that waits longest; empty where nobody does
   */
  boolean isOver(OptionalLong longest) {
    long now = now();
    if (longest.isEmpty() || now - longest.getAsLong() <= bearable) {
      bearableAt = now;
    }
    return now - bearableAt > onEnd;
  }
}
