package org.gongkai.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CallerTest {

  @Test
  void theConfiguredKeyIsAnAdministrator() {
    TestKeys.admin()
        .get("/api/v1/caller")
        .then()
        .statusCode(200)
        .body("role", equalTo("admin"))
        .body("prefix", equalTo("configured"))
        .body("organ", nullValue());
  }

  @Test
  void aKeyMayComeAsBearerToken() {
    given()
        .header("Authorization", "Bearer " + TestKeys.office("371002"))
        .get("/api/v1/caller")
        .then()
        .statusCode(200)
        .body("role", equalTo("office"))
        .body("region", equalTo("371002"));
  }
}
