package org.gongkai.platform;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Instants: as query parameters say them, and how long ago one was. */
@Singleton
public final class Moments {

  private final Clock clock;

  Moments(Clock clock) {
    this.clock = clock;
  }

  /**
   * An instant that has passed: of one to come nobody can say how things were then.
   *
   * @throws ProblemException {@code invalid-request} otherwise, naming the parameter
   */
  public Optional<Instant> past(String name, @Nullable String value) {
    return Parameters.text(name, value).map(text -> past(name, read(name, text)));
  }

  /** An instant, past or to come. */
  public static Optional<Instant> any(String name, @Nullable String value) {
    return Parameters.text(name, value).map(text -> read(name, text));
  }

  /** 0 where there is none, or it is yet to come. */
  public static double secondsSince(@Nullable Instant moment, Clock clock) {
    return moment == null
        ? 0
        : Math.max(0, Duration.between(moment, clock.instant()).toMillis() / 1000.0);
  }

  private Instant past(String name, Instant moment) {
    if (moment.isAfter(clock.instant())) {
      throw ProblemException.invalid(
          Violation.at("?" + name, "不能晚于现在。", "Must not be later than now."));
    }
    return moment;
  }

  private static Instant read(String name, String text) {
    try {
      // a plus sign in a query is read as a space
      OffsetDateTime moment = OffsetDateTime.parse(text.replace(' ', '+'));
      if (moment.getYear() >= 1 && moment.getYear() <= 9999) {
        return moment.toInstant();
      }
    } catch (DateTimeException e) {
      // answered below
    }
    throw ProblemException.invalid(
        Violation.at(
            "?" + name,
            "须为带时区的时刻，如 2024-01-31T08:00:00+08:00。",
            "An instant with its offset, such as 2024-01-31T08:00:00+08:00."));
  }
}
