package org.gongkai.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.gongkai.platform.Sql;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@QuarkusTest
@TestProfile(RateLimitTest.Tiny.class)
class RateLimitTest {

  private static final int QUOTA = 15;

  public static class Tiny implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      String quota = String.valueOf(QUOTA);
      return Map.of(
          "gongkai.rate-limit.per-minute", quota, "gongkai.rate-limit.refused-per-minute", quota);
    }
  }

  @Inject DataSource database;
  @Inject RateLimit limit;

  @Test
  void beyondTheLimitACallerWaitsAndNobodyElseDoes() throws InterruptedException {
    RequestSpecification busy = TestKeys.as(TestKeys.reader());
    RequestSpecification other = TestKeys.as(TestKeys.reader());
    Instant begin = Instant.now();
    for (int i = 1; i <= QUOTA; i++) {
      Response answer = busy.get("/api/v1/caller");
      if (i == 1) {
        answer
            .then()
            .header("RateLimit-Policy", equalTo("\"caller\";q=15;w=60"))
            .header("RateLimit", matchesPattern("\"caller\";r=14;t=[1-4]"));
      }
      assertThat(answer.statusCode()).as("request %d", i).isEqualTo(200);
    }
    int passed = QUOTA;
    Response refused = busy.get("/api/v1/caller");
    while (refused.statusCode() == 200) { // a slow machine earns some more meanwhile
      passed++;
      refused = busy.get("/api/v1/caller");
    }
    long seconds = Duration.between(begin, Instant.now()).toSeconds() + 1;
    assertThat(passed).isLessThanOrEqualTo(QUOTA + (int) Math.ceilDiv(seconds * QUOTA, 60));
    refused
        .then()
        .statusCode(429)
        .contentType("application/problem+json")
        .body("code", equalTo("too-many-requests"))
        .header("Retry-After", matchesPattern("[1-4]"))
        .header("RateLimit-Policy", equalTo("\"caller\";q=15;w=60"))
        .header("RateLimit", matchesPattern("\"caller\";r=0;t=\\d+"));

    busy.delete("/api/v1/keys/1").then().statusCode(429);
    assertThat(remembered()).as("what the limit refuses is not written down").isZero();

    other.get("/api/v1/caller").then().statusCode(200);
    // Neither what the role does not allow nor what is no part of the API is a way round, or
    // closed.
    busy.get("/api/v1/keys").then().statusCode(429);
    busy.get("/q/metrics").then().statusCode(200).header("RateLimit", nullValue());
    busy.get("/q/health").then().statusCode(200);
    busy.get("/problems").then().statusCode(200);

    Response last = busy.get("/api/v1/caller");
    if (last.statusCode() == 429) {
      last = afterItsPause(last, () -> busy.get("/api/v1/caller"));
    }
    last.then().statusCode(200);
  }

  @Test
  void whoeverIsRefusedTooOftenWaitsButValidKeysPass() throws InterruptedException {
    String valid = TestKeys.reader();
    Supplier<Response> wrong = () -> given().header("X-API-Key", "gk_x").get("/api/v1/caller");
    int refused = 0;
    Response answer = wrong.get();
    while (answer.statusCode() == 401) {
      refused++;
      assertThat(refused).isLessThan(4 * QUOTA);
      answer = (refused % 2 == 0 ? wrong.get() : given().get("/q/metrics"));
    }
    assertThat(refused).isGreaterThanOrEqualTo(QUOTA);
    answer
        .then()
        .statusCode(429)
        .body("code", equalTo("too-many-requests"))
        .header("Retry-After", matchesPattern("[1-4]"));
    TestKeys.as(valid).get("/api/v1/caller").then().statusCode(200);
    given().get("/problems").then().statusCode(200);
    afterItsPause(answer, wrong).then().statusCode(401);
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
        Optional.empty());
  }

  /** The first answer that is not 429, which must not come later than the last one said. */
  private static Response afterItsPause(Response refused, Supplier<Response> request)
      throws InterruptedException {
    Thread.sleep(Duration.ofSeconds(Long.parseLong(refused.header("Retry-After"))));
    Instant deadline = Instant.now().plusSeconds(2);
    Response answer = request.get();
    while (answer.statusCode() == 429 && Instant.now().isBefore(deadline)) {
      Thread.sleep(100);
      answer = request.get();
    }
    return answer;
  }

  private long remembered() {
    return new Sql(database)
        .first("SELECT count(*) FROM audit WHERE status = 429", row -> row.getLong(1))
        .orElseThrow();
  }
}
