package org.gongkai.platform;

/**
 * Whether the sender of a body pauses too long, or is too slow on the whole. Only time counts in
 * which it could have been heard: neither while what came is written to disk nor while nobody here
 * listened, since all were at something else or the machine stood still.
 */
final class SlowBodyDetector {

  /** How long a pause may be, as of when the pace is looked at, and from then on how slow. */
  record Bounds(long idle, long grace, long minRate) {}

  private final Bounds bounds;
  private final long every;
  private long length;
  private long listened;
  private long since;
  private long heard;
  private long looked;
  private boolean listening = true;

  /**
   * @param every how often it is looked at, in nanoseconds
   */
  SlowBodyDetector(Bounds bounds, long every, long now) {
    this.bounds = bounds;
    this.every = every;
    this.since = now;
    this.heard = now;
    this.looked = now;
  }

  void hear(int bytes, long now) {
    heard = now;
    length += bytes;
  }

  long length() {
    return length;
  }

  void pause(long now) {
    listened += now - since;
    listening = false;
  }

  void goOn(long now) {
    listening = true;
    since = now;
    heard = now;
    looked = now;
  }

  /** Whether it is not to be waited for any longer. */
  boolean isTooSlow(long now) {
    long away = Math.max(0, now - looked - every);
    looked = now;
    if (!listening) {
      return false;
    }
    since += away;
    heard = Math.min(now, heard + away);
    long listening = listened + now - since;
    boolean tooSlow =
        listening > bounds.grace && length < (listening - bounds.grace) / 1e9 * bounds.minRate;
    return now - heard > bounds.idle || tooSlow;
  }
}
