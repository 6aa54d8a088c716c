package org.gongkai.platform;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The clock of the service in tests: the machine's, unless a story is told of another day. */
@Alternative
@Priority(1)
@Singleton
public class TestClock extends Clock {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private volatile Duration ahead = Duration.ZERO;

  /** From now on it is noon of this day in Shanghai. */
  public void setTo(LocalDate day) {
    Instant noon = day.atTime(LocalTime.NOON).atZone(SHANGHAI).toInstant();
    ahead = Duration.between(Instant.now(), noon);
  }

  /** From now on it is so much later. */
  public void advance(Duration time) {
    ahead = ahead.plus(time);
  }

  /** From now on it is what the machine says. */
  public void reset() {
    ahead = Duration.ZERO;
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return SHANGHAI;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.system(zone);
  }
}
