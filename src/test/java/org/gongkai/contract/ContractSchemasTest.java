package org.gongkai.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What generators of clients need of the schemas of the contract, as rules over all of them. */
class ContractSchemasTest {

  private static final JsonNode CONTRACT = read();

  private static final Set<String> BESIDE_REFS = Set.of("$ref", "description", "default");

  private static JsonNode read() {
    try {
      return new YAMLMapper().readTree(Path.of("openapi", "openapi.yaml").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode schema(String name) {
    return CONTRACT.at("/components/schemas/" + name);
  }

  @Test
  void nothingElseStandsBesideAReference() {
    List<String> wrong = new ArrayList<>();
    each(
        (place, schema) -> {
          if (schema.has("$ref") && !BESIDE_REFS.containsAll(names(schema))) {
            wrong.add(place + " " + names(schema));
          }
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyIntegerHasAFormat() {
    List<String> wrong = new ArrayList<>();
    each(
        (place, schema) -> {
          if (types(schema).contains("integer")
              && !Set.of("int32", "int64").contains(schema.path("format").asText())) {
            wrong.add(place);
          }
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void everySchemaHasOneType() {
    List<String> wrong = new ArrayList<>();
    each(
        (place, schema) -> {
          Set<String> types = types(schema);
          types.remove("null");
          if (types.size() > 1) {
            wrong.add(place + " " + types);
          }
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void enumerationsHaveNamesAndStandOnce() {
    List<String> inline = new ArrayList<>();
    Map<Set<String>, List<String>> named = new HashMap<>();
    each(
        (place, schema) -> {
          if (schema.has("enum") && place.matches("/components/schemas/\\w+")) {
            Set<String> values = new HashSet<>();
            schema.get("enum").forEach(value -> values.add(value.asText()));
            named.computeIfAbsent(values, v -> new ArrayList<>()).add(place);
          } else if (schema.has("enum")) {
            inline.add(place);
          }
        });
    assertThat(inline).isEmpty();
    assertThat(named.values()).allSatisfy(places -> assertThat(places).hasSize(1));
  }

  /** Whoever reads the contract only must learn what each thing and each value is. */
  @Test
  void everythingIsDescribed() {
    List<String> silent = new ArrayList<>();
    each(
        (place, schema) -> {
          boolean isNamed = place.matches("/components/schemas/\\w+");
          boolean isMember = place.matches("/components/schemas/\\w+/properties/\\w+");
          if ((isNamed || isMember && !schema.has("$ref")) && !schema.has("description")) {
            silent.add(place);
          }
        });
    assertThat(silent).isEmpty();
  }

  @Test
  void everyEnumerationSaysWhatItsValuesMean() throws IOException {
    JsonNode meanings =
        new YAMLMapper()
            .readTree(
                Path.of("src", "main", "resources", "contract", "enumerations.yaml").toFile());
    assertThat(meanings.size()).isGreaterThan(40);
    for (Map.Entry<String, JsonNode> meaning : meanings.properties()) {
      JsonNode schema = CONTRACT.at("/components/schemas/" + meaning.getKey());
      assertThat(schema.has("enum")).as(meaning.getKey()).isTrue();
      List<String> said = new ArrayList<>(List.of(meaning.getValue().get("about").textValue()));
      meaning
          .getValue()
          .path("values")
          .properties()
          .forEach(value -> said.add("`" + value.getKey() + "`: " + value.getValue().textValue()));
      assertThat(schema.get("description").textValue()).as(meaning.getKey()).contains(said);
    }
  }

  /** A generator that tries one alternative after the other takes the first that loses cells. */
  @Test
  void aReportHasNoAlternatives() {
    Set<String> reached = new TreeSet<>();
    reach("Report", reached);
    assertThat(reached).contains("Disclosure", "Applications", "Contests", "Narrative");
    for (String name : reached) {
      assertThat(schema(name).findValues("anyOf")).as(name).isEmpty();
      assertThat(schema(name).findValues("oneOf")).as(name).isEmpty();
    }
  }

  @Test
  void everyNamedSchemaIsUsed() {
    Set<String> used = new TreeSet<>();
    CONTRACT.findValuesAsText("$ref").forEach(ref -> used.add(ref.replaceAll(".*/", "")));
    assertThat(used).containsAll(names(CONTRACT.at("/components/schemas")));
  }

  @Test
  void namesOfSchemasSaySomethingOutsideTheirPackage() {
    assertThat(names(CONTRACT.at("/components/schemas")))
        .doesNotContain("By", "Each", "Against", "Choice", "Said", "Return", "Text", "Key", "Form")
        .doesNotContain("Standing", "Instant", "LocalDate", "UUID", "Object", "JsonNode")
        .allSatisfy(name -> assertThat(name).matches("[A-Z][A-Za-z]+"));
  }

  /** Whoever reads an id in a body can put it into an address. */
  @Test
  void idsAreOfOneTypeInAddressesAndBodies() {
    List<String> compared = new ArrayList<>();
    CONTRACT
        .get("paths")
        .properties()
        .forEach(
            item -> {
              JsonNode get = item.getValue().path("get");
              String answer =
                  get.at("/responses/200/content/application~1json/schema/$ref").asText();
              JsonNode id = CONTRACT.at(answer.replace("#", "") + "/properties/id");
              if (item.getKey().endsWith("/{id}") && !id.isMissingNode()) {
                JsonNode inAddress = parameter(get, "id").get("schema");
                assertThat(inAddress.get("type")).as(item.getKey()).isEqualTo(id.get("type"));
                assertThat(inAddress.get("format")).as(item.getKey()).isEqualTo(id.get("format"));
                compared.add(item.getKey());
              }
            });
    assertThat(compared).hasSizeGreaterThan(3);
  }

  @Test
  void yearsAndMomentsHaveTheirTypesInAddresses() {
    for (JsonNode operation : operations()) {
      for (JsonNode parameter : operation.path("parameters")) {
        String name = parameter.path("name").asText();
        JsonNode schema = parameter.path("schema");
        if (name.equals("year")) {
          assertThat(schema.get("type").asText()).as(parameter.toString()).isEqualTo("integer");
        }
        if (name.equals("asOf")) {
          assertThat(schema.get("format").asText()).as(parameter.toString()).startsWith("date");
        }
      }
    }
  }

  /** A parameter that an operation lists and always refuses is none. */
  @Test
  void rollupsHaveTheFiltersThatTheyTake() {
    Map<String, Set<String>> filters = new HashMap<>();
    for (JsonNode operation : operations()) {
      Set<String> names = new TreeSet<>(operation.path("parameters").findValuesAsText("name"));
      names.retainAll(Set.of("row", "column", "channel"));
      filters.put(operation.path("operationId").asText(), names);
    }
    assertThat(filters)
        .containsEntry("rollUpPublications", Set.of("channel"))
        .containsEntry("rollUpApplications", Set.of("row", "column"))
        .containsEntry("rollUpDisclosure", Set.of("row", "column"))
        .containsEntry("rollUpContests", Set.of("row", "column"))
        .containsEntry("rollUpIndicators", Set.of());
  }

  /** Whoever asks for another shape of rows finds its members in the same type. */
  @Test
  void rowsOfRollupsHaveTheMembersOfAllShapes() {
    for (String row : List.of("PublicationsRollup", "ApplicationsRollup", "IndicatorsRollup")) {
      assertThat(names(schema(row + "Row").get("properties")))
          .as(row)
          .contains("coverage", "expected", "coverageBlank", "complete")
          .contains("column", "columnLabel", "value", "previousValue", "changeValue", "reports");
    }
  }

  /** A cursor cannot be made up; its example is that of the page before. */
  @Test
  void cursorsHaveTheExampleOfTheirPage() {
    List<String> compared = new ArrayList<>();
    for (JsonNode operation : operations()) {
      for (JsonNode parameter : operation.path("parameters")) {
        String name = parameter.path("name").asText();
        if (name.equals("cursor") || name.equals("after")) {
          String page =
              operation.at("/responses/200/content/application~1json/schema/$ref").asText();
          JsonNode next = CONTRACT.at(page.replace("#", "") + "/properties/next");
          assertThat(parameter.get("example"))
              .as(operation.get("operationId").asText())
              .isNotNull()
              .isEqualTo(next.get("examples").get(0));
          compared.add(operation.get("operationId").asText());
        }
      }
    }
    assertThat(compared).contains("listReports", "listChanges").hasSizeGreaterThan(10);
  }

  /** What is not said to be there is optional to clients, who then ask for it at each use. */
  @Test
  void answersSayWhatIsAlwaysThere() {
    Set<String> sent = new TreeSet<>();
    for (JsonNode operation : operations()) {
      for (String ref : operation.path("requestBody").findValuesAsText("$ref")) {
        reach(ref.replaceAll(".*/", ""), sent);
      }
    }
    List<String> wrong = new ArrayList<>();
    CONTRACT
        .at("/components/schemas")
        .properties()
        .forEach(
            named -> {
              boolean answered =
                  named.getValue().has("properties") && !sent.contains(named.getKey());
              if (answered && named.getValue().path("required").isEmpty()) {
                wrong.add(named.getKey());
              }
            });
    assertThat(sent).contains("Report", "Narrative").doesNotContain("FiledReport");
    // where something stands in a file, of whatever kind that is; what an organ must be, for a rule
    // not to hold for it: its level, or its kind, or both
    assertThat(wrong).containsExactly("FilePlace", "RuleReporters");
  }

  private static List<JsonNode> operations() {
    List<JsonNode> operations = new ArrayList<>();
    CONTRACT.get("paths").forEach(item -> item.forEach(operations::add));
    return operations;
  }

  private static JsonNode parameter(JsonNode operation, String name) {
    for (JsonNode parameter : operation.get("parameters")) {
      if (parameter.path("name").asText().equals(name)) {
        return parameter;
      }
    }
    throw new AssertionError(name);
  }

  private static void reach(String name, Set<String> reached) {
    if (reached.add(name)) {
      schema(name)
          .findValuesAsText("$ref")
          .forEach(ref -> reach(ref.replaceAll(".*/", ""), reached));
    }
  }

  /** Goes over every schema of the contract, with its place. */
  private static void each(BiConsumer<String, JsonNode> rule) {
    List<String> seen = new ArrayList<>();
    walk(
        "",
        CONTRACT,
        false,
        (place, schema) -> {
          seen.add(place);
          rule.accept(place, schema);
        });
    assertThat(seen).hasSizeGreaterThan(1000);
  }

  private static void walk(
      String place, JsonNode node, boolean isSchema, BiConsumer<String, JsonNode> rule) {
    if (isSchema) {
      rule.accept(place, node);
    }
    node.properties()
        .forEach(
            member -> {
              String key = member.getKey();
              String below = place + "/" + key;
              switch (key) {
                case "example", "examples" -> {} // no schemas, whatever they look like
                case "properties", "schemas" ->
                    member
                        .getValue()
                        .properties()
                        .forEach(m -> walk(below + "/" + m.getKey(), m.getValue(), true, rule));
                case "schema", "items", "additionalProperties" ->
                    walk(below, member.getValue(), true, rule);
                default -> walk(below, member.getValue(), false, rule);
              }
            });
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        boolean alternative = place.matches(".*/(anyOf|oneOf|allOf)");
        walk(place + "/" + i, node.get(i), alternative, rule);
      }
    }
  }

  private static Set<String> types(JsonNode schema) {
    JsonNode type = schema.path("type");
    Stream<JsonNode> all =
        type.isArray() ? StreamSupport.stream(type.spliterator(), false) : Stream.of(type);
    Set<String> types = new TreeSet<>();
    all.filter(JsonNode::isTextual).forEach(t -> types.add(t.asText()));
    return types;
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
