package org.gongkai.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When sums below provinces are folded. */
class FoldScheduleTest {

  private static final boolean MUCH = true;
  private static final boolean LITTLE = false;

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1000); // it may overflow
  private final FoldSchedule schedule = new FoldSchedule(nanos::get);

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void atOnceWhereNothingElseComesIn() {
    assertThat(schedule.begins(0, LITTLE)).isTrue();
  }

  @Test
  void whileReportsComeInNotBeforeTwentySeconds() {
    assertThat(schedule.begins(1, LITTLE)).isFalse();
    pass(Duration.ofMillis(19_999));
    assertThat(schedule.begins(1, LITTLE)).isFalse();
    pass(Duration.ofMillis(1));
    assertThat(schedule.begins(1, LITTLE)).isTrue();
  }

  @Test
  void twentySecondsBeginAnewWhenNothingIsLeft() {
    pass(Duration.ofSeconds(30));
    assertThat(schedule.begins(1, LITTLE)).isTrue();
    assertThat(schedule.begins(1, LITTLE)).as("as long as some is left").isTrue();
    schedule.done();
    assertThat(schedule.begins(1, LITTLE)).isFalse();
    pass(Duration.ofSeconds(20));
    assertThat(schedule.begins(1, LITTLE)).isTrue();
  }

  @Test
  void underFullLoadOnlyWhereMuchHasGathered() {
    pass(Duration.ofMinutes(1));
    assertThat(schedule.begins(499, LITTLE)).isTrue();
    assertThat(schedule.begins(500, LITTLE)).isFalse();
    assertThat(schedule.begins(500, MUCH)).isTrue();
  }

  @Test
  void goesOnUntilMuchComesInMeanwhile() {
    assertThat(schedule.goesOn(499, LITTLE)).isTrue();
    assertThat(schedule.goesOn(500, LITTLE)).isFalse();
    assertThat(schedule.goesOn(500, MUCH)).isTrue();
  }
}
