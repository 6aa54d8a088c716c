package org.gongkai.contract;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.journey.Sample;

/**
 * Holds every answer that passes against the contract: its JSON against the schema that the
 * operation has for it, in which no object may have more members than are listed; and its ETag and
 * Location against the headers.
 */
final class AnswerCheck implements Filter {

  private final ObjectNode contract;
  private final Map<String, JsonSchema> schemas = new HashMap<>();
  private final List<String> objections = new ArrayList<>();
  private final Set<String> seen = new TreeSet<>();

  AnswerCheck() {
    contract = (ObjectNode) Sample.json(given().get("/q/openapi?format=json").asString());
    close(contract.get("components").get("schemas"));
  }

  /** What does not agree, with the operation. */
  List<String> objections() {
    return objections;
  }

  /** The schemas that answers were held against. */
  Set<String> seen() {
    return seen;
  }

  /** Lets no object have members that are not listed, whoever may add some. */
  private static void close(JsonNode node) {
    if (node instanceof ObjectNode schema && schema.path("properties").isObject()) {
      if (!schema.path("additionalProperties").isObject()) {
        schema.put("additionalProperties", false);
      }
    }
    node.forEach(AnswerCheck::close);
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification specification,
      FilterContext context) {
    Response answer = context.next(request, specification);
    String path = URI.create(request.getURI()).getRawPath();
    String method = request.getMethod().toLowerCase(Locale.ROOT);
    JsonNode operation = operation(method, path);
    if (operation != null) {
      check(method + " " + path + " " + answer.statusCode(), operation, answer);
    }
    return answer;
  }

  private JsonNode operation(String method, String path) {
    return contract.get("paths").properties().stream()
        .filter(item -> path.matches(item.getKey().replaceAll("\\{\\w+}", "[^/]+")))
        .min(Comparator.comparingInt(item -> item.getKey().split("\\{").length))
        .map(item -> item.getValue().get(method))
        .orElse(null);
  }

  private void check(String name, JsonNode operation, Response answer) {
    JsonNode responses = operation.get("responses");
    JsonNode said = responses.path(String.valueOf(answer.statusCode()));
    said = resolved(said.isMissingNode() ? responses.get("default") : said);
    for (String header : List.of("ETag", "Location")) {
      if (answer.header(header) != null && !said.path("headers").has(header)) {
        objections.add(name + " has an unsaid " + header);
      }
      boolean done = answer.statusCode() < 300;
      if (done && answer.header(header) == null && said.path("headers").has(header)) {
        objections.add(name + " has no " + header);
      }
    }
    String type = answer.contentType().replaceAll(";.*", "");
    if (type.equals("application/json") || type.equals("application/problem+json")) {
      JsonNode schema = said.path("content").path(type).path("schema");
      if (schema.isMissingNode()) {
        objections.add(name + " has no schema for " + type);
        return;
      }
      seen.add(schema.findValuesAsText("$ref").toString().replaceAll("[^\\[\\],]*/", ""));
      schemas
          .computeIfAbsent(schema.toString(), s -> compiled(schema))
          .validate(Sample.json(answer.asString()))
          .forEach(message -> objections.add(name + " " + message));
    }
  }

  private JsonNode resolved(JsonNode response) {
    return response.has("$ref")
        ? contract.at(response.get("$ref").asText().substring(1))
        : response;
  }

  private JsonSchema compiled(JsonNode schema) {
    ObjectNode document = schema.deepCopy();
    document.set("components", contract.get("components"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(document);
  }
}
