package org.gongkai.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Writes the typed schema of a report into the contract, from the files of the form. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ReportContract implements OASFilter {

  @Override
  public void filterOpenAPI(OpenAPI contract) {
    if (contract.getComponents() == null) {
      contract.setComponents(OASFactory.createComponents());
    }
    FormSchema.components(Forms.load())
        .forEach((name, schema) -> contract.getComponents().addSchema(name, schema(schema)));
  }

  /** The same schema in the contract's own model, keyword by keyword. */
  private static Schema schema(JsonNode json) {
    Schema schema = OASFactory.createSchema();
    json.properties().forEach(keyword -> set(schema, keyword.getKey(), keyword.getValue()));
    return schema;
  }

  private static void set(Schema schema, String keyword, JsonNode value) {
    switch (keyword) {
      case "$ref" -> schema.setRef(value.textValue());
      case "type" -> schema.setType(types(value));
      case "format" -> schema.setFormat(value.textValue());
      case "title" -> schema.setTitle(value.textValue());
      case "description" -> schema.setDescription(value.textValue());
      case "minimum" -> schema.setMinimum(new BigDecimal(value.asText()));
      case "maximum" -> schema.setMaximum(new BigDecimal(value.asText()));
      case "exclusiveMaximum" -> schema.setExclusiveMaximum(new BigDecimal(value.asText()));
      case "pattern" -> schema.setPattern(value.textValue());
      case "maxItems" -> schema.setMaxItems(value.intValue());
      case "maxLength" -> schema.setMaxLength(value.intValue());
      case "uniqueItems" -> schema.setUniqueItems(value.booleanValue());
      case "additionalProperties" ->
          schema.setAdditionalPropertiesSchema(
              OASFactory.createSchema().booleanSchema(value.booleanValue()));
      case "properties" ->
          value.properties().forEach(p -> schema.addProperty(p.getKey(), schema(p.getValue())));
      case "items" -> schema.setItems(schema(value));
      case "anyOf" -> value.forEach(alternative -> schema.addAnyOf(schema(alternative)));
      case "enum" -> schema.setEnumeration(values(value));
      case "examples" -> schema.setExamples(values(value));
      case "required" -> value.forEach(member -> schema.addRequired(member.textValue()));
      default -> throw new IllegalStateException("no such keyword here: " + keyword);
    }
  }

  private static List<Schema.SchemaType> types(JsonNode value) {
    List<Schema.SchemaType> types = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(type -> types.addAll(types(type)));
    } else {
      types.add(Schema.SchemaType.valueOf(value.textValue().toUpperCase(java.util.Locale.ROOT)));
    }
    return types;
  }

  private static List<Object> values(JsonNode all) {
    List<Object> values = new ArrayList<>();
    all.forEach(value -> values.add(value(value)));
    return values;
  }

  private static Object value(JsonNode value) {
    if (value.isObject()) {
      Map<String, Object> members = new LinkedHashMap<>();
      value.properties().forEach(member -> members.put(member.getKey(), value(member.getValue())));
      return members;
    }
    return value.isNumber() ? value.decimalValue() : value.textValue();
  }
}
