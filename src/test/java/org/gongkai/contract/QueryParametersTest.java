package org.gongkai.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.access.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An operation takes the query parameters that the contract has, and no others. */
@QuarkusTest
class QueryParametersTest {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

  private record Operation(String method, String path, String mediaType, List<String> query) {

    Response call(Map<String, Object> query) {
      RequestSpecification request = TestKeys.admin().header("Accept-Language", "en");
      if (mediaType != null) {
        request.contentType(mediaType);
      }
      return request
          .queryParams(query)
          .request(method.toUpperCase(java.util.Locale.ROOT), path.replaceAll("\\{[a-z]+}", "0"));
    }
  }

  @Test
  void everyOperationRefusesAParameterThatItDoesNotHave() {
    for (Operation operation : operations()) {
      Response answer = operation.call(Map.of("sheep", "1"));
      assertThat(answer.statusCode()).as(operation.toString()).isEqualTo(400);
      assertThat(answer.jsonPath().getString("violations[0].pointer"))
          .as(operation.toString())
          .isEqualTo("?sheep");
      if (operation.method().equals("get")) {
        given()
            .header("X-API-Key", TestKeys.ADMIN)
            .queryParam("sheep", 1)
            .head(operation.path().replaceAll("\\{[a-z]+}", "0"))
            .then()
            .statusCode(400);
      }
    }
  }

  @Test
  void everyOperationTakesTheParametersOfTheContract() {
    for (Operation operation : operations()) {
      for (String name : operation.query()) {
        Response answer = operation.call(Map.of(name, "1"));
        assertThat(answer.asString())
            .as(operation + " " + name)
            .doesNotContain("no such parameter");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/reports?sate=draft, ?sate, 'There is no such parameter; state may be meant.'",
    "/api/v1/reports?State=draft, ?State, 'There is no such parameter; state may be meant.'",
    "/api/v1/reports?asof=2020-01-01T00:00:00Z, ?asof,"
        + " 'There is no such parameter; asOf may be meant.'",
    "/api/v1/reports?year=2021&year=2022, ?year, May be given once only.",
    "/api/v1/rollups/contests?region=371002&year=2021&state=draft, ?state,"
        + " 'There is no such parameter; there are: asOf, basis, bom, by, channel, column,"
        + " compare, format, from, kind, region, row, scope, shape, to, year.'",
    "/api/v1/caller?region=371002, ?region, This operation takes no query parameters.",
    "/api/v1/reports?state=, ?state, The value must not be blank.",
    "/api/v1/reminders?region=371002&year=2021&format=csv&limit=5, ?limit,"
        + " For JSON only; CSV has everything at once."
  })
  void saysWhichOneAndWhatMayBeMeant(String address, String pointer, String message) {
    Response answer = TestKeys.admin().header("Accept-Language", "en").get(address);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.jsonPath().getList("violations"))
        .isEqualTo(List.of(Map.of("pointer", pointer, "message", message)));
  }

  @Test
  void oneThatMayBeGivenSeveralTimesMay() {
    TestKeys.admin()
        .get(
            "/api/v1/rollups/contests?region=371002&year=2021&kind=department&kind=public-institution")
        .then()
        .statusCode(200);
  }

  @Test
  void whoMayNotAskIsToldNothingElse() {
    given().get("/api/v1/reports?sate=draft").then().statusCode(401);
  }

  @Test
  void manyAreNotAllToldOf() {
    StringBuilder address = new StringBuilder("/api/v1/reports?a=1");
    for (int i = 0; i < 500; i++) {
      address.append("&x").append(i).append("=1");
    }
    Response answer = TestKeys.admin().get(address.toString());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.jsonPath().getList("violations")).hasSize(20);
  }

  private static List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    Map<String, Map<String, Object>> paths =
        given().get("/q/openapi?format=json").jsonPath().getMap("paths");
    paths.forEach(
        (path, item) ->
            item.forEach(
                (method, operation) -> {
                  if (METHODS.contains(method) && path.startsWith("/api/v1/")) {
                    operations.add(operation(method, path, (Map<?, ?>) operation));
                  }
                }));
    assertThat(operations).hasSizeGreaterThan(70);
    return operations;
  }

  private static Operation operation(String method, String path, Map<?, ?> operation) {
    List<String> query = new ArrayList<>();
    if (operation.get("parameters") instanceof List<?> parameters) {
      for (Object parameter : parameters) {
        Map<?, ?> declared = (Map<?, ?>) parameter;
        if ("query".equals(declared.get("in"))) {
          query.add((String) declared.get("name"));
        }
      }
    }
    String mediaType =
        operation.get("requestBody") instanceof Map<?, ?> body
            ? ((Map<?, ?>) body.get("content")).keySet().iterator().next().toString()
            : null;
    return new Operation(method, path, mediaType, query);
  }
}
