package org.gongkai.access;

/**
 * Whether waits were unbearable again and again for longer than a burst takes to be worked off, as
 * queues of routers judge it (CoDel).
 */
final class Lateness {

  private final long burst;
  private long last;
  private long since;

  Lateness(long burst, long now) {
    this.burst = burst;
    this.last = now - burst - 1;
  }

  /** Notes that a wait was unbearable; whether that has gone on for too long. */
  boolean goesOn(long now) {
    if (isOver(now)) {
      since = now;
    }
    last = now;
    return now - since > burst;
  }

  /** Whether no wait was unbearable for as long as a burst takes. */
  boolean isOver(long now) {
    return now - last > burst;
  }
}
