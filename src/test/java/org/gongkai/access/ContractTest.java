package org.gongkai.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds for every operation of the contract, whoever wrote it. */
@QuarkusTest
class ContractTest {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  @Test
  void saysWhatItIs() {
    JsonPath contract = contract();
    assertThat(contract.getString("info.title")).startsWith("Gongkai");
    assertThat(contract.getString("info.license.identifier")).isEqualTo("Apache-2.0");
    assertThat(contract.getString("components.securitySchemes.apiKey.name")).isEqualTo("X-API-Key");
    assertThat(contract.getString("components.securitySchemes.bearer.scheme")).isEqualTo("bearer");
    assertThat(contract.getList("security"))
        .isEqualTo(List.of(Map.of("apiKey", List.of()), Map.of("bearer", List.of())));
    assertThat(contract.getString("servers[0].url")).isEqualTo("/");
  }

  @Test
  void everyOperationIsDescribedAndNamesItsProblems() {
    Map<String, Map<String, Object>> paths = contract().getMap("paths");
    assertThat(paths).containsKeys("/api/v1/keys", "/api/v1/caller", "/problems");
    paths.forEach(
        (path, item) ->
            item.forEach(
                (method, operation) -> {
                  if (METHODS.contains(method)) {
                    requireDescribed(method + " " + path, (Map<?, ?>) operation);
                  }
                }));
  }

  private static void requireDescribed(String name, Map<?, ?> operation) {
    assertThat((String) operation.get("operationId")).as(name).isNotBlank();
    assertThat((String) operation.get("summary")).as(name).contains(" / ");
    assertThat((String) operation.get("description")).as(name).isNotBlank();
    Map<?, ?> responses = (Map<?, ?>) operation.get("responses");
    assertThat(responses.containsKey("400")).as(name).isTrue();
    assertThat(responses.containsKey("default")).as(name).isTrue();
    responses.forEach(
        (status, response) -> {
          if (status.toString().startsWith("4")) {
            assertThat(response.toString()).as(name + " " + status).contains("$ref");
          }
        });
    boolean open = List.of().equals(operation.get("security"));
    assertThat(responses.containsKey("401")).as(name).isEqualTo(!open);
    assertThat(responses.containsKey("403")).as(name).isEqualTo(!open);
  }

  @Test
  void everyProblemHasTheShapeOfAProblem() {
    Map<String, Map<String, Object>> responses = contract().getMap("components.responses");
    assertThat(responses).isNotEmpty();
    responses.forEach(
        (name, response) ->
            assertThat(response.get("content").toString())
                .as(name)
                .contains("application/problem+json", "#/components/schemas/Problem"));
  }

  @Test
  void choicesAreListedByTheirCodes() {
    assertThat(contract().getList("components.schemas.Role.enum"))
        .isEqualTo(List.of("organ", "office", "reader", "admin"));
  }

  private static JsonPath contract() {
    return given().get("/q/openapi?format=json").then().statusCode(200).extract().jsonPath();
  }

  /** Codes are what is sent, not what the choice is called in Java. */
  @Test
  void choicesAreGivenByTheirCodes() {
    String contract = given().get("/q/openapi?format=json").asString();
    assertThat(contract).contains("\"enum\"");
    java.util.regex.Matcher choices =
        java.util.regex.Pattern.compile("\"enum\"\\s*:\\s*\\[([^]]*)]").matcher(contract);
    while (choices.find()) {
      assertThat(choices.group(1)).doesNotMatch("(?s).*\"[A-Z_]{2,}\".*");
    }
  }
}
