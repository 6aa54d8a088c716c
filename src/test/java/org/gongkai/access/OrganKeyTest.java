package org.gongkai.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Csv;
import org.gongkai.platform.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The keys of many organs, made at once and shown once. */
@QuarkusTest
class OrganKeyTest {

  @Inject Sql sql;

  private final City city = City.found();
  private String district;

  @BeforeEach
  void register() {
    district = city.district();
  }

  @Test
  void eachOrganGetsAKeyThatWorksOrIsToldWhyNot() {
    String one = city.organ(district);
    String other = city.organ(district);
    String elsewhere = city.organ(city.district());
    ValidatableResponse made =
        make(
                as(TestKeys.office(district)),
                Map.of("organs", List.of(one, "NOBODY", other, elsewhere), "label", "2025年度"))
            .statusCode(200)
            .header("Cache-Control", "no-store")
            .body("items.organ", contains(one, "NOBODY", other, elsewhere))
            .body("items.status", contains(201, 422, 201, 403))
            .body("items.problem.code", contains("unknown-organ", "forbidden"))
            .body("items[0].label", equalTo("2025年度"))
            .body("created", equalTo(2))
            .body("refused", equalTo(2))
            .body("more", equalTo(false));
    // what one statement has written has one command id
    assertThat(
            sql.statement(
                    "SELECT count(DISTINCT cmin::text) AS statements FROM api_key WHERE organ = ANY (:organs)")
                .bind("organs", new String[] {one, other})
                .first(row -> row.getInt("statements")))
        .contains(1);
    for (int i : List.of(0, 2)) {
      String key = made.extract().path("items[" + i + "].key");
      as(key)
          .get("/api/v1/caller")
          .then()
          .statusCode(200)
          .body("organ", equalTo(made.extract().<String>path("items[" + i + "].organ")));
    }
    Api.get("/api/v1/keys?organ=" + elsewhere).body("total", equalTo(0));
    Api.get("/api/v1/audit?region=" + district)
        .body(
            "items.findAll { it.action == 'createOrganKeys' && it.outcome == 'done' }.lines",
            contains(2))
        .body(
            "items.find { it.action == 'createOrganKeys' && it.outcome == 'done' }.organs",
            contains(one, other));
    Api.get("/api/v1/audit?organ=" + elsewhere)
        .body("items[0].action", equalTo("createOrganKeys"))
        .body("items[0].outcome", equalTo("refused"));
  }

  @Test
  void aRegionsOrgansWithoutAKeyGetOneAsAFileToHandOut() {
    String township = city.township(district);
    String has = city.organ(district);
    String had = city.organ(district);
    String below = city.organ(township);
    TestKeys.organ(has);
    TestKeys.organ(had);
    String old = Api.get("/api/v1/keys?organ=" + had).extract().path("items[0].id");
    admin().delete("/api/v1/keys/" + old).then().statusCode(204);
    String name = UUID.randomUUID().toString();
    Response answer = file(name);
    answer
        .then()
        .statusCode(200)
        .contentType(startsWith("text/csv"))
        .header("Content-Disposition", containsString("keys.csv"))
        .header("Cache-Control", "no-store");
    List<Map<String, String>> lines = Csv.read(answer.asString());
    assertThat(lines).extracting(line -> line.get("organ")).containsExactly(had, below);
    for (Map<String, String> line : lines) {
      as(line.get("key")).get("/api/v1/caller").then().body("organ", equalTo(line.get("organ")));
      assertThat(line.get("name")).endsWith("局");
      assertThat(line.get("problem")).isEmpty();
    }
    Response again = file(name);
    again.then().header("Idempotency-Replayed", "true").contentType(startsWith("text/csv"));
    assertThat(again.asString()).isEqualTo(answer.asString());
    make(admin(), Map.of("region", district)).statusCode(200).body("items", hasSize(0));
  }

  private Response file(String name) {
    return as(TestKeys.ADMIN)
        .header("Idempotency-Key", name)
        .contentType(ContentType.JSON)
        .body(Map.of("region", district))
        .post("/api/v1/keys/organs?format=csv");
  }

  @Test
  void noKeyStandsInALog() {
    StringBuilder logged = new StringBuilder();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            logged.append(entry.getMessage()).append(List.of(parameters(entry))).append('\n');
          }

          private Object[] parameters(LogRecord entry) {
            return entry.getParameters() == null ? new Object[0] : entry.getParameters();
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger root = Logger.getLogger("");
    root.addHandler(handler);
    try {
      String key =
          make(admin(), Map.of("organs", List.of(city.organ(district))))
              .extract()
              .path("items[0].key");
      assertThat(key).hasSize(52);
      assertThat(logged.toString()).contains("keys of role organ").doesNotContain(key);
      Api.get("/api/v1/audit?region=" + district).body(not(containsString(key)));
    } finally {
      root.removeHandler(handler);
    }
  }

  @Test
  void contradictionsAreRefused() {
    String organ = city.organ(district);
    refused(Map.of(), "/organs");
    refused(Map.of("organs", List.of(organ), "region", district), "/organs");
    refused(Map.of("organs", List.of()), "/organs");
    refused(Map.of("organs", List.of(organ, organ)), "/organs/1");
    refused(
        Map.of("organs", List.of(organ), "label", " ", "expiresAt", "2001-01-01T00:00:00Z"),
        "/label",
        "/expiresAt");
    make(admin(), Map.of("region", "999999"))
        .statusCode(422)
        .body("code", equalTo("unknown-region"));
    make(as(TestKeys.office(district)), Map.of("region", city.code())).statusCode(403);
    make(as(TestKeys.organ(organ)), Map.of("organs", List.of(organ))).statusCode(403);
  }

  private static void refused(Object wanted, String... pointers) {
    make(admin(), wanted).statusCode(400).body("violations.pointer", contains(pointers));
  }

  private static ValidatableResponse make(RequestSpecification caller, Object wanted) {
    return caller.contentType(ContentType.JSON).body(wanted).post("/api/v1/keys/organs").then();
  }
}
