package org.gongkai.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is open without a key, what is not although it is no resource, and what every answer says.
 */
@QuarkusTest
class OpenRoutesTest {

  @TestHTTPResource(value = "/", management = true)
  URI management;

  @ParameterizedTest
  @ValueSource(strings = {"/q/openapi", "/q/swagger-ui/", "/problems"})
  void isOpenAlsoWithAWrongKey(String address) {
    given().get(address).then().statusCode(200);
    given().header("X-API-Key", "gk_wrong").get(address).then().statusCode(200);
  }

  @Test
  void healthTellsNoSecrets() {
    given()
        .get(managed("health"))
        .then()
        .statusCode(200)
        .body(not(containsString("jdbc")))
        .body(not(containsString("gk_")));
  }

  /** Whoever watches reaches them at a port of their own, which the public does not. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/health",
        "/q/health/ready",
        "/q/metrics",
        "/q/metrics/",
        "//q/metrics",
        "/q//metrics",
        "/q/./metrics",
        "/q/x/../metrics",
        "/q/%6Detrics"
      })
  void healthAndMetricsAreNotWhereThePublicIs(String address) {
    TestKeys.admin()
        .urlEncodingEnabled(false)
        .get(address)
        .then()
        .statusCode(404)
        .body("code", equalTo("not-found"))
        .body(not(containsString("jvm_")));
  }

  @Test
  void whoeverWatchesNeedsNoKey() {
    given().get(managed("metrics")).then().statusCode(200).body(containsString("jvm_"));
    given().get(managed("health/live")).then().statusCode(200).body("status", equalTo("UP"));
    given().get(managed("openapi")).then().statusCode(404);
    given().noFilters().get(management.resolve("/api/v1/caller")).then().statusCode(404);
  }

  private URI managed(String name) {
    return management.resolve("/q/" + name);
  }

  @Test
  void everyAnswerCarriesTheHeadersThatProtectBrowsers() {
    Map<String, Integer> answers = Map.of("/problems", 200, "/nowhere", 404, "/api/v1/keys", 401);
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

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/overview/371002/2021?basis=published", "/sign-in", "/problems/forbidden"})
  void browsersGetThePageAndNothingFromElsewhere(String address) {
    given()
        .accept("text/html,application/xhtml+xml,*/*;q=0.8")
        .get(address)
        .then()
        .statusCode(200)
        .contentType("text/html; charset=utf-8")
        .header("Content-Security-Policy", startsWith("default-src 'none'; script-src 'self'; "))
        .header("Content-Security-Policy", not(containsString("unsafe")))
        .header("Vary", containsString("Accept"))
        .header("Cache-Control", equalTo("no-cache"))
        .body(containsString("start.js\""))
        .body(not(containsString("<style")))
        .body(not(containsString(" style=")));
  }

  @Test
  void browsersAreToldOfAnUnknownAddressAndProgramsGetJsonEverywhere() {
    given()
        .accept("text/html")
        .get("/nowhere")
        .then()
        .statusCode(404)
        .contentType("text/html; charset=utf-8");
    given()
        .accept("application/json")
        .get("/nowhere")
        .then()
        .statusCode(404)
        .body("code", equalTo("not-found"));
    given().get("/overview/371002/2021").then().statusCode(404).body("code", equalTo("not-found"));
    given()
        .accept("application/json")
        .get("/problems/forbidden")
        .then()
        .statusCode(200)
        .header("Vary", containsString("Accept"))
        .body("code", equalTo("forbidden"));
  }

  /** Whoever begins with the bare address of the service, and is no browser. */
  @Test
  void programsAreToldWhereThingsAre() {
    Response places = given().get("/");
    places
        .then()
        .statusCode(200)
        .contentType("application/json")
        .header("Vary", containsString("Accept"))
        .body("api", equalTo("/api/v1"));
    for (String place : List.of("definition", "documentation", "problems")) {
      given().get(places.jsonPath().getString(place)).then().statusCode(200);
    }
    given().head("/").then().statusCode(200);
    given().post("/").then().statusCode(404);
  }

  /** Caches keep an answer for each value of each header. */
  @ParameterizedTest
  @ValueSource(strings = {"/page/page.css", "/page/settings.json", "/problems", "/"})
  void whatAnAnswerVariesByIsNamedOnce(String address) {
    for (String coding : List.of("gzip", "identity")) {
      String varies =
          String.join(
              ",",
              given().header("Accept-Encoding", coding).get(address).headers().getValues("Vary"));
      assertThat(varies.toLowerCase(Locale.ROOT).split("\\s*,\\s*"))
          .contains("accept-encoding")
          .doesNotHaveDuplicates();
    }
  }

  /** The address has the digest of all files, so browsers need not ask again. */
  @Test
  void filesOfThePageAreKeptForGoodAndSentSmall() {
    String html = given().accept("text/html").get("/").body().asString();
    String start = html.replaceAll("(?s).*src=\"(/page/[0-9a-f]{12}/start\\.js)\".*", "$1");
    assertThat(start).startsWith("/page/");
    Response sent = given().header("Accept-Encoding", "gzip").get(start);
    sent.then()
        .statusCode(200)
        .contentType("text/javascript; charset=utf-8")
        .header("Content-Encoding", equalTo("gzip"))
        .header("Cache-Control", equalTo("max-age=31536000, immutable"))
        .body(containsString("import "));
    given()
        .header("Accept-Encoding", "gzip")
        .header("If-None-Match", sent.header("ETag"))
        .get(start)
        .then()
        .statusCode(304);
    for (String library : List.of("standalone.module.js", "echarts.esm.min.js")) {
      given().get(start.replace("start.js", "lib/" + library)).then().statusCode(200);
    }
    given()
        .get("/page/settings.json")
        .then()
        .statusCode(200)
        .body("publicReading", equalTo(false))
        .body("openId", nullValue());
    given().get("/favicon.ico").then().statusCode(200).contentType("image/svg+xml");
    given().get("/page/nothing.js").then().statusCode(404).body("code", equalTo("not-found"));
    given().get("/page/../access/Access.class").then().statusCode(404);
  }
}
