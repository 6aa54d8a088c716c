package org.gongkai.platform;

import io.agroal.api.AgroalDataSource;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether the database answers. Asked on a thread of its own, about once a second however many want
 * to know, and answered in time whatever the workers are at.
 */
@Readiness
@Singleton
class DatabaseReadiness implements AsyncHealthCheck {

  private static final String NAME = "Database connections health check";
  private static final Duration PATIENCE = Duration.ofMillis(1_500);
  private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

  private final AgroalDataSource database;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("readiness").factory());
  private CompletableFuture<HealthCheckResponse> latest;
  private volatile long answeredAt;

  DatabaseReadiness(AgroalDataSource database) {
    this.database = database;
  }

  @PreDestroy
  void stop() {
    thread.shutdown();
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return Uni.createFrom()
        .completionStage(this::state)
        .ifNoItem()
        .after(PATIENCE)
        .recoverWithItem(() -> down("no answer in time"));
  }

  /** What is known, or is being asked at this moment. */
  private synchronized CompletableFuture<HealthCheckResponse> state() {
    boolean old = latest != null && latest.isDone() && System.nanoTime() - answeredAt > FRESH_NANOS;
    if (latest == null || old) {
      latest = CompletableFuture.supplyAsync(this::ask, thread);
    }
    return latest;
  }

  private HealthCheckResponse ask() {
    try {
      return database.isHealthy(false) ? HealthCheckResponse.up(NAME) : down("not valid");
    } catch (SQLException e) {
      return down(e.getMessage());
    } finally {
      answeredAt = System.nanoTime();
    }
  }

  private static HealthCheckResponse down(String why) {
    return HealthCheckResponse.named(NAME).down().withData("reason", why).build();
  }
}
