package org.gongkai.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.platform.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OrganResourceTest {

  @Inject Registry registry;
  @Inject Sql sql;

  @Test
  void anOrganIsRegisteredOnceAndStaysAsItIs() {
    String first =
        put("113710020043609788", organ("威海市环翠区工业和信息化局", "371002"))
            .statusCode(201)
            .header("Location", containsString("/api/v1/organs/113710020043609788"))
            .body("region", equalTo("371002"))
            .body("regionName", equalTo("环翠区"))
            .body("kindLabel", equalTo("人民政府工作部门"))
            .body("active", equalTo(true))
            .body("versions", hasSize(1))
            .body("warnings", hasSize(0))
            .extract()
            .header("ETag");
    String again =
        put("113710020043609788", organ("威海市环翠区工业和信息化局", "371002"))
            .statusCode(200)
            .extract()
            .header("ETag");
    assertThat(again).isEqualTo(first).matches("\"[^\"]+\"");
  }

  @Test
  void renamingAndMovingKeepWhatPastYearsNeed() {
    put("T-RENAME", organ("旧局", "371002")).statusCode(201);
    put("T-RENAME", with(organ("新局", "371003"), "validFrom", "2022-03-01"))
        .statusCode(200)
        .body("name", equalTo("新局"))
        .body("versions.name", contains("旧局", "新局"))
        .body("versions[0].validTo", equalTo("2022-03-01"));
    assertThat(registry.organInYear("T-RENAME", 2021).orElseThrow().region()).isEqualTo("371002");
    assertThat(registry.organInYear("T-RENAME", 2022).orElseThrow().region()).isEqualTo("371003");
    assertThat(registry.organInYear("T-RENAME", 2022).orElseThrow().wholeYear()).isTrue();
  }

  private static int expected(String region, int year) {
    return Api.rollup("contests", region, year).extract().path("coverage.expected");
  }

  @Test
  void aMergedOrganIsExpectedNoMoreAndExplainsItsSuccessor() {
    put("T-INTO", organ("并入局", "371002")).statusCode(201);
    put("T-GONE", organ("撤销局", "371002")).statusCode(201);
    int before = expected("371002", 2023);
    put(
            "T-GONE",
            with(with(organ("撤销局", "371002"), "validTo", "2023-06-01"), "successor", "T-INTO"))
        .statusCode(200)
        .body("active", equalTo(false))
        .body("successor", equalTo("T-INTO"));
    OrganInYear gone = registry.organInYear("T-GONE", 2023).orElseThrow();
    assertThat(gone.expected()).isFalse();
    assertThat(gone.wholeYear()).isFalse();
    assertThat(gone.successor()).contains("T-INTO");
    assertThat(registry.organInYear("T-GONE", 2024)).isEmpty();
    assertThat(registry.organInYear("T-GONE", 2022).orElseThrow().expected()).isTrue();
    assertThat(expected("371002", 2023)).isEqualTo(before - 1);
    assertThat(registry.organInYear("T-INTO", 2023).orElseThrow().predecessors())
        .containsExactly("T-GONE");
    assertThat(registry.organInYear("T-INTO", 2024).orElseThrow().predecessors())
        .containsExactly("T-GONE");
    assertThat(registry.organInYear("T-INTO", 2025).orElseThrow().predecessors()).isEmpty();
    admin().get("/api/v1/organs/T-INTO").then().body("predecessors", contains("T-GONE"));
  }

  @Test
  void anOrganBelongsToEveryRegionAbove() {
    put("T-ABOVE", organ("上级局", "371002")).statusCode(201);
    for (String region : List.of("371002", "371000", "370000", "000000")) {
      assertThat(registry.isWithin("371002", region)).isTrue();
      admin()
          .queryParam("region", region)
          .queryParam("q", "上级局")
          .get("/api/v1/organs")
          .then()
          .statusCode(200)
          .body("items.code", hasItem("T-ABOVE"));
    }
    assertThat(registry.isWithin("371000", "371002")).isFalse();
    admin()
        .queryParam("region", "371003")
        .get("/api/v1/organs")
        .then()
        .body("items.code", not(hasItem("T-ABOVE")));
  }

  @Test
  void pagesAreWalkedWithoutLossOrRepetition() {
    for (int i = 0; i < 7; i++) {
      put("T-PAGE-" + i, organ("分页局" + i, "110101")).statusCode(201);
    }
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      var request = admin().queryParam("region", "110000").queryParam("limit", 3);
      if (cursor != null) {
        request.queryParam("cursor", cursor);
      }
      var page = request.get("/api/v1/organs").then().statusCode(200).body("total", equalTo(7));
      seen.addAll(page.extract().path("items.code"));
      cursor = page.extract().path("next");
    } while (cursor != null);
    assertThat(seen).hasSize(7).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void aYearShowsOrgansAsTheyWere() {
    put("T-YEAR", organ("旧名局", "120101")).statusCode(201);
    put("T-YEAR", with(organ("新名局", "120101"), "validFrom", "2022-01-01")).statusCode(200);
    put("T-YEAR", with(organ("新名局", "120101"), "validTo", "2023-05-01")).statusCode(200);
    inYear(2021).body("items.name", contains("旧名局"));
    inYear(2022).body("items.name", contains("新名局"));
    inYear(2023).body("items.name", contains("新名局"));
    inYear(2024).body("total", equalTo(0));
    admin().queryParam("region", "120101").get("/api/v1/organs").then().body("total", equalTo(0));
  }

  private static ValidatableResponse inYear(int year) {
    return admin()
        .queryParam("region", "120101")
        .queryParam("year", year)
        .get("/api/v1/organs")
        .then()
        .statusCode(200);
  }

  @Test
  void wildcardsAreLetters() {
    put("T-WILD", organ("百分之百_局%", "130102")).statusCode(201);
    put("T-WILD2", organ("普通局", "130102")).statusCode(201);
    for (String q : List.of("%", "_", "_局%")) {
      found(q).body("items.code", contains("T-WILD"));
    }
    for (String q : List.of("' OR 1=1 --", "\\", "局'; DROP TABLE organ; --", "%%", "$1")) {
      found(q).body("total", equalTo(0));
    }
    found("T-WILD").body("total", equalTo(2));
  }

  private static ValidatableResponse found(String q) {
    return admin()
        .queryParam("region", "130102")
        .queryParam("q", q)
        .get("/api/v1/organs")
        .then()
        .statusCode(200);
  }

  @Test
  void aCodeWithAWrongCheckCharacterIsMeantOnlyWhenInsisted() {
    put("113710020043609789", organ("校验局", "371002"))
        .statusCode(400)
        .body("code", equalTo("invalid-request"))
        .body("violations[0].pointer", equalTo("path:code"))
        .body("detail", containsString("地址中的 code："))
        .body("detail", not(containsString("path:code")))
        .body("violations[0].message", containsString("insist=true"));
    admin().get("/api/v1/organs/113710020043609789").then().statusCode(404);
    admin()
        .contentType("application/json")
        .body(organ("校验局", "371002"))
        .put("/api/v1/organs/113710020043609789?insist=true")
        .then()
        .statusCode(201)
        .body("warnings.code", hasItem("check-character"));
    put("113710020043609789", organ("校验局二", "371002")).statusCode(200);
  }

  @Test
  void anUnknownRegionOrSuccessorIsNamed() {
    put("T-UNKNOWN", organ("局", "999999"))
        .statusCode(422)
        .body("code", equalTo("unknown-region"))
        .body("violations[0].pointer", equalTo("/region"));
    put("T-UNKNOWN", with(with(organ("局", "371002"), "validTo", "2024-01-01"), "successor", "NONE"))
        .statusCode(422)
        .body("code", equalTo("unknown-organ"))
        .body("violations[0].pointer", equalTo("/successor"));
    admin().get("/api/v1/organs/T-UNKNOWN").then().statusCode(404);
    admin().queryParam("region", "999999").get("/api/v1/organs").then().statusCode(422);
  }

  private static Map<String, String> merged(String into, String day) {
    return with(with(organ("局", "371002"), "validTo", day), "successor", into);
  }

  /** Whoever looks for who is in charge today would look for ever. */
  @Test
  void mergersThatLeadBackAreRefused() {
    for (String code : List.of("T-C1", "T-C2", "T-C3")) {
      put(code, organ("局", "371002")).statusCode(201);
    }
    put("T-C1", merged("T-C2", "2020-01-01")).statusCode(200);
    put("T-C2", merged("T-C3", "2019-01-01")).statusCode(200);
    String tag = admin().get("/api/v1/organs/T-C3").header("ETag");
    for (String into : List.of("T-C1", "T-C2")) {
      put("T-C3", merged(into, "2021-01-01"))
          .statusCode(400)
          .body("code", equalTo("invalid-request"))
          .body("violations.pointer", contains("/successor"))
          .body("violations[0].message", containsString("循环"));
    }
    admin()
        .get("/api/v1/organs/T-C3")
        .then()
        .header("ETag", equalTo(tag))
        .body("active", equalTo(true));
  }

  /** It was taken apart again: each of the two was alive when the other one ended. */
  @Test
  void whatIsFoundedAgainMayTakeOverWhatItWasMergedInto() {
    put("T-D1", organ("局", "371002")).statusCode(201);
    put("T-D2", organ("局", "371002")).statusCode(201);
    put("T-D1", merged("T-D2", "2018-01-01")).statusCode(200);
    put("T-D1", with(organ("局", "371002"), "validFrom", "2020-01-01")).statusCode(200);
    put("T-D2", merged("T-D1", "2022-01-01")).statusCode(200);
    put("T-D1", with(merged("T-D2", "2023-01-01"), "validFrom", "2020-01-01"))
        .statusCode(400)
        .body("violations.pointer", contains("/successor"));
  }

  @Test
  void aMergerMustBePermittedOnBothSides() {
    String huancui = TestKeys.office("371002");
    put("T-E1", organ("局", "371002")).statusCode(201);
    put("T-E2", organ("局", "371003")).statusCode(201);
    putAs(huancui, "T-E1", merged("T-E2", "2022-01-01"))
        .statusCode(403)
        .body("violations.pointer", contains("/successor"))
        .body("violations[0].message", containsString("371003"));
    putAs(TestKeys.office("371000"), "T-E1", merged("T-E2", "2022-01-01")).statusCode(200);
    putAs(huancui, "T-E1", merged("T-E2", "2022-01-01")).statusCode(200);
    putAs(huancui, "T-E1", with(merged("T-E2", "2022-01-01"), "name", "更名")).statusCode(200);
    // What has moved is where it was on that day.
    put("T-E3", organ("局", "371002")).statusCode(201);
    put("T-E3", with(organ("局", "371003"), "validFrom", "2023-01-01")).statusCode(200);
    put("T-E4", organ("局", "371002")).statusCode(201);
    putAs(huancui, "T-E4", merged("T-E3", "2024-01-01")).statusCode(403);
    putAs(huancui, "T-E4", merged("T-E3", "2022-01-01")).statusCode(200);
  }

  @Test
  void everythingThatIsWrongIsNamedAtOnce() {
    put("T-WRONG", Map.of("name", " ", "region", "37", "kind", "office", "validFrom", "2021-02-30"))
        .statusCode(400)
        .body("violations.pointer", contains("/name", "/kind", "/region", "/validFrom"));
    put("T-WRONG", with(organ("局", "371002"), "successor", "T-WRONG"))
        .statusCode(400)
        .body("violations.pointer", everyItem(equalTo("/successor")));
    put("T-WRONG", with(organ("局", "371002"), "code", "X"))
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/code"));
    put("T-WRONG", with(organ("局\n长", "371002"), "validFrom", "+999999999-12-31")).statusCode(400);
    admin().contentType("application/json").put("/api/v1/organs/T-WRONG").then().statusCode(400);
  }

  @Test
  void aStaleTagWins() {
    String tag = put("T-TAG", organ("标签局", "371002")).statusCode(201).extract().header("ETag");
    putIf("T-TAG", "\"other\"", organ("标签局二", "371002"))
        .statusCode(412)
        .body("code", equalTo("stale-etag"));
    putIf("T-TAG", "W/" + tag, organ("标签局二", "371002")).statusCode(412);
    putIf("T-TAG", "\"x\", " + tag, organ("标签局二", "371002")).statusCode(200);
    putIf("T-TAG", tag, organ("标签局三", "371002")).statusCode(412);
    putIf("T-TAG", "*", organ("标签局三", "371002")).statusCode(200);
    putIf("T-NO-TAG", "*", organ("无", "371002")).statusCode(412);
    admin().get("/api/v1/organs/T-NO-TAG").then().statusCode(404);
  }

  @Test
  void manyRegistrarsOfOneOrganNeverMakeVersionsOverlap() throws Exception {
    List<Callable<Integer>> puts = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      String name = "并发局" + i;
      String from = "20" + (10 + i % 12) + "-01-01";
      puts.add(
          () ->
              admin()
                  .contentType("application/json")
                  .body(with(organ(name, "371002"), "validFrom", from))
                  .put("/api/v1/organs/T-RACE")
                  .statusCode());
    }
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      for (Future<Integer> future : pool.invokeAll(puts)) {
        statuses.add(future.get());
      }
    }
    assertThat(statuses).allMatch(s -> s == 200 || s == 201 || s == 409);
    assertThat(statuses.stream().filter(s -> s == 201)).hasSize(1);
    assertThat(
            sql.statement(
                    "SELECT count(*) FROM organ_version a JOIN organ_version b ON a.organ = b.organ"
                        + " AND a.valid_from < b.valid_from AND b.valid_from < a.valid_to")
                .first(row -> row.getLong(1)))
        .contains(0L);
  }

  @Test
  void ofTwoWithTheSameTagOneWins() throws Exception {
    String tag = put("T-TWO", organ("二者局", "371002")).statusCode(201).extract().header("ETag");
    List<Callable<Integer>> puts = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String name = "二者局" + i;
      puts.add(() -> putIf("T-TWO", tag, organ(name, "371002")).extract().statusCode());
    }
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
      for (Future<Integer> future : pool.invokeAll(puts)) {
        statuses.add(future.get());
      }
    }
    assertThat(statuses.stream().filter(s -> s == 200)).hasSize(1);
    assertThat(statuses.stream().filter(s -> s == 412)).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%00", "A%00B", "113710020043609788x", "%27", "a", "..%2f", "%E5%B1%80", "%FF"})
  void whatIsNoCodeIsA400(String code) {
    admin().urlEncodingEnabled(false).get("/api/v1/organs/" + code).then().statusCode(400);
    admin()
        .urlEncodingEnabled(false)
        .contentType("application/json")
        .body(organ("局", "371002"))
        .put("/api/v1/organs/" + code)
        .then()
        .statusCode(400);
  }

  @ParameterizedTest
  @CsvSource({
    "region,' '",
    "q,''",
    "kind,office",
    "kind,''",
    "year,abc",
    "year,1",
    "year,99999999999",
    "limit,0",
    "limit,-1",
    "limit,1.5",
    "limit,''",
    "cursor,'a b'",
    "cursor,''"
  })
  void aMalformedParameterIsNamed(String name, String value) {
    admin()
        .queryParam(name, value)
        .get("/api/v1/organs")
        .then()
        .statusCode(400)
        .body("violations[0].pointer", equalTo("?" + name));
  }

  @Test
  void aNulInAParameterIsA400() {
    admin().urlEncodingEnabled(false).get("/api/v1/organs?q=%00").then().statusCode(400);
  }

  @Test
  void anOfficeRegistersInItsOwnRegionAndBelow() {
    String weihai = TestKeys.office("371000");
    putAs(weihai, "T-OFFICE", organ("局", "371002")).statusCode(201);
    putAs(weihai, "T-OFFICE-2", organ("局", "370202"))
        .statusCode(403)
        .body("code", equalTo("forbidden"));
  }

  @Test
  void aMoveMustBePermittedOnBothSides() {
    String huancui = TestKeys.office("371002");
    put("T-MOVE", organ("局", "371003")).statusCode(201);
    putAs(huancui, "T-MOVE", with(organ("局", "371002"), "validFrom", "2022-01-01")).statusCode(403);
    putAs(huancui, "T-MOVE", organ("局", "371002")).statusCode(403);
    // Not even a past in which it was theirs.
    putAs(
            huancui,
            "T-MOVE",
            with(with(organ("局", "371002"), "validFrom", "2001-01-01"), "validTo", "2002-01-01"))
        .statusCode(403);
    putAs(
            TestKeys.office("371000"),
            "T-MOVE",
            with(organ("局", "371002"), "validFrom", "2022-01-01"))
        .statusCode(200);
    putAs(huancui, "T-MOVE", organ("局，更正", "371002")).statusCode(200);
  }

  @Test
  void anOrganReadsButDoesNotRegister() {
    put("T-READS", organ("局", "371002")).statusCode(201);
    String key = TestKeys.organ("T-READS");
    putAs(key, "T-READS", organ("新局", "371002")).statusCode(403);
    as(key).get("/api/v1/organs").then().statusCode(200).body("total", notNullValue());
    as(key)
        .contentType("text/csv")
        .body("code\n")
        .post("/api/v1/organs/import")
        .then()
        .statusCode(403);
  }

  @Test
  void withoutAKeyNothingIsShown() {
    given().get("/api/v1/organs").then().statusCode(401);
    given().get("/api/v1/regions").then().statusCode(401);
  }

  private static ValidatableResponse put(String code, Map<String, String> body) {
    return admin().contentType("application/json").body(body).put("/api/v1/organs/" + code).then();
  }

  private static ValidatableResponse putAs(String key, String code, Map<String, String> body) {
    return as(key).contentType("application/json").body(body).put("/api/v1/organs/" + code).then();
  }

  private static ValidatableResponse putIf(String code, String tag, Map<String, String> body) {
    return admin()
        .contentType("application/json")
        .header("If-Match", tag)
        .body(body)
        .put("/api/v1/organs/" + code)
        .then();
  }

  private static Map<String, String> organ(String name, String region) {
    return Map.of("name", name, "region", region, "kind", "department");
  }

  private static Map<String, String> with(Map<String, String> body, String key, String value) {
    Map<String, String> more = new java.util.HashMap<>(body);
    more.put(key, value);
    return more;
  }
}
