package org.gongkai.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.gongkai.platform.ClockLimit;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.junit.jupiter.api.Test;

/** What is done to a report whose last event lies ahead of the clock. */
class EventClockTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:30:00Z");

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final EventClock clock = new EventClock(new ClockLimit(Duration.ofMinutes(5)), metrics);

  @Test
  void clocksOfInstancesDifferALittle() {
    clock.requireNear(NOW, NOW);
    clock.requireNear(NOW.plusSeconds(1), NOW);
    assertThat(ahead()).isZero();
  }

  @Test
  void anEventThatLiesAheadIsCounted() {
    clock.requireNear(NOW.plusSeconds(60), NOW);
    assertThat(ahead()).isOne();
  }

  @Test
  void ofAClockThatWasDaysAheadNothingFollows() {
    assertThatThrownBy(() -> clock.requireNear(NOW.plus(Duration.ofDays(3)), NOW))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(ProblemType.SERVICE_UNAVAILABLE));
    assertThat(ahead()).isOne();
  }

  private double ahead() {
    return metrics.counter("gongkai.events.ahead").count();
  }
}
