package org.gongkai.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.gongkai.database.PackagedService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a caller sees of the limits, at a service whose limits are tiny. */
class RateLimitIT {

  private static final int QUOTA = 15;

  @TempDir static Path directory;
  private static PackagedService service;

  @BeforeAll
  static void start() throws Exception {
    service =
        PackagedService.in(directory)
            .prepared()
            .with("GONGKAI_ADMIN_KEY", TestKeys.ADMIN)
            .with("GONGKAI_RATE_LIMIT_PER_MINUTE", String.valueOf(QUOTA))
            .with("GONGKAI_RATE_LIMIT_REFUSED_PER_MINUTE", String.valueOf(QUOTA))
            .with("GONGKAI_WORK_MAX_CONCURRENT", "1")
            .with("GONGKAI_WORK_MAX_WAIT", "2s")
            .startForAll();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (service != null) {
      service.stop();
      service.close();
    }
  }

  @Test
  void beyondTheLimitACallerWaitsAndNobodyElseDoes() throws Exception {
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
    busy.get("/q/openapi").then().statusCode(200).header("RateLimit", nullValue());
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
      answer = (refused % 2 == 0 ? wrong.get() : given().get("/api/v1/keys"));
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
  void whoseTurnDoesNotComeIsToldToComeAgain() throws Exception {
    List<RequestSpecification> callers =
        List.of(TestKeys.as(TestKeys.reader()), TestKeys.as(TestKeys.reader()));
    try (Connection database = service.database();
        ExecutorService threads = Executors.newFixedThreadPool(callers.size())) {
      database.setAutoCommit(false);
      database.createStatement().execute("LOCK TABLE api_key IN ACCESS EXCLUSIVE MODE");
      CompletionService<Response> answers = new ExecutorCompletionService<>(threads);
      callers.forEach(caller -> answers.submit(() -> caller.get("/api/v1/caller")));
      answers
          .take()
          .get()
          .then()
          .statusCode(503)
          .contentType("application/problem+json")
          .body("code", equalTo("service-unavailable"))
          .header("Retry-After", equalTo("1"));
      given().get("/problems").then().statusCode(200);
      given().get("/page/page.css").then().statusCode(200);
      database.rollback();
      answers.take().get().then().statusCode(200);
    }
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

  private static long remembered() throws Exception {
    try (Connection database = service.database();
        ResultSet rows =
            database
                .createStatement()
                .executeQuery("SELECT count(*) FROM audit WHERE status = 429")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
