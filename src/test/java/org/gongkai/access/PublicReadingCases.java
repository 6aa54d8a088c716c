package org.gongkai.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.journey.Steps;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A service that lets everybody read what is published, behind a proxy, and where nobody else has
 * published anything yet. That nothing is open otherwise is {@link AuthorisationMatrixTest}'s to
 * show, where the same is asked for by nobody.
 */
public abstract class PublicReadingCases {

  private static final int QUOTA = 150;

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

  private static String district;
  private static String organ;
  private static String beside;
  private static long published;
  private static long submitted;

  public static Map<String, String> settings() {
    return Map.of(
        "gongkai.public-reading", "true",
        "gongkai.rate-limit.public-per-minute", String.valueOf(QUOTA),
        "quarkus.http.proxy.proxy-address-forwarding", "true");
  }

  @BeforeAll
  static void publish() {
    City city = City.found();
    district = city.district();
    organ = city.organ(district);
    beside = city.organ(district);
    published = Api.filed(Sample.huancui(organ));
    Steps.accept(admin(), published).statusCode(200);
    Steps.publish(admin(), published).statusCode(200);
    submitted = Api.filed(Sample.huancui(beside));
  }

  /** A request without a key from an address. */
  private static RequestSpecification from(String address) {
    return given().header("X-Forwarded-For", address);
  }

  private static String rollup(String what) {
    return "/api/v1/rollups/" + what + "?year=2021&region=" + district;
  }

  /** What is open, each with an address of it that is there. */
  private static Map<String, String> open() {
    Map<String, String> open = new TreeMap<>();
    open.put("listForms", "/api/v1/forms");
    open.put("getForm", "/api/v1/forms/2021");
    open.put("listRules", "/api/v1/forms/2021/rules");
    open.put("getFormSchema", "/api/v1/forms/2021/schema");
    open.put("listChannels", "/api/v1/channels");
    open.put("listRegions", "/api/v1/regions");
    open.put("getRegion", "/api/v1/regions/" + district);
    open.put("listOrgans", "/api/v1/organs?region=" + district);
    open.put("getOrgan", "/api/v1/organs/" + organ);
    open.put("listReports", "/api/v1/reports");
    open.put("getReport", "/api/v1/reports/" + published);
    open.put("compareReports", "/api/v1/reports/" + published + "/comparison?with=" + published);
    open.put("getReportOfYear", "/api/v1/organs/" + organ + "/reports/2021");
    for (String what :
        List.of("Publications", "Applications", "Disclosure", "Contests", "Indicators")) {
      open.put("rollUp" + what, rollup(what.toLowerCase(Locale.ROOT)));
    }
    open.put("listProblems", "/problems");
    open.put("getProblem", "/problems/forbidden");
    return open;
  }

  @Test
  void everyOperationIsOpenOrClosedAsItIsListed() {
    Map<String, Map<String, Map<String, Object>>> paths =
        given().get("/q/openapi?format=json").jsonPath().getMap("paths");
    Map<String, String> open = open();
    Set<String> met = new TreeSet<>();
    SoftAssertions softly = new SoftAssertions();
    paths.forEach(
        (path, operations) ->
            operations.forEach(
                (method, operation) -> {
                  if (METHODS.contains(method)) {
                    String id = operation.get("operationId").toString();
                    met.add(id);
                    String address = open.getOrDefault(id, filled(path));
                    RequestSpecification nobody = from("192.0.2.1");
                    if (operation.get("requestBody") instanceof Map<?, ?> body) {
                      Map<?, ?> content = (Map<?, ?>) body.get("content");
                      nobody.contentType(content.keySet().iterator().next().toString());
                    }
                    Response answer = nobody.request(method.toUpperCase(Locale.ROOT), address);
                    softly
                        .assertThat(answer.statusCode())
                        .as(id + " " + address + ": " + answer.asString())
                        .isEqualTo(open.containsKey(id) ? 200 : 401);
                    softly
                        .assertThat(
                            operation.get("description").toString().contains("Without a key"))
                        .as("what the contract says of " + id)
                        .isEqualTo(open.containsKey(id) && path.startsWith("/api/"));
                  }
                }));
    softly.assertAll();
    assertThat(met).hasSizeGreaterThan(70).containsAll(open.keySet());
  }

  private static String filled(String path) {
    return path.replace("{code}", path.contains("regions") ? district : organ)
        .replace("{id}", String.valueOf(published))
        .replace("{year}", "2021")
        .replaceAll("\\{[a-z]+}", "1");
  }

  @Test
  void aKeyThatIsWrongOpensNothing() {
    for (String address : open().values()) {
      if (address.startsWith("/api/")) {
        from("192.0.2.2").header("X-API-Key", "gk_wrong").get(address).then().statusCode(401);
      }
    }
  }

  @Test
  void sumsAreOfWhatIsPublished() {
    RequestSpecification anybody = from("192.0.2.3");
    anybody
        .get(rollup("applications"))
        .then()
        .statusCode(200)
        .body("basis", equalTo("published"))
        .body("coverage.reported", equalTo(1));
    admin().get(rollup("applications")).then().body("coverage.reported", equalTo(2));
    for (String more : List.of("&by=organ", "&by=region", "&scope=level", "&format=csv")) {
      from("192.0.2.3").get(rollup("contests") + more).then().statusCode(200);
      for (String basis : List.of("submitted", "accepted")) {
        from("192.0.2.3")
            .get(rollup("contests") + more + "&basis=" + basis)
            .then()
            .statusCode(401)
            .header("WWW-Authenticate", notNullValue())
            .body("code", equalTo("unauthenticated"))
            .body("detail", containsString("basis=published"));
      }
    }
    from("192.0.2.3")
        .get(rollup("contests") + "&asOf=" + Instant.now().minusSeconds(1))
        .then()
        .statusCode(401);
  }

  @Test
  void reportsAreThoseThatArePublished() {
    RequestSpecification anybody = from("192.0.2.4");
    anybody
        .get("/api/v1/reports/" + published)
        .then()
        .statusCode(200)
        .body("applications.received.naturalPerson", notNullValue())
        .body("receipt", nullValue())
        .body("findings", nullValue())
        .body("unexplained", nullValue())
        .body("waived", nullValue());
    from("192.0.2.4").get("/api/v1/reports").then().body("items.id", contains((int) published));
    for (String hidden :
        List.of("/api/v1/reports/" + submitted, "/api/v1/organs/" + beside + "/reports/2021")) {
      String never =
          from("192.0.2.4").get("/api/v1/organs/" + organ + "/reports/2020").path("code");
      from("192.0.2.4").get(hidden).then().statusCode(404).body("code", equalTo(never));
    }
    for (String pair :
        List.of(
            published + "/comparison?with=" + submitted,
            submitted + "/comparison?with=" + published)) {
      from("192.0.2.4").get("/api/v1/reports/" + pair).then().statusCode(404);
    }
    String then = "?asOf=" + Instant.now().minusSeconds(1);
    for (String past : List.of("/api/v1/reports", "/api/v1/reports/" + published)) {
      from("192.0.2.4").get(past + then).then().statusCode(401);
    }
    admin().get("/api/v1/reports/" + published).then().body("receipt", notNullValue());
  }

  @Test
  void cachesKeepWhatEverybodyMayReadAndNothingElse() {
    for (String address :
        List.of(rollup("contests"), "/api/v1/reports/" + published, "/api/v1/forms/2021")) {
      Response answer = from("192.0.2.5").get(address);
      answer
          .then()
          .header("Cache-Control", matchesPattern("public, (no-cache|max-age=300)"))
          .header("Vary", containsString("X-API-Key"));
      from("192.0.2.5")
          .header("If-None-Match", answer.header("ETag"))
          .get(address)
          .then()
          .statusCode(304)
          .header("Cache-Control", containsString("public"));
      admin().get(address).then().header("Cache-Control", containsString("private"));
    }
    String report = "/api/v1/reports/" + published;
    assertThat(from("192.0.2.5").get(report).header("ETag")).contains("-public");
    assertThat(TestKeys.as(TestKeys.reader()).get(report).header("ETag")).doesNotContain("-public");
    from("192.0.2.5").get("/api/v1/keys").then().header("Cache-Control", equalTo("no-store"));
    from("192.0.2.5").get("/api/v1/reports").then().header("Cache-Control", equalTo("no-store"));
  }

  @Test
  void eachAddressHasItsLimit() {
    Response answer = from("198.51.100.1").get("/api/v1/forms");
    answer.then().header("RateLimit-Policy", equalTo("\"caller\";q=" + QUOTA + ";w=60"));
    int passed = 1;
    while (answer.statusCode() == 200 && passed < 20 * QUOTA) {
      answer = from("198.51.100.1").get("/api/v1/forms");
      passed++;
    }
    answer
        .then()
        .statusCode(429)
        .header("Retry-After", notNullValue())
        .body("code", equalTo("too-many-requests"));
    from("198.51.100.1").get("/problems").then().statusCode(200);
    from("198.51.100.2").get("/api/v1/forms").then().statusCode(200);
    admin().header("X-Forwarded-For", "198.51.100.1").get("/api/v1/forms").then().statusCode(200);
  }

  @Test
  void whatIsTakenBackIsGoneForEverybodyAtOnce() {
    String report = "/api/v1/reports/" + published;
    String known = from("192.0.2.7").get(report).header("ETag");
    Steps.hide(admin(), published, "核实个人信息").statusCode(200);
    from("192.0.2.7")
        .header("If-None-Match", known)
        .get(report)
        .then()
        .statusCode(410)
        .body("code", equalTo("report-hidden"))
        .body("reason", equalTo("核实个人信息"));
    Steps.unhide(admin(), published, "已核实").statusCode(200);
    from("192.0.2.7").get(report).then().statusCode(200);
  }

  @Test
  void nothingIsTakenFromWhoSendsNoKey() {
    from("192.0.2.6")
        .contentType(ContentType.JSON)
        .body(Sample.nil(beside, 2020).toString())
        .post("/api/v1/reports")
        .then()
        .statusCode(401);
    admin().get("/api/v1/reports?year=2020").then().body("items", hasSize(0));
  }
}
