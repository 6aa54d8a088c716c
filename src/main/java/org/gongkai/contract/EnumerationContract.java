package org.gongkai.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Says in the contract what an enumeration is of and what each of its values means, as {@code
 * contract/enumerations.yaml} has it. What is described where it is declared stays as it is.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = -2)
public class EnumerationContract implements OASFilter {

  private static final String FILE = "/contract/enumerations.yaml";

  @Override
  public void filterOpenAPI(OpenAPI contract) {
    JsonNode meanings = read();
    for (Map.Entry<String, Schema> named : contract.getComponents().getSchemas().entrySet()) {
      Schema schema = named.getValue();
      if (schema.getEnumeration() != null && schema.getDescription() == null) {
        schema.setDescription(description(named.getKey(), schema, meanings.get(named.getKey())));
      }
    }
  }

  private static String description(String name, Schema schema, @Nullable JsonNode meaning) {
    if (meaning == null) {
      throw new IllegalStateException(FILE + " does not say what " + name + " is");
    }
    String about = meaning.get("about").textValue();
    if (!meaning.has("values")) {
      return about;
    }
    List<Object> known = new ArrayList<>();
    StringBuilder description = new StringBuilder(about).append(":\n");
    for (Map.Entry<String, JsonNode> value : meaning.get("values").properties()) {
      known.add(value.getKey());
      description
          .append("\n- `")
          .append(value.getKey())
          .append("`: ")
          .append(value.getValue().textValue());
    }
    if (!known.equals(schema.getEnumeration())) {
      throw new IllegalStateException(
          FILE + " explains " + known + " of " + name + ", which has " + schema.getEnumeration());
    }
    return description.toString();
  }

  private static JsonNode read() {
    try (InputStream file = EnumerationContract.class.getResourceAsStream(FILE)) {
      return new YAMLMapper().readTree(Objects.requireNonNull(file, FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
