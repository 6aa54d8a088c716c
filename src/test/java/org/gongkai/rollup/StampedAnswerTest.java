package org.gongkai.rollup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What has not changed is not even made. */
@QuarkusTest
class StampedAnswerTest {

  private static final String STAMPED = "/stamped?region=371002&year=2021&stamp=v7";
  private static final String DATED = STAMPED + "&changed=2026-01-05T10:00:00.25Z";

  private static ValidatableResponse unless(String header, String value, String address) {
    return given().header(header, value).get(address).then();
  }

  @Test
  void aKnownTagIsAnsweredWithoutARollup() {
    String tag = given().get(STAMPED).then().statusCode(200).extract().header("ETag");
    int made = StampedResource.MADE.get();
    unless("If-None-Match", tag, STAMPED).statusCode(304).header("ETag", equalTo(tag));
    assertThat(StampedResource.MADE).hasValue(made);
    unless("If-None-Match", tag, STAMPED.replace("v7", "v8")).statusCode(200);
    assertThat(StampedResource.MADE).hasValue(made + 1);
  }

  @Test
  void aDateIsACondition() {
    given()
        .get(DATED)
        .then()
        .statusCode(200)
        .header("Last-Modified", equalTo("Mon, 05 Jan 2026 10:00:00 GMT"));
    int made = StampedResource.MADE.get();
    String since = "If-Modified-Since";
    unless(since, "Mon, 05 Jan 2026 10:00:00 GMT", DATED).statusCode(304);
    assertThat(StampedResource.MADE).hasValue(made);
    unless(since, "Mon, 05 Jan 2026 09:59:59 GMT", DATED).statusCode(200);
    unless(since, "yesterday", DATED).statusCode(200);
    unless(since, "Mon, 05 Jan 2026 10:00:00 GMT", STAMPED).statusCode(200);
  }

  @Test
  void theTagCountsMoreThanTheDate() {
    given()
        .header("If-Modified-Since", "Mon, 05 Jan 2026 10:00:00 GMT")
        .header("If-None-Match", "\"another\"")
        .get(DATED)
        .then()
        .statusCode(200);
  }

  @Test
  void aChangeOfThisVerySecondIsNotDated() {
    given()
        .get(STAMPED + "&changed=" + Instant.now())
        .then()
        .statusCode(200)
        .header("Last-Modified", nullValue());
  }
}
