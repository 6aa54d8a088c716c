package org.gongkai.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlowBodyDetectorTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private long now = 1_000 * SECOND;
  private final SlowBodyDetector detector =
      new SlowBodyDetector(
          new SlowBodyDetector.Bounds(15 * SECOND, 20 * SECOND, 4096), SECOND, now);

  private boolean isTooSlowWithin(int seconds, int bytesASecond) {
    for (int i = 0; i < seconds; i++) {
      now += SECOND;
      if (bytesASecond > 0) {
        detector.hear(bytesASecond, now);
      }
      if (detector.isTooSlow(now)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void whoPausesForLongerThanMayBeIsTooSlow() {
    detector.hear(100_000_000, now);
    assertThat(isTooSlowWithin(15, 0)).isFalse();
    assertThat(isTooSlowWithin(1, 0)).isTrue();
  }

  @Test
  void whoSendsSlowlyIsTooSlowAfterAWhile() {
    assertThat(isTooSlowWithin(20, 1)).isFalse();
    assertThat(isTooSlowWithin(1, 1)).isTrue();
  }

  @Test
  void whoSendsAtThePaceIsNeverTooSlow() {
    assertThat(isTooSlowWithin(1_000, 4096)).isFalse();
  }

  /** All that has come meanwhile is still to be heard. */
  @Test
  void timeInWhichNobodyListenedIsNotTheSenders() {
    assertThat(isTooSlowWithin(14, 0)).isFalse();
    now += 600 * SECOND;
    assertThat(detector.isTooSlow(now)).isFalse();
    detector.hear(10, now);
    assertThat(isTooSlowWithin(6, 0)).as("21 seconds in all at 10 bytes").isTrue();
  }

  @Test
  void timeInWhichTheDiskWritesIsNotTheSenders() {
    assertThat(isTooSlowWithin(19, 1)).isFalse();
    detector.pause(now);
    assertThat(isTooSlowWithin(100, 0)).isFalse();
    detector.goOn(now);
    assertThat(isTooSlowWithin(1, 1)).isFalse();
    assertThat(isTooSlowWithin(1, 1)).isTrue();
  }
}
