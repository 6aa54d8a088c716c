package org.gongkai.webhook;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before the next attempt: longer each time, and varied at random, so that what
 * failed together does not return together.
 */
@Singleton
final class Backoff {

  private static final double LEAST = 0.8;
  private static final double MOST = 1.2;

  private final List<Duration> pauses;

  Backoff(WebhookSettings settings) {
    this.pauses = settings.backoff();
  }

  /** The pause after so many attempts; empty when that was the last one. */
  Optional<Duration> after(int attempts) {
    if (attempts > pauses.size()) {
      return Optional.empty();
    }
    double share = ThreadLocalRandom.current().nextDouble(LEAST, MOST);
    Duration pause = pauses.get(Math.max(attempts, 1) - 1);
    return Optional.of(Duration.ofMillis(Math.round(pause.toMillis() * share)));
  }
}
