package org.gongkai.report;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.gongkai.platform.ClockLimit;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.jboss.logging.Logger;

/**
 * What happens to a report gets the time of its last event where that lies ahead, since events are
 * in order. A clock that was days ahead for a moment would so decide on all that follows.
 */
@Singleton
class EventClock {

  private static final Logger LOG = Logger.getLogger(EventClock.class);

  /** Clocks that are set by NTP differ by less. */
  private static final Duration NOTABLE = Duration.ofSeconds(2);

  private final ClockLimit limit;
  private final Counter ahead;

  EventClock(ClockLimit limit, MeterRegistry metrics) {
    this.limit = limit;
    this.ahead = metrics.counter("gongkai.events.ahead");
  }

  /**
   * Says it where an event lies ahead.
   *
   * @param last the last event of reports, or now
   * @throws ProblemException {@code service-unavailable} where it lies too far ahead
   */
  void requireNear(Instant last, Instant now) {
    Duration by = Duration.between(now, last);
    if (by.compareTo(NOTABLE) <= 0) {
      return;
    }
    ahead.increment();
    LOG.warnf(
        "The last event of a report is at %s, %d s ahead of the clock of this instance: this clock"
            + " is behind, or another's was ahead",
        last, by.toSeconds());
    if (by.compareTo(limit.maxSkew()) > 0) {
      throw ProblemException.of(
              ProblemType.SERVICE_UNAVAILABLE,
              "该报告最近一次操作的时间晚于现在过多，时钟有误，暂不能变更；数据未改变，请管理员校准时钟。",
              "The last event of the report lies too far ahead of now, so that a clock is wrong;"
                  + " nothing was changed. The operator sets the clocks.")
          .withHeader("Retry-After", "60");
    }
  }
}
