package org.gongkai.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.registry.OrganInYear;
import org.gongkai.registry.Registry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is expected of one organ: its date, its extension, its exemption. */
@QuarkusTest
class OrganCalendarTest {

  @Inject Registry registry;

  private final City city = City.found();
  private String district;
  private String bureau;

  @BeforeEach
  void register() {
    district = city.district();
    bureau = city.organ(district);
  }

  @Test
  void anOrganFollowsItsRegion() {
    calendar(2025)
        .body("organ", equalTo(bureau))
        .body("region", equalTo(district))
        .body("expected", equalTo(true))
        .body("due", equalTo("2026-01-31"))
        .body("legal", equalTo("2026-01-31"))
        .body("source", equalTo("legal"))
        .body("governmentDue", equalTo("2026-03-31"))
        .body("extension", nullValue())
        .body("exemption", nullValue());
    setDate("2026-01-20");
    calendar(2025)
        .body("due", equalTo("2026-01-20"))
        .body("source", equalTo("region"))
        .body("sourceRegion", equalTo(city.code()))
        .body("legal", equalTo("2026-01-31"));
  }

  @Test
  void anExtensionMovesTheDateAndNeverTakesTimeAway() {
    setDate("2026-01-20");
    put("extensions", "{\"due\":\"2026-01-25\",\"reason\":\" 机构改革 \"}")
        .statusCode(200)
        .body("due", equalTo("2026-01-25"))
        .body("source", equalTo("extension"))
        .body("sourceRegion", nullValue())
        .body("extension.due", equalTo("2026-01-25"))
        .body("extension.reason", equalTo("机构改革"))
        .body("extension.author", equalTo("configured"))
        .body("extension.madeAt", endsWith("Z"));
    setDate("2026-01-30");
    calendar(2025).body("due", equalTo("2026-01-30")).body("source", equalTo("region"));
    put("extensions", "{\"due\":\"2026-02-15\",\"reason\":\"再延\"}")
        .body("due", equalTo("2026-02-15"));
    calendar(2024).body("extension", nullValue());
    delete("extensions").statusCode(204);
    calendar(2025).body("due", equalTo("2026-01-30")).body("extension", nullValue());
    delete("extensions").statusCode(404);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\u0000',
      delimiter = '|',
      value = {
        "{\"due\":\"2026-01-20\",\"reason\":\"x\"}|/due",
        "{\"due\":\"2025-01-20\",\"reason\":\"x\"}|/due",
        "{\"due\":\"+999999999-12-31\",\"reason\":\"x\"}|/due",
        "{\"reason\":\"x\"}|/due",
        "{\"due\":\"2026-01-21\"}|/reason",
        "{\"due\":\"2026-01-21\",\"reason\":\" \"}|/reason",
        "{\"due\":\"2026-01-21\",\"reason\":7}|/reason",
        "{\"due\":\"2026-01-21\",\"reason\":\"x\",\"author\":\"y\"}|/author",
      })
  void anExtensionThatIsNoneIsNamed(String body, String pointer) {
    setDate("2026-01-20");
    put("extensions", body).statusCode(400).body("violations.pointer", contains(pointer));
    calendar(2025).body("extension", nullValue());
  }

  @Test
  void aReasonHas500Characters() {
    put("exemptions", "{\"reason\":\"" + "理".repeat(500) + "\"}").statusCode(200);
    put("exemptions", "{\"reason\":\"" + "理".repeat(501) + "\"}")
        .statusCode(400)
        .body("violations.pointer", contains("/reason"));
    put("exemptions", "{}").statusCode(400).body("violations.pointer", contains("/reason"));
  }

  @Test
  void anExemptOrganIsNotExpected() {
    city.organ(district);
    put("exemptions", "{\"reason\":\"涉密单位\"}")
        .statusCode(200)
        .body("expected", equalTo(false))
        .body("due", equalTo("2026-01-31"))
        .body("exemption.reason", equalTo("涉密单位"))
        .body("exemption.author", equalTo("configured"));
    Api.rollup("contests", district, 2024).body("coverage.expected", equalTo(2));
    OrganInYear exempt = registry.organInYear(bureau, 2025).orElseThrow();
    assertThat(exempt.expected()).isFalse();
    assertThat(exempt.wholeYear()).isTrue();
    Api.rollup("contests", district, 2025)
        .body("coverage.expected", equalTo(1))
        .body("coverage.missing", equalTo(1))
        .body("coverage.unexpected", equalTo(0));
    Api.filed(Sample.nil(bureau, 2025));
    Api.rollup("contests", district, 2025)
        .body("coverage.reported", equalTo(1))
        .body("coverage.missing", equalTo(1))
        .body("coverage.unexpected", equalTo(1));
    delete("exemptions").statusCode(204);
    delete("exemptions").statusCode(404);
    calendar(2025).body("expected", equalTo(true)).body("exemption", nullValue());
    Api.rollup("contests", district, 2025).body("coverage.expected", equalTo(2));
  }

  @Test
  void anOrganThatWasClosedNeedsNeither() {
    String closed = city.organ(district, LocalDate.of(2000, 1, 1), LocalDate.of(2025, 7, 1));
    admin()
        .get("/api/v1/organs/{o}/calendar/2025", closed)
        .then()
        .statusCode(200)
        .body("expected", equalTo(false));
    json(admin(), "{\"reason\":\"x\"}")
        .put("/api/v1/organs/{o}/exemptions/2025", closed)
        .then()
        .statusCode(409)
        .body("code", equalTo("state-conflict"));
    json(admin(), "{\"due\":\"2026-02-02\",\"reason\":\"x\"}")
        .put("/api/v1/organs/{o}/extensions/2025", closed)
        .then()
        .statusCode(409);
    for (int year : new int[] {1999, 2026}) {
      admin().get("/api/v1/organs/{o}/calendar/{y}", closed, year).then().statusCode(404);
    }
  }

  @Test
  void theRegionOfTheYearDecides() {
    String other = city.district();
    city.change(bureau, "划转的局", other, LocalDate.of(2025, 1, 1));
    String before = TestKeys.office(district);
    String after = TestKeys.office(other);
    as(before).get("/api/v1/organs/{o}/calendar/2024", bureau).then().statusCode(200);
    as(before).get("/api/v1/organs/{o}/calendar/2025", bureau).then().statusCode(403);
    as(after).get("/api/v1/organs/{o}/calendar/2025", bureau).then().statusCode(200);
  }

  @Test
  void officesGrantAndTheOrganReads() {
    String neighbour = city.organ(district);
    String extension = "{\"due\":\"2026-02-15\",\"reason\":\"x\"}";
    String exemption = "{\"reason\":\"x\"}";
    for (String key : List.of(TestKeys.office(district), TestKeys.office(city.code()))) {
      put(key, "extensions", extension).statusCode(200);
      put(key, "exemptions", exemption).statusCode(200);
      as(key).delete("/api/v1/organs/{o}/extensions/2025", bureau).then().statusCode(204);
      as(key).delete("/api/v1/organs/{o}/exemptions/2025", bureau).then().statusCode(204);
      as(key).get("/api/v1/organs/{o}/calendar/2025", bureau).then().statusCode(200);
    }
    String own = TestKeys.organ(bureau);
    as(own).get("/api/v1/organs/{o}/calendar/2025", bureau).then().statusCode(200);
    for (String key :
        List.of(
            own, TestKeys.organ(neighbour), TestKeys.reader(), TestKeys.office(city.district()))) {
      put(key, "extensions", extension).statusCode(403);
      put(key, "exemptions", exemption).statusCode(403);
      as(key).delete("/api/v1/organs/{o}/extensions/2025", bureau).then().statusCode(403);
      as(key).delete("/api/v1/organs/{o}/exemptions/2025", bureau).then().statusCode(403);
      if (!key.equals(own)) {
        as(key).get("/api/v1/organs/{o}/calendar/2025", bureau).then().statusCode(403);
      }
    }
    given().get("/api/v1/organs/{o}/calendar/2025", bureau).then().statusCode(401);
    calendar(2025).body("extension", nullValue()).body("exemption", nullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"extensions", "exemptions"})
  void whatIsUnknownIsNotFound(String what) {
    admin().get("/api/v1/organs/T-NOBODY/calendar/2025").then().statusCode(404);
    json(admin(), "{\"reason\":\"x\"}")
        .put("/api/v1/organs/T-NOBODY/{what}/2025".replace("{what}", "exemptions"))
        .then()
        .statusCode(404);
    admin().delete("/api/v1/organs/T-NOBODY/" + what + "/2025").then().statusCode(404);
    admin()
        .delete("/api/v1/organs/{o}/" + what + "/20x5", bureau)
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("path:year"));
  }

  private void setDate(String date) {
    json(admin(), "{\"organ\":\"" + date + "\"}")
        .put("/api/v1/calendars/{r}/2025", city.code())
        .then()
        .statusCode(200);
  }

  private ValidatableResponse calendar(int year) {
    return admin().get("/api/v1/organs/{o}/calendar/{y}", bureau, year).then().statusCode(200);
  }

  private ValidatableResponse put(String what, String body) {
    return put(TestKeys.ADMIN, what, body);
  }

  private ValidatableResponse put(String key, String what, String body) {
    return json(as(key), body).put("/api/v1/organs/{o}/{what}/2025", bureau, what).then();
  }

  private ValidatableResponse delete(String what) {
    return admin().delete("/api/v1/organs/{o}/{what}/2025", bureau, what).then();
  }

  private static RequestSpecification json(RequestSpecification caller, String body) {
    return caller.contentType(ContentType.JSON).body(body);
  }
}
