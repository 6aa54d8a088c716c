package org.gongkai.access;

import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;

/**
 * What a caller has left of its requests, in the words of the IETF's draft on RateLimit headers.
 *
 * @param quota requests per minute
 * @param remaining how many may follow at once
 * @param reset until all of them are there again, if none follows
 * @param pause until the next one is let pass; empty where this one was
 */
record Allowance(long quota, long remaining, Duration reset, Optional<Duration> pause) {

  private static final String POLICY = "\"caller\"";

  /** What the attempt to take one of them left. */
  static Allowance of(long quota, ConsumptionProbe probe) {
    return new Allowance(
        quota,
        probe.getRemainingTokens(),
        Duration.ofNanos(probe.getNanosToWaitForReset()),
        probe.isConsumed()
            ? Optional.empty()
            : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill())));
  }

  /** {@code RateLimit-Policy}: so many requests in so many seconds. */
  String policy() {
    return POLICY + ";q=" + quota + ";w=60";
  }

  /** {@code RateLimit}: what is left, and when it is all there again. */
  String state() {
    return POLICY + ";r=" + remaining + ";t=" + seconds(reset);
  }

  /** {@code Retry-After}. */
  Optional<String> retryAfter() {
    return pause.map(Allowance::seconds).map(String::valueOf);
  }

  private static long seconds(Duration duration) {
    return duration.plusNanos(999_999_999).toSeconds();
  }
}
