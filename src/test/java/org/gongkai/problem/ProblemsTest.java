package org.gongkai.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each refusal that the frameworks make, as callers get it. */
@QuarkusTest
class ProblemsTest {

  @TestHTTPResource("/")
  URL service;

  private static final String ADMIN = "gk_admin_for_the_tests_only";

  @Test
  void noKeyIsUnauthenticated() {
    problem(given().get("/api/v1/keys"), 401, "unauthenticated")
        .header("WWW-Authenticate", containsString("ApiKey"))
        .body("instance", equalTo("/api/v1/keys"))
        .body("detail", containsString("X-API-Key"));
  }

  @Test
  void aWrongKeyIsUnauthenticatedInTheSameWords() {
    String none = given().get("/api/v1/keys").body().asString();
    for (String key : new String[] {"", "x", "gk_", "gk_00000000_" + "0".repeat(40), "区"}) {
      problem(given().header("X-API-Key", key).get("/api/v1/keys"), 401, "unauthenticated")
          .body(equalTo(none));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/api/v1/nowhere", "/api", "/q/nowhere", "/.git"})
  void anUnknownAddressIsNotFound(String address) {
    problem(given().get(address), 404, "not-found").body("instance", equalTo(address));
    if (address.startsWith("/api") || address.startsWith("/q")) {
      problem(given().accept("text/html").get(address), 404, "not-found");
    } else {
      given().accept("text/html").get(address).then().statusCode(404).contentType("text/html");
    }
    problem(given().contentType("text/csv").body("x").post(address), 404, "not-found");
  }

  @Test
  void anotherMethodIsNotAllowedAndTheAllowedOnesAreNamed() {
    problem(given().patch("/api/v1/keys"), 405, "method-not-allowed")
        .header("Allow", equalTo("GET, HEAD, OPTIONS, POST"));
    problem(given().post("/problems"), 405, "method-not-allowed")
        .header("Allow", equalTo("GET, HEAD, OPTIONS"));
    problem(given().put("/problems/forbidden"), 405, "method-not-allowed")
        .header("Allow", equalTo("GET, HEAD, OPTIONS"));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/reports, 'GET, HEAD, OPTIONS, POST'",
    "/api/v1/reports/1, 'DELETE, GET, HEAD, OPTIONS, PUT'",
    "/api/v1/reports/1/publication, 'OPTIONS, POST'",
    "/api/v1/rollups/publications, 'GET, HEAD, OPTIONS'",
    "/api/v1/rollups/checks, 'OPTIONS, POST'",
    "/api/v1/reports/bulk, 'OPTIONS, POST'",
    "/api/v1/organs/A-1, 'GET, HEAD, OPTIONS, PUT'",
    "/problems/forbidden, 'GET, HEAD, OPTIONS'"
  })
  void theMethodsOfAnAddressAreNamedWhicheverWayOneAsks(String address, String methods) {
    given().options(address).then().statusCode(200).header("Allow", equalTo(methods));
    problem(given().patch(address), 405, "method-not-allowed").header("Allow", equalTo(methods));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/api/v1/nope", "/api/v1/rollups/1/2/3", "/q/nowhere"})
  void anUnknownAddressHasNoMethods(String address) {
    problem(given().options(address), 404, "not-found").header("Allow", nullValue());
  }

  @ParameterizedTest
  @CsvSource({
    "application/json;charset=GBK, 415",
    "application/json; Charset=\"gb18030\", 415",
    "application/json; charset=utf-16, 415",
    "application/json; charset=UTF-8, 201",
    "application/json;charset=iso-8859-1, 201"
  })
  void aBodyInAnotherCharsetIsNotReadAsIfItWereUtf8(String type, int status) {
    String answer =
        RawHttp.exchange(
            service,
            """
            POST /api/v1/keys HTTP/1.1\r
            Host: x\r
            X-API-Key: %s\r
            Content-Type: %s\r
            Content-Length: 17\r
            Connection: close\r
            \r
            {"role":"reader"}"""
                .formatted(ADMIN, type));
    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
  }

  @Test
  void anotherFormatIsNotAcceptable() {
    problem(given().accept("image/png").get("/problems"), 406, "not-acceptable");
    problem(given().accept("nonsense").get("/problems"), 406, "not-acceptable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/xml", "application/octet-stream", "nonsense", "a/b/c", ";"})
  void anotherContentIsUnsupported(String type) {
    String answer =
        RawHttp.exchange(
            service,
            """
            POST /api/v1/keys HTTP/1.1\r
            Host: x\r
            X-API-Key: %s\r
            Content-Type: %s\r
            Content-Length: 2\r
            Connection: close\r
            \r
            {}"""
                .formatted(ADMIN, type));
    assertThat(answer)
        .startsWith("HTTP/1.1 415 ")
        .contains("application/problem+json", "\"code\":\"unsupported-media-type\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "",
        "null",
        "{\"role\":\"reader\",}",
        "{\"role\":\"reader\",\"role\":\"admin\"}",
        "{\"role\":\"reader\"} x",
        "{'role':'reader'}",
        "{\"role\":NaN}",
        "\u0000"
      })
  void whatIsNoJsonIsMalformed(String body) {
    problem(post(body), 400, "malformed-json").body("detail", not(containsString("Exception")));
  }

  @Test
  void deepNestingIsRefused() {
    post("[".repeat(100_000)).then().statusCode(400).contentType("application/problem+json");
    problem(post("{\"label\":".repeat(100_000)), 400, "invalid-request");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"role\":1}|/role",
        "{\"role\":\"chief\"}|/role",
        "{\"role\":\"ADMIN\"}|/role",
        "{\"role\":null}|/role",
        "{\"role\":\"\"}|/role",
        "{\"role\":[\"reader\"]}|/role",
        "{\"role\":\"reader\",\"label\":5}|/label",
        "{\"role\":\"reader\",\"label\":true}|/label",
        "{\"role\":\"reader\",\"label\":{}}|/label",
        "{\"role\":\"reader\",\"label\":\"\\u0000\"}|/label",
        "{\"role\":\"reader\",\"label\":\"\\ud800\"}|/label",
        "{\"role\":\"reader\",\"expiresAt\":1900000000}|/expiresAt",
        "{\"role\":\"reader\",\"expiresAt\":\"tomorrow\"}|/expiresAt",
        "{\"role\":\"reader\",\"expiresAt\":\"\"}|/expiresAt",
        "{\"role\":\"reader\",\"expiresAt\":\"2040-01-01\"}|/expiresAt",
        "{\"role\":\"reader\",\"expiresAt\":\"2040-02-30T00:00:00Z\"}|/expiresAt",
        "{\"role\":\"reader\",\"expiresAt\":\"+999999999-01-01T00:00:00Z\"}|/expiresAt",
        "{\"role\":\"reader\",\"expiresAt\":\"2001-01-01T00:00:00Z\"}|/expiresAt",
        "{\"role\":\"reader\",\"colour\":\"red\"}|/colour"
      })
  void whatIsWrongInABodyIsNamedByItsPointer(String body, String pointer) {
    problem(post(body), 400, "invalid-request")
        .body("violations", hasSize(1))
        .body("violations[0].pointer", equalTo(pointer))
        .body("violations[0].message", not(containsString("org.")))
        .body("detail", containsString(pointer));
  }

  @Test
  void aBodyThatIsNoObjectIsRefused() {
    problem(post("[]"), 400, "invalid-request");
    problem(post("7"), 400, "invalid-request");
    problem(post("\"reader\""), 400, "invalid-request");
  }

  @ParameterizedTest
  @CsvSource({"limit,0", "limit,x", "limit,1001", "role,chief", "cursor,x", "cursor,eHg"})
  void whatIsWrongInAQueryIsNamed(String parameter, String value) {
    problem(admin().queryParam(parameter, value).get("/api/v1/keys"), 400, "invalid-request")
        .body("violations[0].pointer", equalTo("?" + parameter));
  }

  @Test
  void textsAreInTheLanguageOfTheCallerAndCodesAreNot() {
    problem(given().get("/nowhere"), 404, "not-found")
        .header("Content-Language", equalTo("zh"))
        .body("title", equalTo("未找到"));
    problem(given().header("Accept-Language", "en").get("/nowhere"), 404, "not-found")
        .header("Content-Language", equalTo("en"))
        .body("title", equalTo("Not found"));
    problem(
            given().header("Accept-Language", "fr, en-GB;q=0.8, zh;q=0.2").get("/nowhere"),
            404,
            "not-found")
        .body("title", equalTo("Not found"));
    problem(given().header("Accept-Language", "fr").get("/nowhere"), 404, "not-found")
        .body("title", equalTo("未找到"));
  }

  @Test
  void theTypeOfAProblemIsTheAddressOfItsDescription() {
    String type = given().get("/nowhere").path("type");
    given()
        .get(type)
        .then()
        .statusCode(200)
        .body("code", equalTo("not-found"))
        .body("status", equalTo(404))
        .body("description", notNullValue());
    given()
        .get("/problems")
        .then()
        .statusCode(200)
        .body("size()", equalTo(ProblemType.values().length))
        .body("description", everyItem(notNullValue()));
  }

  private static RequestSpecification admin() {
    return given().header("X-API-Key", ADMIN);
  }

  private static Response post(String body) {
    return admin().contentType(ContentType.JSON).body(body).post("/api/v1/keys");
  }

  private static ValidatableResponse problem(Response response, int status, String code) {
    return response
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .header("Cache-Control", equalTo("no-store"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .body("type", equalTo("/problems/" + code))
        .body("status", equalTo(status))
        .body("code", equalTo(code))
        .body("title", notNullValue())
        .body("detail", notNullValue())
        .body("instance", notNullValue())
        .body("stack", nullValue());
  }
}
