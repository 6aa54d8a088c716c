package org.gongkai.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestOrgans.HUANCUI;
import static org.gongkai.access.TestOrgans.HUANCUI_ORGAN;
import static org.gongkai.access.TestOrgans.QINGDAO;
import static org.gongkai.access.TestOrgans.QINGDAO_ORGAN;
import static org.gongkai.access.TestOrgans.WEIHAI;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class KeyResourceTest {

  @Inject TestClock clock;

  @AfterEach
  void setTheClockRight() {
    clock.reset();
  }

  @BeforeEach
  void registerOrgans() {
    TestOrgans.register();
  }

  @Test
  void aNewKeyIsShownOnceAndWorks() {
    ValidatableResponse made =
        make(TestKeys.ADMIN, Map.of("role", "organ", "organ", HUANCUI_ORGAN, "label", " 公文系统 "))
            .statusCode(201)
            .header("Cache-Control", equalTo("no-store"))
            .body("key", matchesPattern("gk_[0-9a-z]{8}_[0-9a-z]{40}"))
            .body("role", equalTo("organ"))
            .body("organ", equalTo(HUANCUI_ORGAN))
            .body("region", nullValue())
            .body("label", equalTo("公文系统"))
            .body("createdAt", endsWith("Z"))
            .body("expiresAt", nullValue());
    String key = made.extract().path("key");
    String id = made.extract().path("id");
    assertThat(key).startsWith(made.extract().path("prefix") + "_");
    made.header("Location", endsWith("/api/v1/keys/" + id));

    as(key, 200).body("role", equalTo("organ")).body("organ", equalTo(HUANCUI_ORGAN));
    TestKeys.admin()
        .get("/api/v1/keys/" + id)
        .then()
        .statusCode(200)
        .body("state", equalTo("live"))
        .body("createdBy", equalTo("configured"))
        .body("lastUsedAt", notNullValue())
        .body("key", nullValue());
    String everything = TestKeys.admin().get("/api/v1/keys?limit=500").body().asString();
    assertThat(everything).contains(id).doesNotContain(key.substring(12));
  }

  @Test
  void aRevokedKeyIsRefusedAtOnceAndRevokingItAgainChangesNothing() {
    ValidatableResponse made = make(TestKeys.ADMIN, Map.of("role", "reader")).statusCode(201);
    String key = made.extract().path("key");
    String address = "/api/v1/keys/" + made.extract().path("id");
    as(key, 200);
    TestKeys.admin().delete(address).then().statusCode(204);
    as(key, 401).body("code", equalTo("unauthenticated"));
    String revokedAt = TestKeys.admin().get(address).path("revokedAt");
    TestKeys.admin().delete(address).then().statusCode(204);
    TestKeys.admin()
        .get(address)
        .then()
        .body("state", equalTo("revoked"))
        .body("revokedAt", equalTo(revokedAt));
  }

  @Test
  void anExpiredKeyIsRefusedInTheSameWordsAsAnUnknownOne() {
    String soon = Instant.now().plus(Duration.ofHours(1)).toString();
    String key =
        make(TestKeys.ADMIN, Map.of("role", "reader", "expiresAt", soon))
            .statusCode(201)
            .extract()
            .path("key");
    as(key, 200).body("expiresAt", notNullValue());
    clock.advance(Duration.ofMinutes(61));
    String expired = as(key, 401).extract().body().asString();
    String unknown = as(key.substring(0, 50) + "00", 401).extract().body().asString();
    assertThat(expired).isEqualTo(unknown);
  }

  @Test
  void twoKeysOfAnOrganCanBeLiveAtATime() {
    String one = TestKeys.organ(HUANCUI_ORGAN);
    String other = TestKeys.organ(HUANCUI_ORGAN);
    as(one, 200);
    as(other, 200);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "organ,  -,                        -,      400, /organ",
        "organ,  HUANCUI-ORGAN-OF-ACCESS,  371002, 400, /region",
        "organ,  NOBODY,                   -,      422, /organ",
        "office, -,                        -,      400, /region",
        "office, HUANCUI-ORGAN-OF-ACCESS,  371002, 400, /organ",
        "office, -,                        999999, 422, /region",
        "reader, HUANCUI-ORGAN-OF-ACCESS,  -,      400, /organ",
        "reader, -,                        x,      422, /region",
        "admin,  -,                        371002, 400, /region"
      })
  void aKeyNamesWhatItsRoleNeedsAndNothingElse(
      String role, String organ, String region, int status, String pointer) {
    make(TestKeys.ADMIN, wanted(role, organ, region))
        .statusCode(status)
        .body("violations[0].pointer", equalTo(pointer));
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    make(TestKeys.ADMIN, Map.of("label", " ", "expiresAt", "2020-01-01T00:00:00+08:00"))
        .statusCode(400)
        .body("violations.pointer", equalTo(List.of("/role", "/label", "/expiresAt")));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "organ,  HUANCUI-ORGAN-OF-ACCESS, -,      201",
        "organ,  QINGDAO-ORGAN-OF-ACCESS, -,      403",
        "reader, -,                       371002, 201",
        "reader, -,                       371000, 201",
        "reader, -,                       370200, 403",
        "reader, -,                       370000, 403",
        "reader, -,                       -,      403",
        "office, -,                       371002, 403",
        "admin,  -,                       -,      403"
      })
  void anOfficeMakesKeysOfOrgansAndReadersInItsRegion(
      String role, String organ, String region, int status) {
    make(TestKeys.office(WEIHAI), wanted(role, organ, region)).statusCode(status);
  }

  @Test
  void anOfficeSeesAndRevokesTheKeysThatItKeepsAndNoOthers() {
    String weihai = TestKeys.office(WEIHAI);
    String own = idOf(Map.of("role", "organ", "organ", HUANCUI_ORGAN));
    String readers = idOf(Map.of("role", "reader", "region", HUANCUI));
    String foreign = idOf(Map.of("role", "organ", "organ", QINGDAO_ORGAN));
    String office = idOf(Map.of("role", "office", "region", HUANCUI));

    List<String> seen = TestKeys.as(weihai).get("/api/v1/keys?limit=500").path("items.id");
    assertThat(seen).contains(own, readers).doesNotContain(foreign, office);

    for (String id : List.of(own, readers)) {
      TestKeys.as(weihai).get("/api/v1/keys/" + id).then().statusCode(200);
      TestKeys.as(weihai).delete("/api/v1/keys/" + id).then().statusCode(204);
    }
    String unknown = "00000000-0000-0000-0000-00000000dead";
    for (String id : List.of(foreign, office, unknown, "x")) {
      TestKeys.as(weihai).get("/api/v1/keys/" + id).then().statusCode(404);
      TestKeys.as(weihai).delete("/api/v1/keys/" + id).then().statusCode(404);
    }
    TestKeys.admin().get("/api/v1/keys/" + foreign).then().body("state", equalTo("live"));
  }

  @Test
  void organsAndReadersHaveNothingToDoWithKeys() {
    for (String key :
        List.of(TestKeys.organ(HUANCUI_ORGAN), TestKeys.reader(), TestKeys.reader(HUANCUI))) {
      make(key, Map.of("role", "reader")).statusCode(403).body("code", equalTo("forbidden"));
      TestKeys.as(key).get("/api/v1/keys").then().statusCode(403);
      TestKeys.as(key).get("/api/v1/keys/x").then().statusCode(403);
      TestKeys.as(key).delete("/api/v1/keys/x").then().statusCode(403);
    }
  }

  @Test
  void theListIsFilteredAndPaged() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.addFirst(idOf(Map.of("role", "reader", "region", "650100")));
    }
    idOf(Map.of("role", "office", "region", "650100"));

    String address = "/api/v1/keys?role=reader&region=650000&limit=2";
    List<String> seen = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      var page = TestKeys.admin().get(address + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      page.then().statusCode(200).body("total", equalTo(5));
      seen.addAll(page.path("items.id"));
      cursor = page.path("next");
    }
    assertThat(seen).isEqualTo(made);
    TestKeys.admin()
        .get("/api/v1/keys?organ=" + QINGDAO_ORGAN + "&region=" + HUANCUI)
        .then()
        .body("total", equalTo(0));
    TestKeys.admin().get("/api/v1/keys?region=" + QINGDAO).then().statusCode(200);
  }

  @Test
  void aReadersKeySaysWhetherItSeesWhatIsNotPublished() {
    Map<String, Object> wanted = Map.of("role", "reader", "region", HUANCUI, "unpublished", true);
    ValidatableResponse made = make(TestKeys.office(HUANCUI), wanted).statusCode(201);
    made.body("unpublished", equalTo(true));
    String id = made.extract().path("id");
    TestKeys.admin().get("/api/v1/keys/" + id).then().body("unpublished", equalTo(true));
    TestKeys.as(made.extract().path("key"))
        .get("/api/v1/caller")
        .then()
        .body("unpublished", equalTo(true));
    String next =
        TestKeys.admin()
            .contentType(ContentType.JSON)
            .body(Map.of())
            .post("/api/v1/keys/" + id + "/rotation")
            .then()
            .statusCode(201)
            .body("unpublished", equalTo(true))
            .extract()
            .path("key");
    TestKeys.as(next).get("/api/v1/caller").then().body("unpublished", equalTo(true));
    make(TestKeys.ADMIN, Map.of("role", "reader")).body("unpublished", equalTo(false));
    make(TestKeys.ADMIN, Map.of("role", "office", "region", HUANCUI, "unpublished", true))
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/unpublished"));
  }

  @Test
  void theConfiguredKeyIsRevokedByTheConfigurationOnly() {
    TestKeys.admin()
        .delete("/api/v1/keys/" + ConfiguredKey.ID)
        .then()
        .statusCode(409)
        .body("code", equalTo("state-conflict"));
    as(TestKeys.ADMIN, 200);
  }

  private static ValidatableResponse make(String key, Map<String, ?> wanted) {
    return TestKeys.as(key).contentType(ContentType.JSON).body(wanted).post("/api/v1/keys").then();
  }

  private static String idOf(Map<String, String> wanted) {
    return make(TestKeys.ADMIN, wanted).statusCode(201).extract().path("id");
  }

  private static ValidatableResponse as(String key, int status) {
    return given().header("X-API-Key", key).get("/api/v1/caller").then().statusCode(status);
  }

  private static Map<String, String> wanted(String role, String organ, String region) {
    Map<String, String> wanted = new HashMap<>(Map.of("role", role));
    if (organ != null) {
      wanted.put("organ", organ);
    }
    if (region != null) {
      wanted.put("region", region);
    }
    return wanted;
  }
}
