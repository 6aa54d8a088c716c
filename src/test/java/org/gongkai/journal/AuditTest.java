package org.gongkai.journal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.journey.Steps;
import org.gongkai.platform.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who did what and when, and who was refused. */
@QuarkusTest
class AuditTest {

  @Inject Sql sql;

  private final City city = City.found();
  private String district;
  private String organ;

  @BeforeEach
  void register() {
    district = city.district();
    organ = city.organ(district);
  }

  private static ValidatableResponse audit(String key, String query) {
    return as(key).get("/api/v1/audit" + (query.isEmpty() ? "" : "?" + query)).then();
  }

  @Test
  void aWriteIsRemembered() {
    String key = TestKeys.organ(organ);
    long id = Api.id(Api.file(as(key), Sample.huancui(organ)).statusCode(201));
    audit(TestKeys.ADMIN, "report=" + id)
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].action", equalTo("fileReport"))
        .body("items[0].outcome", equalTo("done"))
        .body("items[0].status", equalTo(201))
        .body("items[0].role", equalTo("organ"))
        .body("items[0].organ", equalTo(organ))
        .body("items[0].region", equalTo(district))
        .body("items[0].caller", equalTo(key.substring(0, key.indexOf('_', 3))))
        .body("items[0].method", equalTo("POST"))
        .body("items[0].address", notNullValue());
    Steps.accept(as(TestKeys.office(district)), id).statusCode(200);
    audit(TestKeys.office(district), "report=" + id)
        .body("items", hasSize(2))
        .body("items[0].action", equalTo("acceptReport"))
        .body("items[0].role", equalTo("office"));
  }

  @Test
  void aRefusedAttemptIsRememberedWhereItWasAndWhereItCameFrom() {
    City neighbours = City.found();
    String elsewhere = neighbours.district();
    String stranger = TestKeys.office(elsewhere);
    long id = Api.filed(Sample.huancui(organ));
    as(stranger).get("/api/v1/reports/{id}", id).then().statusCode(403);
    Steps.accept(as(stranger), id).statusCode(403);
    Steps.accept(as(TestKeys.organ(organ)), id).statusCode(403);
    for (String key : List.of(TestKeys.office(district), stranger)) {
      audit(key, "outcome=refused")
          .body("items.findAll { it.action == 'getReport' }", hasSize(1))
          .body("items.find { it.action == 'getReport' }.problem", equalTo("forbidden"))
          .body("items.find { it.action == 'getReport' }.region", equalTo(district));
    }
    audit(TestKeys.office(district), "outcome=refused&organ=" + organ)
        .body("items.findAll { it.action == 'acceptReport' }", hasSize(2));
    audit(TestKeys.office(neighbours.district()), "outcome=refused").body("items", hasSize(0));
  }

  @Test
  void whatWasRefusedForItsContentIsRememberedToo() {
    String office = TestKeys.office(district);
    Api.file(
            as(office),
            Sample.with(Sample.huancui(organ), "/applications/received/naturalPerson", 1))
        .statusCode(422);
    audit(office, "outcome=refused")
        .body("items[0].problem", equalTo("figures-inconsistent"))
        .body("items[0].status", equalTo(422))
        .body("items[0].organ", equalTo(organ))
        .body("items[0].report", nullValue());
  }

  @Test
  void anUnknownKeyIsRememberedWithoutItself() {
    String key = "gk_00000000_" + "0".repeat(40);
    given().header("X-API-Key", key).get("/api/v1/caller").then().statusCode(401);
    ValidatableResponse found =
        audit(TestKeys.ADMIN, "outcome=refused")
            .body("items[0].problem", equalTo("unauthenticated"))
            .body("items[0].action", equalTo("getCaller"))
            .body("items[0].caller", nullValue());
    assertThat(found.extract().asString()).doesNotContain(key);
  }

  @Test
  void onlyOfficesAndAdministratorsReadIt() {
    audit(TestKeys.organ(organ), "").statusCode(403);
    audit(TestKeys.reader(), "").statusCode(403);
    given().get("/api/v1/audit").then().statusCode(401);
    audit(TestKeys.ADMIN, "limit=0").statusCode(400);
    audit(TestKeys.ADMIN, "cursor=x").statusCode(400);
    audit(TestKeys.ADMIN, "from=today").statusCode(400);
  }

  @Test
  void itIsReadPageByPage() {
    for (int year = 2019; year < 2024; year++) {
      Api.filed(Sample.nil(organ, year));
    }
    String first = audit(TestKeys.ADMIN, "organ=" + organ + "&limit=4").extract().path("next");
    audit(TestKeys.ADMIN, "organ=" + organ + "&limit=4&cursor=" + first)
        .body("items", hasSize(2))
        .body("next", nullValue());
  }

  @Test
  void theServiceCannotChangeWhatWasRecorded() {
    Api.filed(Sample.huancui(organ));
    for (String table : List.of("audit", "report_event", "receipt", "remark", "figure")) {
      for (String change :
          List.of(
              "UPDATE %1$s SET %2$s = %2$s",
              "DELETE FROM %1$s",
              "TRUNCATE %1$s",
              "DROP TABLE %1$s",
              "ALTER TABLE %1$s DISABLE TRIGGER ALL")) {
        String column =
            table.equals("receipt") ? "number" : table.equals("audit") ? "at" : "report";
        assertThatThrownBy(() -> sql.statement(change.formatted(table, column)).update())
            .as(change + " " + table)
            .rootCause()
            .satisfiesAnyOf(
                e -> assertThat(e).hasMessageContaining("permission denied"),
                e -> assertThat(e).hasMessageContaining("must be owner"));
      }
      // PostgreSQL only warns of this one.
      sql.statement("GRANT ALL ON " + table + " TO CURRENT_USER").update();
      assertThatThrownBy(() -> sql.statement("DELETE FROM " + table).update())
          .rootCause()
          .hasMessageContaining("permission denied");
    }
    for (String change :
        List.of(
            "UPDATE revision SET digest = digest", "DELETE FROM revision", "TRUNCATE revision")) {
      assertThatThrownBy(() -> sql.statement(change).update())
          .rootCause()
          .hasMessageContaining("denied");
    }
  }
}
