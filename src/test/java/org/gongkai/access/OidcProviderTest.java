package org.gongkai.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongkai.journey.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way with a provider that is not ours: fetch a token, send it, read reports. */
@QuarkusTest
@TestProfile(OidcProviderTest.WithProvider.class)
class OidcProviderTest {

  private static final String ORGAN = "ORGAN-OF-THE-ISSUER";

  public static class WithProvider implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(OidcProvider.class));
    }
  }

  @ConfigProperty(name = "gongkai.jwt.issuer")
  Optional<String> issuer;

  @BeforeEach
  void requireProvider() {
    assumeTrue(
        issuer.isPresent(), "npm's oidc-provider is not installed; .ci/run says how to install it");
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
        .post(issuer.orElseThrow() + "/token")
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
