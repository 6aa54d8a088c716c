package org.gongkai.table;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** What has not changed is not even made. */
@QuarkusTest
class StampedAnswerTest {

  private static final String STAMPED = "/stamped?stamp=v7";
  private static final String DATED = STAMPED + "&changed=2026-01-05T10:00:00.25Z";

  private static ValidatableResponse unless(String header, String value, String address) {
    return given().header(header, value).get(address).then();
  }

  @Test
  void aKnownTagIsAnsweredWithoutATable() {
    String tag = given().get(STAMPED).then().statusCode(200).extract().header("ETag");
    int made = StampedResource.MADE.get();
    unless("If-None-Match", tag, STAMPED).statusCode(304).header("ETag", equalTo(tag));
    assertThat(StampedResource.MADE).hasValue(made);
    unless("If-None-Match", tag, STAMPED.replace("v7", "v8")).statusCode(200);
    assertThat(StampedResource.MADE).hasValue(made + 1);
  }

  /** What was changed before may be committed after, so a date would now and then be wrong. */
  @Test
  void aDateIsToldButNoCondition() {
    String date = "Mon, 05 Jan 2026 10:00:00 GMT";
    given().get(DATED).then().statusCode(200).header("Last-Modified", equalTo(date));
    unless("If-Modified-Since", date, DATED).statusCode(200);
  }

  @Test
  void whatWasWrittenIsNotMadeAgain() {
    String address = DATED.replace("v7", "v9");
    ValidatableResponse first = given().get(address).then().statusCode(200);
    int made = StampedResource.MADE.get();
    given()
        .get(address)
        .then()
        .statusCode(200)
        .header("ETag", equalTo(first.extract().header("ETag")))
        .header("Content-Length", equalTo(first.extract().header("Content-Length")))
        .body(equalTo(first.extract().asString()));
    assertThat(StampedResource.MADE).hasValue(made);
    unless("Accept-Language", "en", address).statusCode(200).header("Content-Language", "en");
    assertThat(StampedResource.MADE).hasValue(made + 1);
  }

  /** It is as likely to change again before it is asked for again. */
  @Test
  void whatChangedJustNowIsNotRemembered() {
    String address = STAMPED.replace("v7", "v10") + "&changed=2100-01-01T00:00:00Z";
    given().get(address).then().statusCode(200);
    int made = StampedResource.MADE.get();
    given().get(address).then().statusCode(200);
    assertThat(StampedResource.MADE).hasValue(made + 1);
  }
}
