package org.gongkai.platform;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** An instance that reads from a standby takes no requests while that is too far behind. */
@Readiness
@Singleton
class StalenessReadiness implements HealthCheck {

  private final Staleness staleness;

  StalenessReadiness(Staleness staleness) {
    this.staleness = staleness;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("Staleness of what is read")
        .status(!staleness.isTooOld())
        .withData("seconds", staleness.now().toSeconds())
        .build();
  }
}
