package org.gongkai.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.gongkai.journey.Sample;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way with a provider that is not ours: fetch a token, send it, read reports. */
public abstract class OidcProviderCases {

  private static final String ORGAN = "ORGAN-OF-THE-ISSUER";

  private static final OidcProvider PROVIDER = new OidcProvider();
  private static String issuer;

  /** Starts the provider; nothing where it is not installed. */
  public static Map<String, String> settings() {
    Map<String, String> settings = PROVIDER.start();
    issuer = settings.get("gongkai.jwt.issuer");
    return settings;
  }

  @BeforeAll
  static void assumeInstalled() {
    assumeTrue(issuer != null, "needs oidc-provider: npm install --global oidc-provider@8.8.1");
  }

  @AfterAll
  static void stop() {
    PROVIDER.stop();
  }

  @BeforeEach
  void register() {
    TestKeys.admin()
        .contentType(ContentType.JSON)
        .body(Map.of("name", "环翠区测试局", "region", "371002", "kind", "department"))
        .put("/api/v1/organs/" + ORGAN);
  }

  @Test
  void systemsReadTheReportsThatTheirTokensOpen() {
    String organ = token("organ-system", OidcProvider.AUDIENCE);
    bearer(organ)
        .get("/api/v1/caller")
        .then()
        .statusCode(200)
        .body("kind", equalTo("token"))
        .body("prefix", equalTo("organ-system"))
        .body("organ", equalTo(ORGAN));
    int id =
        bearer(organ)
            .contentType(ContentType.JSON)
            .body(Sample.nil(ORGAN, 2022).toString())
            .post("/api/v1/reports")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String office = token("office-system", OidcProvider.AUDIENCE);
    for (String token : List.of(organ, office)) {
      reports(token).statusCode(200).body("items.id", contains(id));
    }
    String dashboard = token("dashboard", OidcProvider.AUDIENCE);
    bearer(dashboard)
        .get("/api/v1/rollups/applications?region=371002&year=2022")
        .then()
        .statusCode(200)
        .body("coverage.reported", equalTo(1));
    bearer(dashboard).get("/api/v1/reports/{id}", id).then().statusCode(403);
  }

  @Test
  void aTokenForAnotherServiceOrWithoutARoleOpensNothing() {
    reports(token("organ-system", "https://other.example.gov.cn")).statusCode(401);
    reports(token("stranger", OidcProvider.AUDIENCE)).statusCode(401);
  }

  private String token(String client, String resource) {
    return given()
        .auth()
        .preemptive()
        .basic(client, "secret-of-" + client)
        .formParam("grant_type", "client_credentials")
        .formParam("resource", resource)
        .post(issuer + "/token")
        .then()
        .statusCode(200)
        .extract()
        .path("access_token");
  }

  private static ValidatableResponse reports(String token) {
    return bearer(token).get("/api/v1/reports?organ={organ}&year=2022", ORGAN).then();
  }

  private static RequestSpecification bearer(String token) {
    return given().header("Authorization", "Bearer " + token);
  }
}
