package org.gongkai.tally;

import static io.restassured.RestAssured.config;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.gongkai.journey.Api;
import org.gongkai.journey.AtOnce;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.report.Backlog;
import org.gongkai.rollup.RandomLives;
import org.gongkai.rollup.RandomTreeTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where nothing is folded unless a test does it: answers are the same before and after, and as much
 * waits as may, not more, whoever writes.
 */
@QuarkusTest
class WaitingChangesTest {

  private static final String NATION = "000000";
  private static final String PROVINCE = "630000";
  private static final String NDJSON = "application/x-ndjson";

  /** Some rows that change nothing. */
  private static final String FILL =
      """
      INSERT INTO tally_delta (at, region, year, basis, kind, reports, expected, unexplained, waived, cells, numbers, stated,
        blank, approximate, reported)
      SELECT now(), '%s', 2021, 'submitted', 'department', 0, 0, 0, 0, '{}', '{}', '{}', '{}', '{}', '{}'
      FROM generate_series(1, 1000)
      """;

  @Inject Folding folding;
  @Inject TallyChecks checks;
  @Inject Backlog backlog;
  @Inject MeterRegistry metrics;
  @Inject DataSource database;
  @Inject Scheduler jobs;

  private final City city = City.found();

  /** No job folds meanwhile; one that is at it has nothing left. */
  @BeforeEach
  void nothingIsFolded() {
    jobs.pause();
    folding.foldAll();
  }

  @AfterEach
  void foldWhatIsLeft() {
    folding.foldAll();
    jobs.resume();
  }

  @ParameterizedTest
  @ValueSource(longs = 11)
  void whatWaitsIsAddedAndFoldingChangesNoAnswer(long seed) {
    Random random = new Random(seed);
    RandomLives lives = new RandomLives(city);
    lives.grow(random);
    lives.write(120, random);
    sendAll(lives.organs(), random);
    lives.write(60, random);
    List<String> asked = List.of(lives.regions().getLast(), city.code(), PROVINCE, NATION);
    RandomLives.compareAll(asked);
    assertThat(checks.check(city.code()).differences()).isEmpty();

    folding.foldSome();
    RandomLives.compareAll(asked);
    assertThat(checks.check(PROVINCE).differences()).isEmpty();

    lives.write(30, random);
    RandomLives.compareAll(asked);
    folding.foldAll();
    RandomLives.compareAll(asked);
    assertThat(checks.check(PROVINCE).differences()).isEmpty();
  }

  /** However many ask, and whatever for: a change that waits is read by an instance once. */
  @Test
  void whatWaitsIsReadOnce() {
    String district = city.district();
    String organ = city.organ(district);
    for (int i = 0; i < 20; i++) {
      Api.filed(Sample.nil(city.organ(district), 2021));
    }
    askAbout(district);
    double before = read();
    askAbout(district);
    assertThat(read()).isEqualTo(before);
    Api.filed(Sample.nil(organ, 2021));
    askAbout(district);
    assertThat(read()).isEqualTo(before + 1);
  }

  /** Those below read as much as there are kinds of organs, however many have filed. */
  @Test
  void whatIsFoldedAboveIsAddedUpForThoseBelow() throws SQLException {
    String district = city.district();
    for (int i = 0; i < 20; i++) {
      Api.filed(Sample.nil(city.organ(district), 2021));
    }
    String coverage = "/api/v1/rollups/applications?year=2021&region=" + district;
    String tag = Api.get(coverage).statusCode(200).extract().header("ETag");
    folding.foldSome();
    assertThat(number("SELECT count(*) FROM tally_delta_below WHERE region = '" + district + "'"))
        .isEqualTo(1);
    Api.get(coverage).statusCode(200).body("coverage.reported", equalTo(20)).header("ETag", tag);
    assertThat(checks.check(PROVINCE).differences()).isEmpty();
  }

  private void askAbout(String district) {
    for (String region : List.of(district, city.code(), PROVINCE, NATION)) {
      for (String by : List.of("none", "region", "level", "organ")) {
        if (by.equals("organ") && !region.equals(district)) {
          continue;
        }
        Api.get("/api/v1/rollups/applications?region=" + region + "&year=2021&by=" + by)
            .statusCode(200)
            .body("coverage.reported", greaterThan(0));
      }
    }
  }

  private double read() {
    return metrics.counter("gongkai.rollup.waiting.read").count();
  }

  private long number(String query) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void writersAreToldToComeAgainAndReadersAreAnswered() throws Exception {
    String district = city.district();
    String organ = city.organ(district);
    String other = city.organ(district);
    long id = Api.filed(Sample.nil(organ, 2021));
    fill(district);

    Api.file(Sample.nil(other, 2021))
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .body("code", equalTo("service-unavailable"));
    admin().post("/api/v1/reports/{id}/acceptance", id).then().statusCode(503);
    admin()
        .contentType(ContentType.JSON)
        .body(Map.of("name", "迁移局", "region", city.code(), "kind", "department"))
        .put("/api/v1/organs/" + organ)
        .then()
        .statusCode(503)
        .header("Retry-After", notNullValue());
    for (String region : List.of(district, city.code(), PROVINCE, NATION)) {
      for (String by : List.of("none", "region", "level")) {
        Api.get("/api/v1/rollups/applications?region=" + region + "&year=2021&by=" + by)
            .statusCode(200)
            .body("coverage.reported", greaterThan(0));
      }
    }
    Api.report(id).statusCode(200).body("state", equalTo("submitted"));

    folding.foldAll();
    Api.filed(Sample.nil(other, 2021));
    admin().post("/api/v1/reports/{id}/acceptance", id).then().statusCode(200);
  }

  @Test
  void manyReportsWaitUntilThereIsRoom() throws Exception {
    String district = city.district();
    String organ = city.organ(district);
    fill(district);
    double before = metrics.counter("gongkai.rollup.writes.slowed").count();
    try (ExecutorService sender = Executors.newSingleThreadExecutor()) {
      Future<String> answer = sender.submit(() -> send(Sample.nil(organ, 2021).toString()));
      while (metrics.counter("gongkai.rollup.writes.slowed").count() == before) {
        assertThat(answer.isDone()).isFalse();
        Thread.sleep(2);
      }
      folding.foldAll();
      assertThat(answer.get()).contains("\"created\":1,");
    }
  }

  /** As after a stop: nobody waits for another turn, though all of it has come at once. */
  @Test
  void moreThanABatchIsFoldedEverywhereInOneTurn() throws SQLException {
    String district = city.district();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < 6; i++) {
        statement.execute(FILL.formatted(district));
      }
    }
    folding.keepUp();
    assertThat(number("SELECT count(*) FROM tally_delta")).isZero();
    assertThat(number("SELECT count(*) FROM tally_delta_below")).isZero();
  }

  /** A sum that has one change is made of it; the next is added, whether or not it is alone. */
  @Test
  void aSumBeginsWithOneChangeAndGrows() {
    String district = city.district();
    for (int filed = 1; filed <= 3; filed++) {
      Api.filed(RandomTreeTest.report(city.organ(district), new Random(filed)));
      folding.foldAll();
      Api.get("/api/v1/rollups/applications?year=2021&region=" + district)
          .statusCode(200)
          .body("coverage.reported", equalTo(filed));
      assertThat(checks.check(city.code()).differences()).isEmpty();
    }
  }

  @Test
  void aStatementThatTakesTooLongIsTriedAgainLater() throws SQLException {
    String district = city.district();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("LOCK TABLE tally, report IN ACCESS EXCLUSIVE MODE");
      AtOnce.each(
          List.of("/api/v1/rollups/applications?year=2021&region=" + district, "/api/v1/reports"),
          address ->
              Api.get(address)
                  .statusCode(503)
                  .header("Retry-After", notNullValue())
                  .body("code", equalTo("service-unavailable")));
      connection.rollback();
    }
    Api.get("/api/v1/rollups/applications?year=2021&region=" + district).statusCode(200);
  }

  private void fill(String region) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      while (!backlog.isFull()) {
        statement.execute(FILL.formatted(region));
        backlog.count();
      }
    }
  }

  private static void sendAll(List<String> organs, Random random) {
    String answer =
        send(
            organs.stream()
                .map(organ -> RandomTreeTest.report(organ, random).toString())
                .collect(Collectors.joining("\n")));
    assertThat(answer).contains("\"lines\":" + organs.size());
  }

  private static String send(String lines) {
    return admin()
        .config(
            config()
                .encoderConfig(
                    EncoderConfig.encoderConfig().encodeContentTypeAs(NDJSON, ContentType.TEXT)))
        .header("Content-Type", NDJSON)
        .body(lines.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/reports/bulk")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }
}
