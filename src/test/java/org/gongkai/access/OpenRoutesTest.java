package org.gongkai.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is open without a key, what is not although it is no resource, and what every answer says.
 */
@QuarkusTest
class OpenRoutesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/health",
        "/q/health/live",
        "/q/health/ready",
        "/q/openapi",
        "/q/swagger-ui/",
        "/problems"
      })
  void isOpenAlsoWithAWrongKey(String address) {
    given().get(address).then().statusCode(200);
    given().header("X-API-Key", "gk_wrong").get(address).then().statusCode(200);
  }

  @Test
  void healthTellsNoSecrets() {
    given()
        .get("/q/health")
        .then()
        .body(not(containsString("jdbc")))
        .body(not(containsString("gk_")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/metrics",
        "/q/metrics/",
        "/q/metrics/x",
        "//q/metrics",
        "/q//metrics",
        "/q/./metrics",
        "/q/x/../metrics",
        "/q/%6Detrics"
      })
  void metricsAreClosedHoweverTheyAreAskedFor(String address) {
    int status = given().urlEncodingEnabled(false).get(address).statusCode();
    assertThat(status).isIn(401, 404);
    String body = given().urlEncodingEnabled(false).get(address).body().asString();
    assertThat(body).contains("\"type\":\"/problems/").doesNotContain("jvm_");
  }

  @Test
  void metricsAreForWhoeverWatches() {
    TestOrgans.register();
    given()
        .get("/q/metrics")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", notNullValue())
        .body("code", equalTo("unauthenticated"));
    given()
        .header("X-API-Key", "gk_wrong")
        .get("/q/metrics")
        .then()
        .statusCode(401)
        .body("code", equalTo("unauthenticated"));
    TestKeys.as(TestKeys.organ(TestOrgans.HUANCUI_ORGAN))
        .get("/q/metrics")
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("code", equalTo("forbidden"));
    given()
        .header("Authorization", "Bearer " + TestKeys.reader())
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("jvm_"));
  }

  @Test
  void everyAnswerCarriesTheHeadersThatProtectBrowsers() {
    Map<String, Integer> answers =
        Map.of("/problems", 200, "/nowhere", 404, "/api/v1/keys", 401, "/q/metrics", 401);
    answers.forEach(
        (address, status) ->
            given()
                .get(address)
                .then()
                .statusCode(status)
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Content-Security-Policy", containsString("script-src 'self';")));
    given()
        .get("/q/swagger-ui/")
        .then()
        .header("Content-Security-Policy", containsString("script-src 'self' 'unsafe-inline'"));
    TestKeys.admin()
        .get("/api/v1/caller")
        .then()
        .header("Cache-Control", equalTo("no-store"))
        .header("Vary", containsString("X-API-Key"));
  }
}
