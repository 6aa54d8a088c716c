package org.gongkai.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.journey.Steps;
import org.gongkai.platform.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A report is of a year that is over, and only a government speaks for more than itself. */
@QuarkusTest
class YearNotOverTest {

  private static final int THIS_YEAR = 2025;

  @Inject TestClock clock;

  private final City city = City.found();
  private String district;
  private String organ;

  @BeforeEach
  void isInTheMiddleOfAYear() {
    clock.setTo(LocalDate.of(THIS_YEAR, 7, 1));
    district = city.district();
    organ = city.organ(district);
  }

  @AfterEach
  void isToday() {
    clock.reset();
  }

  private static String bulk(String query, Object report) {
    return admin()
        .header("Content-Type", BulkResource.NDJSON)
        .body((report + "\n").getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/reports/bulk" + query)
        .asString();
  }

  @Test
  void aLaterYearIsRefusedOnEveryWay() {
    int later = THIS_YEAR + 1;
    Object report = Sample.nil(organ, later);
    for (var answer :
        new io.restassured.response.ValidatableResponse[] {
          Api.file(report),
          Api.fileDraft(report),
          Api.put(organ, later, report),
          Api.send(TestKeys.as(TestKeys.organ(organ)), report).post("/api/v1/validations").then(),
          admin().post("/api/v1/organs/" + organ + "/reports/" + later + "/nil").then(),
        }) {
      answer
          .statusCode(422)
          .body("code", equalTo("year-not-over"))
          .body("violations.pointer", contains("/year"));
    }
    for (String query : new String[] {"", "?state=draft"}) {
      JsonNode line = Sample.json(bulk(query, report));
      assertThat(line.path("status").asInt()).isEqualTo(422);
      assertThat(line.at("/problem/code").asText()).isEqualTo("year-not-over");
    }
    Api.get("/api/v1/organs/{organ}/reports/{year}", organ, later).statusCode(404);
  }

  @Test
  void thisYearIsADraftUntilNewYearsDay() {
    Object report = Sample.nil(organ, THIS_YEAR);
    Api.file(report).statusCode(422).body("code", equalTo("year-not-over"));
    Api.put(organ, THIS_YEAR, report).statusCode(422).body("code", equalTo("year-not-over"));
    admin()
        .post("/api/v1/organs/" + organ + "/reports/" + THIS_YEAR + "/nil")
        .then()
        .statusCode(422);
    assertThat(Sample.json(bulk("", report)).path("status").asInt()).isEqualTo(422);
    Api.send(TestKeys.as(TestKeys.organ(organ)), report)
        .post("/api/v1/validations")
        .then()
        .statusCode(200)
        .body("valid", equalTo(false))
        .body("violations.pointer", contains("/year"));

    long draft = Api.drafted(report);
    Api.submit(draft).statusCode(422).body("code", equalTo("year-not-over"));
    Api.put(
            organ,
            THIS_YEAR,
            Sample.with(Sample.nil(organ, THIS_YEAR), "/narrative/platform", "草稿。"))
        .statusCode(200);
    admin()
        .contentType(ContentType.JSON)
        .header("If-Match", Api.tag(draft))
        .body(report.toString())
        .put("/api/v1/reports/" + draft + "?state=submitted")
        .then()
        .statusCode(422);
    assertThat(Api.report(draft).extract().jsonPath().getString("state")).isEqualTo("draft");
    clock.setTo(LocalDate.of(THIS_YEAR, 12, 31));
    Api.submit(draft).statusCode(422);
    clock.setTo(LocalDate.of(THIS_YEAR + 1, 1, 1));
    Api.submit(draft).statusCode(200).body("state", equalTo("submitted"));
    Api.send(TestKeys.as(TestKeys.organ(organ)), report)
        .post("/api/v1/validations")
        .then()
        .body("valid", equalTo(true))
        .body("violations", empty());
  }

  @Test
  void anOrganThatEndsInTheYearHandsInItsReport() {
    String ended = city.organ(district, null, LocalDate.of(THIS_YEAR, 5, 1));
    Api.file(Sample.nil(ended, THIS_YEAR)).statusCode(201).body("state", equalTo("submitted"));
    String atTheEnd = city.organ(district, null, LocalDate.of(THIS_YEAR + 1, 1, 1));
    Api.file(Sample.nil(atTheEnd, THIS_YEAR)).statusCode(422);
  }

  @Test
  void nobodyIsChasedForAYearThatIsNotOver() {
    Api.get("/api/v1/reminders?region={r}&year={y}", district, THIS_YEAR)
        .statusCode(200)
        .body("items", empty())
        .body("total", equalTo(0));
    Api.get("/api/v1/reminders?region={r}&year={y}", district, THIS_YEAR - 1)
        .body("items", hasSize(1));
    for (String what : new String[] {"reminders", "coverage", "coverage/organs"}) {
      Api.get("/api/v1/" + what + "?region={r}&year={y}", district, THIS_YEAR + 1)
          .statusCode(400)
          .body("violations.pointer", contains("?year"));
    }
    Api.get("/api/v1/coverage?region={r}&year={y}", district, THIS_YEAR).statusCode(200);
  }

  @Test
  void nothingIsSetForAYearThatHasNotBegun() {
    for (int year : new int[] {THIS_YEAR, THIS_YEAR + 1}) {
      int expected = year == THIS_YEAR ? 200 : 400;
      put(
          "/api/v1/calendars/" + district + "/" + year,
          Map.of("organ", (year + 1) + "-01-20"),
          expected);
      put(
          "/api/v1/organs/" + organ + "/extensions/" + year,
          Map.of("due", (year + 1) + "-03-01", "reason", "机构调整"),
          expected);
      put("/api/v1/organs/" + organ + "/exemptions/" + year, Map.of("reason", "机构调整"), expected);
    }
  }

  private static void put(String address, Map<String, String> body, int expected) {
    admin().contentType(ContentType.JSON).body(body).put(address).then().statusCode(expected);
  }

  @Test
  void aDraftOfTheWrongYearCanBeTakenBack() {
    long draft = Api.drafted(Sample.nil(organ, THIS_YEAR));
    Steps.withdraw(TestKeys.as(TestKeys.organ(organ)), draft)
        .statusCode(200)
        .body("state", equalTo("withdrawn"));
    Api.get("/api/v1/coverage?region={r}&year={y}", district, THIS_YEAR)
        .body("drafts", not(equalTo(1)));
    Api.get("/api/v1/reports?organ={o}&state=draft", organ).body("items", empty());
  }

  @ParameterizedTest
  @CsvSource({
    "department, 422",
    "vertical-organ, 422",
    "dispatched-office, 422",
    "township-government, 422",
    "authorised-organisation, 422",
    "public-institution, 422",
    "party-organ, 422",
    "people-government, 201",
    "general-office, 201",
    "zone-committee, 201"
  })
  void onlyGovernmentsFileForMoreThanThemselves(String kind, int expected) {
    String code = "K-" + district + "-" + kind.toUpperCase(java.util.Locale.ROOT).substring(0, 4);
    put("/api/v1/organs/" + code, Map.of("name", "某机关", "region", district, "kind", kind), 201);
    for (String scope : new String[] {"level", "area"}) {
      Object report = Sample.with(Sample.nil(code, 2024), "/scope", scope);
      var tried =
          Api.send(TestKeys.as(TestKeys.organ(code)), report).post("/api/v1/validations").then();
      var drafted = Api.fileDraft(report);
      JsonNode line = Sample.json(bulk("?state=draft", report));
      if (expected == 422) {
        for (var answer :
            new io.restassured.response.ValidatableResponse[] {tried, drafted, Api.file(report)}) {
          answer
              .statusCode(422)
              .body("code", equalTo("scope-not-open"))
              .body("violations.pointer", contains("/scope"));
        }
        assertThat(line.at("/problem/code").asText()).isEqualTo("scope-not-open");
      } else {
        tried.statusCode(200);
        drafted.statusCode(201);
        assertThat(line.path("status").asInt()).isEqualTo(200);
      }
    }
    Api.file(Sample.nil(code, 2024)).statusCode(201);
  }
}
