package org.gongkai.contract;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Where schemas stand in a contract outside its named ones. */
final class ContractSchemas {

  private ContractSchemas() {}

  /** Puts others in the place of those of parameters, bodies, answers and headers. */
  static void replaceAll(OpenAPI contract, UnaryOperator<Schema> by) {
    contract.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().values().stream())
        .forEach(operation -> replaceAll(operation, by));
    replaceIn(values(contract.getComponents().getParameters()), by);
    values(contract.getComponents().getResponses()).forEach(response -> replaceIn(response, by));
  }

  private static void replaceAll(Operation operation, UnaryOperator<Schema> by) {
    if (operation.getParameters() != null) {
      replaceIn(operation.getParameters().stream(), by);
    }
    if (operation.getRequestBody() != null) {
      replaceIn(operation.getRequestBody().getContent(), by);
    }
    values(operation.getResponses().getAPIResponses()).forEach(response -> replaceIn(response, by));
  }

  private static void replaceIn(Stream<Parameter> parameters, UnaryOperator<Schema> by) {
    parameters
        .filter(parameter -> parameter.getSchema() != null)
        .forEach(parameter -> parameter.setSchema(by.apply(parameter.getSchema())));
  }

  private static void replaceIn(APIResponse response, UnaryOperator<Schema> by) {
    replaceIn(response.getContent(), by);
    values(response.getHeaders())
        .filter(header -> header.getSchema() != null)
        .forEach(header -> header.setSchema(by.apply(header.getSchema())));
  }

  private static void replaceIn(@Nullable Content content, UnaryOperator<Schema> by) {
    if (content != null) {
      values(content.getMediaTypes())
          .filter(media -> media.getSchema() != null)
          .forEach(media -> media.setSchema(by.apply(media.getSchema())));
    }
  }

  private static <T> Stream<T> values(@Nullable Map<String, T> named) {
    return named == null ? Stream.of() : named.values().stream();
  }
}
