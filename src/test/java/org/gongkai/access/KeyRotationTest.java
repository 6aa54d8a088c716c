package org.gongkai.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.journey.City;
import org.gongkai.platform.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class KeyRotationTest {

  /** A key as its maker got it. */
  private record Made(String id, String key) {
    String rotation() {
      return "/api/v1/keys/" + id + "/rotation";
    }
  }

  @Inject TestClock clock;

  private final City city = City.found();

  @AfterEach
  void setTheClockRight() {
    clock.reset();
  }

  @Test
  void aSystemChangesItsOwnKeyAndBothWorkForAWeek() {
    String organ = city.organ(city.district());
    Made old = made(Map.of("role", "organ", "organ", organ, "label", "公文系统"));
    ValidatableResponse answer =
        TestKeys.as(old.key())
            .post(old.rotation())
            .then()
            .statusCode(201)
            .header("Cache-Control", equalTo("no-store"))
            .body("key", matchesPattern("gk_[0-9a-z]{8}_[0-9a-z]{40}"))
            .body("role", equalTo("organ"))
            .body("organ", equalTo(organ))
            .body("label", equalTo("公文系统"))
            .body("expiresAt", nullValue())
            .body("rotatedFrom", equalTo(old.id()));
    Made successor = made(answer);
    answer.header("Location", endsWith("/api/v1/keys/" + successor.id()));
    Instant end = Instant.parse(answer.extract().path("rotatedFromUntil"));
    assertThat(Duration.between(Instant.now(), end))
        .isBetween(Duration.ofDays(7).minusMinutes(2), Duration.ofDays(7));

    caller(old, 200).body("expiresAt", equalTo(end.toString()));
    caller(successor, 200).body("organ", equalTo(organ)).body("expiresAt", nullValue());
    TestKeys.admin()
        .get("/api/v1/keys/{id}", successor.id())
        .then()
        .body("rotatedFrom", equalTo(old.id()))
        .body("createdBy", equalTo(old.key().substring(0, 11)));
  }

  @Test
  void theOldKeyIsRefusedFromTheGivenMomentOn() {
    Made old = made(Map.of("role", "reader"));
    Instant until = Instant.now().plus(Duration.ofHours(1));
    Made successor = made(rotate(TestKeys.ADMIN, old, until.toString()).statusCode(201));
    caller(old, 200);
    caller(successor, 200);
    clock.advance(Duration.ofMinutes(50));
    caller(old, 200);
    clock.advance(Duration.ofMinutes(11));
    TestKeys.as(old.key()).get("/api/v1/caller").then().statusCode(401);
    caller(successor, 200);
    rotate(TestKeys.ADMIN, old, null).statusCode(409).body("code", equalTo("state-conflict"));
  }

  @Test
  void rotatingAgainMakesAnotherKeyAndProlongsNothing() {
    Made old = made(Map.of("role", "reader", "region", city.district()));
    String soon = in(Duration.ofHours(1));
    String end =
        rotate(old.key(), old, soon).statusCode(201).extract().path("rotatedFromUntil").toString();
    ValidatableResponse again = rotate(old.key(), old, in(Duration.ofDays(80))).statusCode(201);
    again.body("rotatedFromUntil", equalTo(end)).body("expiresAt", nullValue());
    Made successor = made(again);
    rotate(successor.key(), successor, null).statusCode(201);
    caller(successor, 200);
  }

  @Test
  void aKeyDoesNotProlongItself() {
    String end = in(Duration.ofDays(3));
    Made old = made(Map.of("role", "reader", "expiresAt", end));
    for (int i = 0; i < 2; i++) {
      rotate(old.key(), old, in(Duration.ofDays(2 - i)))
          .statusCode(201)
          .body("expiresAt", equalTo(end));
    }
    Made other = made(Map.of("role", "reader", "expiresAt", end));
    rotate(other.key(), other, in(Duration.ofDays(30)))
        .statusCode(201)
        .body("rotatedFromUntil", equalTo(end))
        .body("expiresAt", equalTo(end));
  }

  @Test
  void whoeverKeepsAKeyRotatesItAndNobodyElseDoes() {
    String district = city.district();
    String office = TestKeys.office(district);
    Made own = made(Map.of("role", "organ", "organ", city.organ(district)));
    Made foreign = made(Map.of("role", "organ", "organ", city.organ(city.district())));
    rotate(office, own, null).statusCode(201);
    rotate(office, foreign, null).statusCode(404);
    rotate(own.key(), foreign, null).statusCode(404).body("code", equalTo("not-found"));
    rotate(TestKeys.reader(), own, null).statusCode(404);
    rotate(office, made(Map.of("role", "reader")), null).statusCode(404);
    caller(foreign, 200).body("expiresAt", nullValue());
    given().post(own.rotation()).then().statusCode(401);
    TestKeys.admin().post("/api/v1/keys/x/rotation").then().statusCode(404);
  }

  @Test
  void anAdministratorsKeyIsRotatedTooButNotTheConfiguredOne() {
    Made admin = made(Map.of("role", "admin"));
    caller(made(rotate(admin.key(), admin, null).statusCode(201)), 200)
        .body("role", equalTo("admin"));
    rotate(TestKeys.ADMIN, new Made(ConfiguredKey.ID.toString(), ""), null)
        .statusCode(409)
        .body("code", equalTo("state-conflict"));
  }

  @Test
  void aRevokedKeyIsNotRotated() {
    Made old = made(Map.of("role", "reader"));
    TestKeys.admin().delete("/api/v1/keys/{id}", old.id()).then().statusCode(204);
    rotate(TestKeys.ADMIN, old, null).statusCode(409).body("code", equalTo("state-conflict"));
    rotate(old.key(), old, null).statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1H", "P91D", "P40000D"})
  void theEndIsWithinNinetyDays(String ahead) {
    Made old = made(Map.of("role", "reader"));
    rotate(TestKeys.ADMIN, old, in(Duration.parse(ahead)))
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/until"));
    rotate(TestKeys.ADMIN, old, in(Duration.ofDays(89))).statusCode(201);
  }

  @Test
  void theBodyMayBeMissingOrEmptyButNotUnknown() {
    Made old = made(Map.of("role", "reader"));
    for (String body : new String[] {"{}", "{\"until\":null}", ""}) {
      TestKeys.admin()
          .contentType(ContentType.JSON)
          .body(body)
          .post(old.rotation())
          .then()
          .statusCode(201);
    }
    TestKeys.admin()
        .contentType(ContentType.JSON)
        .body("{\"unitl\":null}")
        .post(old.rotation())
        .then()
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/unitl"));
    TestKeys.admin()
        .contentType("text/plain")
        .body("{}")
        .post(old.rotation())
        .then()
        .statusCode(415);
  }

  private static String in(Duration ahead) {
    return Instant.ofEpochSecond(Instant.now().plus(ahead).getEpochSecond()).toString();
  }

  private static ValidatableResponse rotate(String caller, Made key, String until) {
    Map<String, String> body = new HashMap<>();
    body.put("until", until);
    return TestKeys.as(caller).contentType(ContentType.JSON).body(body).post(key.rotation()).then();
  }

  private static ValidatableResponse caller(Made key, int status) {
    return TestKeys.as(key.key()).get("/api/v1/caller").then().statusCode(status);
  }

  private static Made made(Map<String, String> wanted) {
    return made(
        TestKeys.admin()
            .contentType(ContentType.JSON)
            .body(wanted)
            .post("/api/v1/keys")
            .then()
            .statusCode(201));
  }

  private static Made made(ValidatableResponse answer) {
    return new Made(answer.extract().path("id"), answer.extract().path("key"));
  }
}
