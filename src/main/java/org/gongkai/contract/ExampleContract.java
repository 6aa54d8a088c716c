package org.gongkai.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/**
 * Writes the bodies of {@code examples/requests.yaml} into the contract, each once, and beside the
 * operations that take it.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ExampleContract implements OASFilter {

  private static final ObjectMapper YAML = new YAMLMapper();

  @Override
  public void filterOpenAPI(OpenAPI contract) {
    for (JsonNode example : read("/examples/requests.yaml")) {
      String name = example.get("name").textValue();
      contract
          .getComponents()
          .addExample(
              name,
              OASFactory.createExample()
                  .summary(example.get("summary").textValue())
                  .value(YAML.convertValue(body(example), Object.class)));
      example
          .get("operations")
          .forEach(operation -> add(name, operation(contract, operation.textValue())));
    }
  }

  private static void add(String name, Operation operation) {
    operation
        .getRequestBody()
        .getContent()
        .getMediaTypes()
        .values()
        .forEach(media -> media.addExample(name, OASFactory.createExample().ref(name)));
  }

  private static Operation operation(OpenAPI contract, String id) {
    return contract.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().values().stream())
        .filter(operation -> id.equals(operation.getOperationId()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("an example for no operation: " + id));
  }

  private static JsonNode body(JsonNode example) {
    if (!example.has("sample")) {
      return example.get("value");
    }
    ObjectNode report = (ObjectNode) read("/samples/" + example.get("sample").textValue());
    example
        .path("with")
        .properties()
        .forEach(
            place -> {
              int name = place.getKey().lastIndexOf('/');
              report
                  .withObject(place.getKey().substring(0, name))
                  .set(place.getKey().substring(name + 1), place.getValue());
            });
    return report;
  }

  /** JSON is YAML, too. */
  private static JsonNode read(String resource) {
    try (InputStream file = ExampleContract.class.getResourceAsStream(resource)) {
      return YAML.readTree(Objects.requireNonNull(file, resource));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
