package org.gongkai.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Brings the schemas of the contract into a shape of which generators of clients make good types,
 * after all who add to it:
 *
 * <ul>
 *   <li>beside a {@code $ref} there is no other keyword than what people read and the default;
 *   <li>a text with a format is said where it stands, not as a schema named after a type of Java;
 *   <li>an enumeration has a name, that of its type or its {@code title}, and stands once;
 *   <li>an integer has a size: 32 bits unless its place says otherwise.
 * </ul>
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = -1)
public class SchemaContract implements OASFilter {

  private static final String REFS = "#/components/schemas/";

  private static final List<Schema.SchemaType> NULL = List.of(Schema.SchemaType.NULL);

  /** One walk through the schemas of a contract. */
  private static final class Shaping {
    private final Map<String, Schema> schemas = new TreeMap<>();
    private final Map<String, Schema> scalars = new HashMap<>();
    private final Map<List<Object>, String> enumerations = new HashMap<>();

    Shaping(Map<String, Schema> named) {
      named.forEach(
          (name, schema) -> {
            if (isScalar(schema)) {
              scalars.put(name, schema);
            } else {
              schemas.put(name, schema);
              if (schema.getEnumeration() != null) {
                enumerations.put(schema.getEnumeration(), name);
              }
            }
          });
    }

    void shapeAll(OpenAPI contract) {
      List.copyOf(schemas.values()).forEach(this::shapeBelow);
      ContractSchemas.replaceAll(contract, this::shaped);
    }

    Schema shaped(Schema schema) {
      if (schema.getBooleanSchema() != null) {
        return schema;
      }
      if (schema.getRef() != null) {
        Schema scalar = scalars.get(schema.getRef().substring(REFS.length()));
        return scalar == null ? reference(schema.getRef(), schema) : inline(scalar, schema);
      }
      if (schema.getEnumeration() != null) {
        return named(schema).map(name -> reference(REFS + name, schema)).orElse(schema);
      }
      if (isInteger(schema) && schema.getFormat() == null) {
        schema.setFormat("int32");
      }
      shapeBelow(schema);
      return schema;
    }

    void shapeBelow(Schema schema) {
      replaceAll(schema.getProperties(), schema::setProperties);
      if (schema.getItems() != null) {
        schema.setItems(shaped(schema.getItems()));
      }
      if (schema.getAdditionalPropertiesSchema() != null) {
        schema.setAdditionalPropertiesSchema(shaped(schema.getAdditionalPropertiesSchema()));
      }
      if (schema.getOneOf() != null) {
        schema.setOneOf(schema.getOneOf().stream().map(this::shaped).toList());
      }
      if (schema.getAnyOf() != null) {
        shapeAlternatives(schema, schema.getAnyOf().stream().map(this::shaped).toList());
      }
    }

    /** A text or null is one schema of two types; of others each says its own. */
    private static void shapeAlternatives(Schema schema, List<Schema> alternatives) {
      Schema first = alternatives.getFirst();
      boolean isText = first.getRef() == null && first.getType() != null;
      if (alternatives.size() == 2 && isText && NULL.equals(alternatives.getLast().getType())) {
        schema.setType(List.of(first.getType().getFirst(), Schema.SchemaType.NULL));
        schema.setFormat(first.getFormat());
        schema.setAnyOf(null);
      } else {
        schema.setAnyOf(alternatives);
        schema.setType(null);
      }
    }

    private void replaceAll(
        @Nullable Map<String, Schema> members, Consumer<Map<String, Schema>> to) {
      if (members != null) {
        Map<String, Schema> all = new LinkedHashMap<>();
        members.forEach((name, schema) -> all.put(name, shaped(schema)));
        to.accept(all);
      }
    }

    /** Null among the values says that the member may be left out, which is said elsewhere. */
    private Optional<String> named(Schema schema) {
      List<Object> values = schema.getEnumeration().stream().filter(Objects::nonNull).toList();
      if (!enumerations.containsKey(values) && schema.getTitle() != null) {
        enumerations.put(values, schema.getTitle());
        schemas.put(
            schema.getTitle(),
            OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .enumeration(new ArrayList<>(values)));
      }
      return Optional.ofNullable(enumerations.get(values));
    }
  }

  @Override
  public void filterOpenAPI(OpenAPI contract) {
    Shaping shaping = new Shaping(contract.getComponents().getSchemas());
    shaping.shapeAll(contract);
    shaping.shapeAll(contract); // an enumeration may be named where it stands a second time
    contract.getComponents().setSchemas(shaping.schemas);
  }

  private static boolean isInteger(Schema schema) {
    return schema.getType() != null && schema.getType().contains(Schema.SchemaType.INTEGER);
  }

  private static boolean isScalar(Schema schema) {
    return List.of(Schema.SchemaType.STRING).equals(schema.getType()) && schema.getFormat() != null;
  }

  private static Schema reference(String ref, Schema said) {
    Schema reference = OASFactory.createSchema().ref(ref);
    reference.setDescription(said.getDescription());
    reference.setDefaultValue(said.getDefaultValue());
    return reference;
  }

  private static Schema inline(Schema scalar, Schema said) {
    Schema inline = OASFactory.createSchema().type(scalar.getType()).format(scalar.getFormat());
    inline.setDescription(said.getDescription());
    inline.setExamples(said.getExamples());
    return inline;
  }
}
