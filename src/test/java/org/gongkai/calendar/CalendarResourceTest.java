package org.gongkai.calendar;

import static io.restassured.RestAssured.given;
import static org.gongkai.access.TestKeys.admin;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.City;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CalendarResourceTest {

  private final City city = City.found();
  private String district;
  private String township;

  @BeforeEach
  void register() {
    district = city.district();
    township = city.township(district);
  }

  @Test
  void unlessSomebodySaysSoTheLawHolds() {
    get(district, 2025)
        .header("ETag", equalTo("\"0\""))
        .body("name", equalTo("第1区"))
        .body("year", equalTo(2025))
        .body("organ.due", equalTo("2026-01-31"))
        .body("organ.legal", equalTo("2026-01-31"))
        .body("organ.source", equalTo("legal"))
        .body("organ.region", nullValue())
        .body("organ.own", nullValue())
        .body("government.due", equalTo("2026-03-31"))
        .body("government.source", equalTo("legal"));
    get(district, 1949).body("organ.due", equalTo("1950-01-31"));
    get(district, 2026).body("government.due", equalTo("2027-03-31"));
  }

  @Test
  void theEarliestDateOfAllRegionsAboveIsInForce() {
    put(city.code(), 2025, "{\"organ\":\"2026-01-20\",\"government\":\"2026-03-15\"}")
        .statusCode(200);
    put(district, 2025, "{\"organ\":\"2026-01-25\",\"government\":\"2026-02-20\"}")
        .statusCode(200)
        .body("organ.own", equalTo("2026-01-25"));
    get(township, 2025)
        .body("organ.due", equalTo("2026-01-20"))
        .body("organ.source", equalTo("region"))
        .body("organ.region", equalTo(city.code()))
        .body("organ.own", nullValue())
        .body("government.due", equalTo("2026-02-20"))
        .body("government.region", equalTo(district))
        .body("government.regionName", equalTo("第1区"));
    get(district, 2025)
        .body("organ.due", equalTo("2026-01-20"))
        .body("organ.own", equalTo("2026-01-25"));
    get(city.code(), 2025).body("government.due", equalTo("2026-03-15"));
    get(city.district(), 2025).body("organ.due", equalTo("2026-01-20"));
    get(township, 2024).body("organ.source", equalTo("legal"));
    get("630000", 2025).body("organ.source", equalTo("legal"));
  }

  @Test
  void aDateIsTakenBackByLeavingItOut() {
    put(district, 2025, "{\"organ\":\"2026-01-25\",\"government\":\"2026-02-20\"}");
    put(district, 2025, "{\"organ\":null,\"government\":\"2026-02-21\"}")
        .body("organ.source", equalTo("legal"))
        .body("government.due", equalTo("2026-02-21"));
    put(district, 2025, "{}").body("government.source", equalTo("legal"));
  }

  @Test
  void aDateThatIsTheLegalOneComesFromTheLaw() {
    put(district, 2025, "{\"organ\":\"2026-01-31\"}")
        .statusCode(200)
        .body("organ.source", equalTo("legal"))
        .body("organ.own", equalTo("2026-01-31"));
  }

  @Test
  void theTagNamesWhatTheRegionItselfHasSet() {
    String first = put(district, 2025, "{\"organ\":\"2026-01-25\"}").extract().header("ETag");
    put(district, 2025, "{\"organ\":\"2026-01-25\"}").header("ETag", equalTo(first));
    conditional("\"0\"", "{}").statusCode(412).body("code", equalTo("stale-etag"));
    String second =
        conditional(first, "{\"organ\":\"2026-01-24\"}").statusCode(200).extract().header("ETag");
    conditional(first, "{}").statusCode(412);
    get(district, 2025).header("ETag", equalTo(second)).body("organ.due", equalTo("2026-01-24"));
    conditional("*", "{}").statusCode(200);
  }

  private ValidatableResponse conditional(String tag, String body) {
    return json(admin(), body)
        .header("If-Match", tag)
        .put("/api/v1/calendars/{region}/2025", district)
        .then();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\u0000',
      delimiter = '|',
      value = {
        "{\"organ\":\"2026-02-01\"}|/organ",
        "{\"organ\":\"2025-12-31\"}|/organ",
        "{\"government\":\"2026-04-01\"}|/government",
        "{\"government\":\"2025-12-31\"}|/government",
        "{\"organ\":\"+999999999-12-31\"}|/organ",
        "{\"organ\":\"2026-02-30\"}|/organ",
        "{\"organ\":20260120}|/organ",
        "{\"organs\":\"2026-01-20\"}|/organs",
      })
  void aDateThatCannotBeIsNamed(String body, String pointer) {
    put(district, 2025, body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations.pointer", contains(pointer));
    get(district, 2025).header("ETag", equalTo("\"0\""));
  }

  @Test
  void bothWrongDatesAreNamed() {
    put(district, 2025, "{\"organ\":\"2026-02-01\",\"government\":\"2027-01-01\"}")
        .statusCode(400)
        .body("violations.pointer", contains("/organ", "/government"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1948", "2101", "x", "2025.0", "-1", "99999999999"})
  void aYearThatIsNoneIsNamed(String year) {
    admin()
        .get("/api/v1/calendars/{region}/{year}", district, year)
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("path:year"));
    json(admin(), "{}")
        .put("/api/v1/calendars/{region}/{year}", district, year)
        .then()
        .statusCode(400);
  }

  @Test
  void aRegionThatIsNoneIsNotFound() {
    admin().get("/api/v1/calendars/999999/2025").then().statusCode(404);
    put("999999", 2025, "{}").statusCode(404);
  }

  @Test
  void officesOfTheRegionAndAboveSetDatesAndEverybodyReadsThem() {
    String organ = city.organ(district);
    String body = "{\"organ\":\"2026-01-25\"}";
    for (String key : List.of(TestKeys.office(district), TestKeys.office(city.code()))) {
      as(key, district, body).statusCode(200);
    }
    for (String key :
        List.of(
            TestKeys.office(township),
            TestKeys.office(city.district()),
            TestKeys.reader(),
            TestKeys.organ(organ))) {
      as(key, district, body).statusCode(403).body("code", equalTo("forbidden"));
      TestKeys.as(key).get("/api/v1/calendars/{r}/2025", district).then().statusCode(200);
    }
    as(TestKeys.office(district), "999999", body).statusCode(403);
    given().get("/api/v1/calendars/{r}/2025", district).then().statusCode(401);
  }

  private static ValidatableResponse as(String key, String region, String body) {
    return json(TestKeys.as(key), body).put("/api/v1/calendars/{r}/2025", region).then();
  }

  private static ValidatableResponse get(String region, int year) {
    return admin().get("/api/v1/calendars/{region}/{year}", region, year).then().statusCode(200);
  }

  private static ValidatableResponse put(String region, int year, String body) {
    return json(admin(), body).put("/api/v1/calendars/{region}/{year}", region, year).then();
  }

  private static RequestSpecification json(RequestSpecification caller, String body) {
    return caller.contentType(ContentType.JSON).body(body);
  }
}
