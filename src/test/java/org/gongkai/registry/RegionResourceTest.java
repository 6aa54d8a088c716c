package org.gongkai.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.access.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RegionResourceTest {

  @Inject Registry registry;

  @Test
  void aRegionShowsItsPlace() {
    admin()
        .get("/api/v1/regions/371000")
        .then()
        .statusCode(200)
        .body("name", equalTo("威海市"))
        .body("level", equalTo("city"))
        .body("parent", equalTo("370000"))
        .body("ancestors.code", contains("000000", "370000"))
        .body("children", greaterThanOrEqualTo(4));
  }

  @Test
  void theListIsOfOneDay() {
    admin()
        .queryParam("parent", "330100")
        .get("/api/v1/regions")
        .then()
        .body("items.code", hasItem("330113"))
        .body("items.code", not(hasItem("330103")));
    admin()
        .queryParam("parent", "330100")
        .queryParam("asOf", "2020-12-31")
        .get("/api/v1/regions")
        .then()
        .body("items.code", hasItem("330103"));
    admin().get("/api/v1/regions/330103").then().body("validTo", equalTo("2021-01-01"));
  }

  @Test
  void listsAreFilteredAndPaged() {
    admin()
        .queryParam("level", "province")
        .queryParam("limit", 2)
        .get("/api/v1/regions")
        .then()
        .body("total", equalTo(34))
        .body("items.code", contains("110000", "120000"))
        .body("next", equalTo("120000"));
    admin()
        .queryParam("q", "环翠")
        .queryParam("level", "district")
        .get("/api/v1/regions")
        .then()
        .body("items.code", contains("371002"));
    admin().queryParam("q", "%").get("/api/v1/regions").then().body("total", equalTo(0));
  }

  @Test
  void anOfficeAddsTownshipsBelowItsOwnRegionOnly() {
    String huancui = TestKeys.office("371002");
    put(huancui, "371002001", region("环翠楼街道", "township", "371002"))
        .statusCode(201)
        .body("ancestors", hasSize(4))
        .body("warnings", hasSize(0));
    put(huancui, "371002001", region("环翠楼街道", "township", "371002")).statusCode(200);
    assertThat(registry.isWithin("371002001", "370000")).isTrue();
    put(huancui, "371003001", region("龙山街道", "township", "371003")).statusCode(403);
    put(huancui, "371002", region("环翠区改", "district", "371000")).statusCode(403);
    put(huancui, "371002001", region("环翠楼街道", "township", "371003")).statusCode(403);
  }

  @Test
  void aTownshipOfAZoneKeepsItsDigitsUnderAWarning() {
    put(TestKeys.ADMIN, "371099", region("试验区", "district", "371000")).statusCode(201);
    put(TestKeys.ADMIN, "371002099", region("试验街道", "township", "371099"))
        .statusCode(201)
        .body("warnings.code", contains("township-prefix"));
  }

  @Test
  void aRegionInUseKeepsItsPlace() {
    put(TestKeys.ADMIN, "371000", region("威海市", "city", "360000"))
        .statusCode(409)
        .body("violations[0].pointer", equalTo("/parent"));
    put(TestKeys.ADMIN, "371003001", region("龙山街道", "township", "371003")).statusCode(201);
    put(TestKeys.ADMIN, "371003001", region("龙山街道", "township", "371002")).statusCode(200);
    assertThat(registry.isWithin("371003001", "371002")).isTrue();
    assertThat(registry.isWithin("371003001", "371003")).isFalse();
  }

  @Test
  void theTreeStaysATree() {
    put(TestKeys.ADMIN, "379999", region("无", "district", "999999"))
        .statusCode(422)
        .body("code", equalTo("unknown-region"));
    put(TestKeys.ADMIN, "379999", region("无", "city", "371002")).statusCode(400);
    put(TestKeys.ADMIN, "379999", region("无", "city", "379999")).statusCode(400);
    put(TestKeys.ADMIN, "379999", region("无", "township", "371002")).statusCode(400);
    put(TestKeys.ADMIN, "379999", Map.of("name", "另一国", "level", "nation")).statusCode(409);
    put(TestKeys.ADMIN, "371082", Map.of("name", "另一国", "level", "nation")).statusCode(409);
    put(TestKeys.ADMIN, "379999", Map.of("name", "无")).statusCode(400);
  }

  @Test
  void aRegionIsRetiredAndCorrectedUnderItsTag() {
    String tag =
        put(TestKeys.ADMIN, "371002077", region("旧街道", "township", "371002"))
            .statusCode(201)
            .extract()
            .header("ETag");
    Map<String, String> retired = region("旧街道", "township", "371002");
    retired.put("validTo", "2023-01-01");
    admin()
        .contentType("application/json")
        .header("If-Match", tag)
        .body(retired)
        .put("/api/v1/regions/371002077")
        .then()
        .statusCode(200)
        .body("validTo", equalTo("2023-01-01"));
    admin()
        .contentType("application/json")
        .header("If-Match", tag)
        .body(region("旧街道", "township", "371002"))
        .put("/api/v1/regions/371002077")
        .then()
        .statusCode(412);
  }

  @ParameterizedTest
  @ValueSource(strings = {"37", "37100a", "3710020001", "%27", "%00"})
  void whatIsNoCodeIsA400(String code) {
    admin().urlEncodingEnabled(false).get("/api/v1/regions/" + code).then().statusCode(400);
  }

  @Test
  void anUnknownRegionIsNotFound() {
    admin().get("/api/v1/regions/999999").then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({"level,county", "asOf,2021-02-30", "asOf,today", "parent,''", "limit,1001"})
  void aMalformedParameterIsNamed(String name, String value) {
    admin()
        .queryParam(name, value)
        .get("/api/v1/regions")
        .then()
        .statusCode(400)
        .body("violations[0].pointer", equalTo("?" + name));
  }

  private static ValidatableResponse put(String key, String code, Map<String, String> body) {
    return as(key).contentType("application/json").body(body).put("/api/v1/regions/" + code).then();
  }

  private static Map<String, String> region(String name, String level, String parent) {
    return new HashMap<>(Map.of("name", name, "level", level, "parent", parent));
  }
}
