package org.gongkai.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A dashboard of another origin that the operator has let in; all others stay out. */
public abstract class CorsCases {

  private static final String DASHBOARD = "https://dashboard.example.gov.cn";
  private static final String ADDRESS = "/api/v1/rollups/contests?region=371002&year=2021";

  public static Map<String, String> settings() {
    return Map.of("quarkus.http.cors.enabled", "true", "quarkus.http.cors.origins", DASHBOARD);
  }

  @Test
  void theDashboardMayReadTheAnswerAndItsHeaders() {
    ValidatableResponse answer = admin().header("Origin", DASHBOARD).get(ADDRESS).then();
    assertThat(answer.extract().headers().getValues("Vary").toString()).contains("Origin");
    answer
        .statusCode(200)
        .header("Access-Control-Allow-Origin", equalTo(DASHBOARD))
        .header("Access-Control-Allow-Credentials", equalTo("false"))
        .header("Access-Control-Expose-Headers", containsString("ETag"))
        .header("Access-Control-Expose-Headers", containsString("Link"))
        .header("Access-Control-Expose-Headers", containsString("Content-Disposition"));
  }

  @Test
  void itsBrowserAsksWithoutAKey() {
    given()
        .header("Origin", DASHBOARD)
        .header("Access-Control-Request-Method", "GET")
        .header("Access-Control-Request-Headers", "x-api-key,if-none-match")
        .options(ADDRESS)
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", equalTo(DASHBOARD))
        .header("Access-Control-Allow-Methods", containsString("GET"))
        .header("Access-Control-Allow-Headers", containsString("X-API-Key"));
    given().header("Origin", DASHBOARD).get(ADDRESS).then().statusCode(401);
  }

  @Test
  void anotherOriginIsRefused() {
    admin()
        .header("Origin", "https://elsewhere.example.com")
        .get(ADDRESS)
        .then()
        .statusCode(403)
        .header("Access-Control-Allow-Origin", nullValue());
  }

  @Test
  void whoSendsNoOriginGetsWhatNoPageMayRead() {
    ValidatableResponse answer = admin().get(ADDRESS).then().statusCode(200);
    answer.header("Access-Control-Allow-Origin", nullValue());
    assertThat(answer.extract().headers().getValues("Vary").toString()).contains("Origin");
  }
}
