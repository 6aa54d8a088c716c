package org.gongkai.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.AtOnce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An operation takes the query parameters that the contract has, and a body where the contract has
 * one, and nothing else without a word.
 */
@QuarkusTest
class RequestPartsTest {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

  private record Operation(String method, String path, String mediaType, List<String> query) {

    Response callWith(String type, String body) {
      return TestKeys.admin()
          .header("Accept-Language", "en")
          .contentType(type)
          .body(body.getBytes(StandardCharsets.UTF_8))
          .request(method.toUpperCase(java.util.Locale.ROOT), path.replaceAll("\\{[a-z]+}", "0"));
    }

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
  void everyAddressHasTheMethodsOfTheContractAndSaysSo() {
    Map<String, Set<String>> methods = new TreeMap<>();
    for (Operation operation : operations()) {
      Set<String> all = methods.computeIfAbsent(operation.path(), p -> new TreeSet<>());
      all.add(operation.method().toUpperCase(java.util.Locale.ROOT));
      all.add("OPTIONS");
      if (operation.method().equals("get")) {
        all.add("HEAD");
      }
    }
    methods.forEach(
        (path, all) -> {
          String address = path.replaceAll("\\{[a-z]+}", "0");
          String allowed = String.join(", ", all);
          assertThat(given().options(address).header("Allow")).as(path).isEqualTo(allowed);
          Response other = given().patch(address);
          assertThat(other.statusCode()).as(path).isEqualTo(405);
          assertThat(other.header("Allow")).as(path).isEqualTo(allowed);
        });
  }

  @Test
  void everyOperationWithoutABodyRefusesOne() {
    List<Operation> without = operations().stream().filter(o -> o.mediaType() == null).toList();
    assertThat(without).hasSizeGreaterThan(50);
    AtOnce.each(
        without,
        operation -> {
          for (String type : List.of("application/json", "text/plain")) {
            Response answer = operation.callWith(type, "{\"reason\":\"lost\"}");
            assertThat(answer.statusCode()).as(operation.toString()).isEqualTo(400);
            assertThat(answer.jsonPath().getString("detail"))
                .as(operation.toString())
                .contains("takes no body");
          }
        });
  }

  @Test
  void everyOperationWithABodyTakesOne() {
    List<Operation> with = operations().stream().filter(o -> o.mediaType() != null).toList();
    assertThat(with).hasSizeGreaterThan(15);
    AtOnce.each(
        with,
        operation ->
            assertThat(operation.callWith(operation.mediaType(), "[7]").asString())
                .as(operation.toString())
                .doesNotContain("takes no body"));
  }

  /** Clients that cannot send a POST without a body send one of these; nothing of it is lost. */
  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "{}", " { } "})
  void aBodyThatSaysNothingIsNone(String body) {
    assertThat(
            TestKeys.admin()
                .contentType("application/json")
                .body(body)
                .post("/api/v1/reports/0/publication")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void aLongBodyIsNotTakenForNone() {
    TestKeys.admin()
        .contentType("application/json")
        .body(" ".repeat(100) + "{\"reason\":\"lost\"}")
        .post("/api/v1/reports/0/publication")
        .then()
        .statusCode(400);
  }

  /** Whose bodies are not even received. */
  @Test
  void aBodyOfSomebodyWithoutAKeyIsRefusedToo() {
    given().body("x").get("/problems").then().statusCode(400);
    given().body("x").post("/api/v1/reports/0/publication").then().statusCode(401);
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
        + " 'There is no such parameter; there are: asOf, basis, bom, by, column,"
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
