package org.gongkai.form;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import org.gongkai.access.TestKeys;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FormResourceTest {

  @Test
  void servesTheCatalogue() {
    TestKeys.admin()
        .get("/api/v1/forms")
        .then()
        .statusCode(200)
        .body("edition", contains("2019", "2021"));
    TestKeys.admin()
        .get("/api/v1/forms/2021")
        .then()
        .statusCode(200)
        .body("document", equalTo("国办公开办函〔2021〕30号"))
        .body("sections.find { it.id == 'applications' }.cells", hasSize(175))
        .body("sections.find { it.id == 'applications' }.columns[0].label.zh", equalTo("自然人"))
        .body("rules.id", hasItem("T3-BAL"));
    TestKeys.admin()
        .get("/api/v1/forms/2019/rules")
        .then()
        .statusCode(200)
        .body("find { it.id == 'T3-ROW' }.severity", equalTo("error"));
    TestKeys.admin()
        .get("/api/v1/forms/2021/schema")
        .then()
        .statusCode(200)
        .body("$schema", equalTo("https://json-schema.org/draft/2020-12/schema"));
    TestKeys.admin()
        .get("/api/v1/channels")
        .then()
        .statusCode(200)
        .body("channels.id", hasItem("press-conference"))
        .body("units.id", contains("item", "event", "issue", "place"));
  }

  @Test
  void isClosedWithoutAKeyAndEmptyWhereThereIsNoEdition() {
    given().get("/api/v1/forms").then().statusCode(401);
    TestKeys.admin().get("/api/v1/forms/2020").then().statusCode(404);
  }
}
