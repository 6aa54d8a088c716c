package org.gongkai.form;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import org.gongkai.access.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        .body("find { it.id == 'T3-ROW' }.severity", equalTo("error"))
        .body("find { it.id == 'TEXT-YEAR' }.severity", equalTo("error"))
        .body("find { it.id == 'TEXT-YEAR' }.relation", equalTo("text"));
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

  @ParameterizedTest
  @ValueSource(
      strings = {"forms", "forms/2019", "forms/2021/rules", "forms/2021/schema", "channels"})
  void saysWhenTheCallerHasItAlready(String path) {
    String tag =
        TestKeys.admin()
            .get("/api/v1/" + path)
            .then()
            .statusCode(200)
            .header("Cache-Control", equalTo("private, max-age=300"))
            .extract()
            .header("ETag");
    assertThat(tag).matches("\"[0-9a-f]{24}\"");
    TestKeys.admin()
        .header("If-None-Match", "\"x\", " + tag)
        .get("/api/v1/" + path)
        .then()
        .statusCode(304)
        .header("ETag", equalTo(tag));
    TestKeys.admin().header("If-None-Match", "\"x\"").get("/api/v1/" + path).then().statusCode(200);
  }

  @Test
  void handsOutTheFileInForceAsItIsWritten() {
    byte[] file =
        TestKeys.admin()
            .get("/api/v1/forms/2021/file")
            .then()
            .statusCode(200)
            .contentType("application/yaml")
            .header("Content-Disposition", equalTo("attachment; filename=\"2021.yaml\""))
            .extract()
            .asByteArray();
    assertThat(file).isEqualTo(FormFileTexts.packaged("2021.yaml"));
    TestKeys.admin().get("/api/v1/forms/2020/file").then().statusCode(404);
  }

  @Test
  void leavesOutWhatARuleDoesNotHave() {
    TestKeys.admin()
        .get("/api/v1/forms/2021/rules")
        .then()
        .statusCode(200)
        .body("find { it.id == 'INT' }.containsKey('section')", equalTo(false))
        .body("find { it.id == 'T3-BAL' }.left", contains("received", "carriedOver"))
        .body("find { it.id == 'T3-BAL' }.relation", equalTo("sum"))
        .body("find { it.id == 'T3-BAL' }.hint.zh", equalTo("本年新收加上年结转，须等于办理结果总计加结转下年度。"));
  }

  @Test
  void servesTheSchemaAsASchemaOrAsJson() {
    TestKeys.admin()
        .get("/api/v1/forms/all/schema")
        .then()
        .statusCode(200)
        .contentType("application/schema+json")
        .body("'$defs'.containsKey('Disclosure2019')", equalTo(true));
    TestKeys.admin()
        .accept("application/json")
        .get("/api/v1/forms/2019/schema")
        .then()
        .statusCode(200)
        .contentType("application/json");
    TestKeys.admin().get("/api/v1/forms/1999/schema").then().statusCode(404);
    TestKeys.admin().get("/api/v1/forms/1999/rules").then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"forms", "forms/2019", "forms/2021/rules", "channels"})
  void isForEveryRole(String path) {
    TestKeys.as(TestKeys.reader()).get("/api/v1/" + path).then().statusCode(200);
    given().get("/api/v1/" + path).then().statusCode(401).body("code", equalTo("unauthenticated"));
  }

  @Test
  void namesTheUnitsOfAmounts() {
    TestKeys.admin()
        .get("/api/v1/channels")
        .then()
        .body("amountUnits.id", contains("yuan", "wanyuan"))
        .body("amountUnits[1].label.zh", equalTo("万元"));
  }
}
