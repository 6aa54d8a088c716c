package org.gongkai.contract;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import org.gongkai.journey.Sample;

/**
 * Holds answers against a contract: their JSON against the schema that the operation has for it, in
 * which no object may have more members than are listed, and their headers against those that it
 * names.
 */
final class AnswerCheck implements Filter {

  /** What HTTP has of itself, and what the contract says once for all answers. */
  private static final Set<String> ORDINARY =
      Set.of(
          "content-type",
          "content-length",
          "content-encoding",
          "transfer-encoding",
          "connection",
          "date",
          "vary",
          "cache-control",
          "x-content-type-options",
          "x-frame-options",
          "referrer-policy",
          "content-security-policy",
          "ratelimit",
          "ratelimit-policy");

  /** Of answers that are larger only the headers are looked at. */
  private static final int LONGEST = 500_000;

  private record Operation(String method, Pattern address, int variables, JsonNode said) {}

  private final ObjectNode contract;
  private final List<Operation> operations = new ArrayList<>();
  private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();
  private final Queue<String> objections = new ConcurrentLinkedQueue<>();
  private final Set<String> seen = new ConcurrentSkipListSet<>();

  private AnswerCheck(ObjectNode contract) {
    this.contract = contract;
    close(contract.get("components").get("schemas"));
    contract.get("paths").properties().forEach(item -> add(item.getKey(), item.getValue()));
    operations.sort(Comparator.comparingInt(Operation::variables));
  }

  /** By the committed contract. */
  static AnswerCheck committed() {
    try {
      return new AnswerCheck(
          (ObjectNode) new YAMLMapper().readTree(Path.of("openapi", "openapi.yaml").toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By the contract that the running service gives out. */
  static AnswerCheck served() {
    return new AnswerCheck(
        (ObjectNode) Sample.json(given().noFilters().get("/q/openapi?format=json").asString()));
  }

  private void add(String address, JsonNode item) {
    Pattern pattern = Pattern.compile(address.replaceAll("\\{\\w+}", "[^/]+"));
    int variables = address.split("\\{", -1).length - 1;
    item.properties()
        .forEach(
            operation ->
                operations.add(
                    new Operation(operation.getKey(), pattern, variables, operation.getValue())));
  }

  /** What does not agree, with the operation. */
  List<String> objections() {
    return List.copyOf(objections);
  }

  /** What did not agree until now, which is then forgotten. */
  List<String> takeObjections() {
    List<String> all = List.copyOf(objections);
    objections.removeAll(all);
    return all;
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
    check(request.getMethod(), request.getURI(), Received.of(answer));
    return answer;
  }

  /** Holds an answer against the contract, where it has the operation. */
  void check(String method, String uri, Received answer) {
    String address = uri.replaceFirst("^\\w+://[^/]*", "").replaceFirst("[?#].*", "");
    String name = method + " " + uri + " " + answer.status();
    said(method.toLowerCase(Locale.ROOT), address)
        .ifPresent(operation -> check(name, operation, answer));
  }

  /** Holds what a receiver of webhooks got against what the contract says that it gets. */
  void checkMessage(String webhook, String body) {
    JsonNode schema =
        contract
            .get("paths")
            .get("/api/v1/webhooks")
            .at("/post/callbacks/" + webhook)
            .iterator()
            .next()
            .at("/post/requestBody/content/application~1json/schema");
    schemas
        .computeIfAbsent(schema.toString(), s -> compiled(schema))
        .validate(Sample.json(body))
        .forEach(message -> objections.add("webhook " + webhook + " " + message));
  }

  private Optional<JsonNode> said(String method, String address) {
    return operations.stream()
        .filter(operation -> operation.method().equals(method))
        .filter(operation -> operation.address().matcher(address).matches())
        .map(Operation::said)
        .findFirst();
  }

  private void check(String name, JsonNode operation, Received answer) {
    JsonNode responses = operation.get("responses");
    JsonNode response = responses.path(String.valueOf(answer.status()));
    JsonNode said = resolved(response.isMissingNode() ? responses.get("default") : response);
    Set<String> named = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    said.path("headers").fieldNames().forEachRemaining(named::add);
    answer.headers().map().keySet().stream()
        .filter(header -> !ORDINARY.contains(header.toLowerCase(Locale.ROOT)))
        .filter(header -> !named.contains(header))
        .forEach(header -> objections.add(name + " has an unsaid " + header));
    for (String header : List.of("ETag", "Location")) {
      boolean done = answer.status() < 300;
      if (done && answer.header(header) == null && said.path("headers").has(header)) {
        objections.add(name + " has no " + header);
      }
    }
    if (answer.type() != null && answer.header("Content-Encoding") == null) {
      checkBody(name, said, answer);
    }
  }

  private void checkBody(String name, JsonNode said, Received answer) {
    String type = SaidAnswers.withoutParameters(answer.type());
    if (!type.equals("application/json") && !type.equals("application/problem+json")) {
      return;
    }
    String body = answer.body().get();
    if (body.isEmpty() || body.length() > LONGEST) {
      return;
    }
    JsonNode schema = said.path("content").path(type).path("schema");
    if (schema.isMissingNode()) {
      objections.add(name + " has no schema for " + type);
      return;
    }
    seen.add(schema.findValuesAsText("$ref").toString().replaceAll("[^\\[\\],]*/", ""));
    schemas
        .computeIfAbsent(schema.toString(), s -> compiled(schema))
        .validate(Sample.json(body))
        .forEach(message -> objections.add(name + " " + message));
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
