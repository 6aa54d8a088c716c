package org.gongkai.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.gongkai.Seeds;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.journey.Steps;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Many write at once, in a random order, all that can change a sum, while changes are folded at
 * random moments. At any moment the sums that are kept are those of the reports.
 */
@QuarkusTest
class KeptSumsTest {

  private static final int WRITERS = Seeds.number(12, 32);
  private static final int STEPS = 12;
  private static final List<Integer> YEARS = List.of(2020, 2021);
  private static final List<String> KINDS =
      List.of("department", "township-government", "public-institution");
  private static final List<String> WHAT = List.of("publications", "applications", "disclosure");

  @Inject Folding folding;
  @Inject TallyChecks checks;
  @Inject Rebuilding rebuilding;
  @Inject DataSource database;

  private final City city = City.found();
  private final List<String> regions = new ArrayList<>();
  private final List<String> organs = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = 70)
  void whatIsKeptIsWhatTheReportsAddUpTo(long seed) throws Exception {
    grow(new Random(seed));
    AtomicBoolean over = new AtomicBoolean();
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 2)) {
      Future<?> folder = threads.submit(() -> foldNowAndThen(new Random(seed), over));
      Future<Integer> checker = threads.submit(() -> checkUntil(over));
      List<Callable<Void>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        Random random = new Random(seed * 1000 + i);
        writers.add(() -> write(random));
      }
      for (Future<Void> writer : threads.invokeAll(writers)) {
        writer.get();
      }
      over.set(true);
      folder.get();
      assertThat(checker.get()).isPositive();
    }
    compareAll(regions);
    Folds.all(folding);
    compareAll(List.of(city.code()));
    assertThat(checks.check(city.code()).differences()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "UPDATE tally SET numbers[1] = numbers[1] + 1 WHERE region = ? AND kind <> '', reports",
    "UPDATE tally SET numbers[1] = numbers[1] + 1 WHERE region = ? AND kind = '', parts",
    "UPDATE tally_count SET expected = expected - 1 WHERE region = ? AND kind <> '', reports",
    "UPDATE duty_count SET expected = 7 WHERE region = ? AND kind <> '', registry",
    "DELETE FROM tally WHERE region = ? AND section = 'contests', reports"
  })
  void aWrongSumIsFound(String wrong, String against) throws SQLException {
    String district = city.district();
    Api.filed(RandomTreeTest.report(city.organ(district), new Random(1)));
    Folds.all(folding);
    assertThat(checks.check(district).differences()).isEmpty();
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(wrong)) {
      statement.setString(1, district);
      assertThat(statement.executeUpdate()).isPositive();
    }
    assertThat(checks.check(district).differences())
        .isNotEmpty()
        .anyMatch(d -> d.against().code().equals(against))
        .allMatch(d -> d.region().equals(district));
    assertThat(checks.known()).isPositive();
    rebuilding.rebuild();
    Folds.all(folding);
    assertThat(checks.check(city.code()).differences()).isEmpty();
    assertThat(checks.known()).isZero();
  }

  private void grow(Random random) {
    regions.add(city.code());
    for (int i = 0; i < 3; i++) {
      String district = city.district();
      regions.add(district);
      if (i < 2) {
        regions.add(city.township(district));
      }
    }
    for (int i = 0; i < 10; i++) {
      organs.add(city.organ(regions.get(random.nextInt(regions.size()))));
    }
  }

  private Void foldNowAndThen(Random random, AtomicBoolean over) {
    while (!over.get()) {
      if (random.nextInt(4) == 0) {
        folding.foldSome();
      } else {
        Thread.onSpinWait();
      }
    }
    return null;
  }

  private int checkUntil(AtomicBoolean over) {
    int times = 0;
    do {
      assertThat(checks.check(city.code()).differences()).isEmpty();
      times++;
    } while (!over.get());
    return times;
  }

  private Void write(Random random) {
    for (int step = 0; step < STEPS; step++) {
      String organ = organs.get(random.nextInt(organs.size()));
      int year = YEARS.get(random.nextInt(YEARS.size()));
      int status = step(organ, year, random);
      assertThat(status)
          .as("what is refused is refused for its state")
          .isIn(200, 201, 204, 404, 409, 412, 422);
    }
    return null;
  }

  private int step(String organ, int year, Random random) {
    switch (random.nextInt(14)) {
      case 0:
        return put(
            "/api/v1/organs/" + organ,
            Map.of(
                "name", "局" + random.nextInt(9),
                "region", regions.get(random.nextInt(regions.size())),
                "kind", KINDS.get(random.nextInt(KINDS.size()))));
      case 1:
        String exemption = "/api/v1/organs/" + organ + "/exemptions/" + year;
        return random.nextBoolean()
            ? put(exemption, Map.of("reason", "筹建"))
            : admin().delete(exemption).statusCode();
      case 2, 3, 4, 5, 6:
        ObjectNode report = RandomTreeTest.report(organ, random);
        report.put("year", year);
        return Api.put(organ, year, report).extract().statusCode();
      default:
        return live(organ, year, random);
    }
  }

  private static int live(String organ, int year, Random random) {
    var read = admin().get("/api/v1/organs/{organ}/reports/{year}", organ, year);
    if (read.statusCode() != 200) {
      return read.statusCode();
    }
    JsonNode report = Sample.json(read.asString());
    long id = report.get("id").longValue();
    return (switch (random.nextInt(8)) {
          case 0 -> Steps.withdraw(admin(), id);
          case 1 -> Steps.giveBack(admin(), id, "disclosure", "请核对");
          case 2, 3 -> Steps.accept(admin(), id);
          case 4 -> Steps.publish(admin(), id);
          case 5 -> Steps.reopen(admin(), id, "更正");
          case 6 -> Steps.submit(admin(), id);
          default -> explain(report, id, random);
        })
        .extract()
        .statusCode();
  }

  private static io.restassured.response.ValidatableResponse explain(
      JsonNode report, long id, Random random) {
    for (JsonNode finding : report.get("findings")) {
      if (finding.get("severity").textValue().equals("warning")) {
        return Steps.explain(admin(), id, finding.get("id").textValue(), "说明" + random.nextInt(9));
      }
    }
    return Steps.accept(admin(), id);
  }

  private static int put(String address, Map<String, String> body) {
    return admin().contentType(ContentType.JSON).body(body).put(address).statusCode();
  }

  private static void compareAll(List<String> regions) {
    for (String region : regions) {
      for (String what : WHAT) {
        for (String basis : List.of("submitted", "accepted", "published")) {
          for (String rest : List.of("&by=region&kind=department", "&by=level", "&by=region")) {
            compare(
                "/api/v1/rollups/%s?region=%s&from=2019&to=2022&basis=%s%s"
                    .formatted(what, region, basis, rest));
          }
        }
      }
    }
  }

  /** As of now everything is added up from the reports. */
  private static void compare(String address) {
    assertThat(answer(address)).as(address).isEqualTo(answer(address + "&asOf=" + Instant.now()));
  }

  /**
   * As of an instant findings are what the report's last event left, before its neighbour in time
   * changed; that those of now are right is what the checks say.
   */
  private static JsonNode answer(String address) {
    JsonNode answer = Sample.json(Api.get(address).statusCode(200).extract().asString());
    answer.findParents("unexplained").forEach(o -> ((ObjectNode) o).remove("unexplained"));
    return answer;
  }
}
