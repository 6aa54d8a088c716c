package org.gongkai.platform;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Whether the database answers. Asked on a thread and a connection of its own, about once a second
 * however many want to know, and answered in time whatever the workers and the pool are at.
 */
@Readiness
@Singleton
class DatabaseReadiness implements AsyncHealthCheck {

  private static final String NAME = "Database connections health check";
  private static final Duration PATIENCE = Duration.ofMillis(1_500);
  private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
  private static final String SECONDS_OF_THE_DRIVER = "3";

  private final String url;
  private final Properties properties = new Properties();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("readiness").factory());
  private @Nullable CompletableFuture<HealthCheckResponse> latest;
  private volatile long answeredAt;
  private @Nullable Connection connection;

  DatabaseReadiness(
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
      @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
    this.url = url;
    user.ifPresent(name -> PGProperty.USER.set(properties, name));
    password.ifPresent(secret -> PGProperty.PASSWORD.set(properties, secret));
    PGProperty.APPLICATION_NAME.set(properties, "gongkai readiness");
    PGProperty.CONNECT_TIMEOUT.set(properties, SECONDS_OF_THE_DRIVER);
    PGProperty.SOCKET_TIMEOUT.set(properties, SECONDS_OF_THE_DRIVER);
  }

  @PreDestroy
  void stop() {
    thread.execute(this::disconnect);
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
      if (connection == null) {
        connection = new Driver().connect(url, properties);
      }
      if (connection.isValid(1)) {
        return HealthCheckResponse.up(NAME);
      }
      disconnect();
      return down("not valid");
    } catch (SQLException e) {
      return down(e.getMessage());
    } finally {
      answeredAt = System.nanoTime();
    }
  }

  private void disconnect() {
    try (Connection ended = connection) {
      connection = null;
    } catch (SQLException e) {
      // it is of no use any more, which is why it is closed
    }
  }

  private static HealthCheckResponse down(@Nullable String why) {
    return HealthCheckResponse.named(NAME).down().withData("reason", why).build();
  }
}
