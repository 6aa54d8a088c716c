package org.gongkai.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** One count for all instances; what callers see of it is {@link RateLimitIT}'s. */
@QuarkusTest
class RateLimitTest {

  private static final int QUOTA = 15;

  @Inject DataSource database;

  private RateLimit limit;

  @BeforeEach
  void startAnInstance() {
    limit = new RateLimit(database, QUOTA);
  }

  @Test
  void instancesShareOneLimit() {
    Caller caller = caller();
    RateLimit another = new RateLimit(database, QUOTA);
    for (int i = 0; i < QUOTA; i++) {
      assertThat(passes(i % 2 == 0 ? limit : another, caller)).as("request %d", i).isTrue();
    }
    int more = 0;
    while (passes(limit, caller)) {
      more++;
    }
    assertThat(more).isLessThan(QUOTA);
    assertThat(passes(new RateLimit(database, QUOTA), caller)).isFalse();
  }

  @Test
  void aLargeLimitIsExceededByWhatInstancesHaveNotToldAtMost() {
    int quota = 5_000;
    Caller caller = caller();
    RateLimit[] instances = {
      new RateLimit(database, quota), new RateLimit(database, quota), new RateLimit(database, quota)
    };
    Instant begin = Instant.now();
    int passed = 0;
    for (int i = 0; i < 3 * quota; i++) {
      passed += passes(instances[i % 3], caller) ? 1 : 0;
    }
    long refilled = Duration.between(begin, Instant.now()).toMillis() * quota / 60_000 + 1;
    assertThat((long) passed).isBetween((long) quota, quota + 3 * quota / 50 + refilled);
  }

  @Test
  void withoutItsDatabaseNothingIsLimited() {
    PGSimpleDataSource nowhere = new PGSimpleDataSource();
    nowhere.setURL("jdbc:postgresql://127.0.0.1:1/nothing");
    assertThat(new RateLimit(nowhere, 1).take(caller())).isEmpty();
    assertThat(new RateLimit(nowhere, 60_000).take(caller())).isEmpty();
    assertThat(new RateLimit(nowhere, 0).take(caller())).isEmpty();
  }

  @Test
  void bucketsThatAreFullAgainAreRemoved() throws SQLException {
    Caller caller = caller();
    assertThat(passes(limit, caller)).isTrue();
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO rate_bucket SELECT 'old-' || n, '', 1 FROM generate_series(1, 2500) n");
      limit.forget();
      try (var rows =
          statement.executeQuery(
              "SELECT count(*) FILTER (WHERE id LIKE 'old-%'), count(*) FILTER (WHERE id LIKE '%"
                  + caller.identity()
                  + "%') FROM rate_bucket")) {
        rows.next();
        assertThat(rows.getInt(1)).isZero();
        assertThat(rows.getInt(2)).isEqualTo(1);
      }
    }
  }

  private static boolean passes(RateLimit limit, Caller caller) {
    return limit.take(caller).orElseThrow().pause().isEmpty();
  }

  private static Caller caller() {
    return new Caller(
        Optional.of(UUID.randomUUID()),
        "gk_test",
        Optional.empty(),
        Role.READER,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }
}
