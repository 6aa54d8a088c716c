package org.gongkai.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Says in the contract of what type the parts of addresses are: the same as in bodies. In Java they
 * are texts, so that what is no id is a thing that is not there rather than a request that is
 * wrong.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class AddressContract implements OASFilter {

  private record Part(Pattern address, String name, Schema.SchemaType type, String format) {

    Part(String address, String name, Schema.SchemaType type, String format) {
      this(Pattern.compile(address), name, type, format);
    }
  }

  private static final List<Part> PARTS =
      List.of(
          new Part(".*", "year", Schema.SchemaType.INTEGER, "int32"),
          new Part("/api/v1/reports/.*", "id", Schema.SchemaType.INTEGER, "int64"),
          new Part("/api/v1/reports/.*", "number", Schema.SchemaType.INTEGER, "int32"),
          new Part("/api/v1/imports/.*", "id", Schema.SchemaType.INTEGER, "int64"),
          new Part("/api/v1/imports/.*", "number", Schema.SchemaType.INTEGER, "int32"),
          new Part("/api/v1/webhooks/.*", "position", Schema.SchemaType.INTEGER, "int64"),
          new Part("/api/v1/(webhooks|keys)/.*", "id", Schema.SchemaType.STRING, "uuid"));

  @Override
  public void filterOpenAPI(OpenAPI contract) {
    contract
        .getPaths()
        .getPathItems()
        .forEach(
            (address, item) ->
                item.getOperations().values().stream()
                    .filter(operation -> operation.getParameters() != null)
                    .flatMap(operation -> operation.getParameters().stream())
                    .filter(parameter -> parameter.getIn() == Parameter.In.PATH)
                    .forEach(parameter -> complete(address, parameter)));
  }

  private static void complete(String address, Parameter parameter) {
    PARTS.stream()
        .filter(part -> part.name().equals(parameter.getName()))
        .filter(part -> part.address().matcher(address).matches())
        .findFirst()
        .ifPresent(part -> complete(part, parameter));
  }

  private static void complete(Part part, Parameter parameter) {
    parameter.setSchema(OASFactory.createSchema().addType(part.type()).format(part.format()));
    if (part.type() == Schema.SchemaType.INTEGER && parameter.getExample() != null) {
      parameter.setExample(Long.valueOf(parameter.getExample().toString()));
    }
  }
}
