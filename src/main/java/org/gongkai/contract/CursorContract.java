package org.gongkai.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Gives the parameter that asks for the next page the example that its page has as {@code next}:
 * cursors differ from list to list, and one that is made up is refused.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = -2)
public class CursorContract implements OASFilter {

  private static final Set<String> PARAMETERS = Set.of("cursor", "after");

  @Override
  public void filterOpenAPI(OpenAPI contract) {
    Map<String, Schema> schemas = contract.getComponents().getSchemas();
    contract.getPaths().getPathItems().values().stream()
        .map(item -> item.getGET())
        .filter(operation -> operation != null && operation.getParameters() != null)
        .forEach(operation -> complete(operation, schemas));
  }

  private static void complete(Operation list, Map<String, Schema> schemas) {
    list.getParameters().stream()
        .filter(parameter -> PARAMETERS.contains(parameter.getName()))
        .forEach(parameter -> next(list, schemas).ifPresent(parameter::setExample));
  }

  /** The example of the next page in the answer of a list. */
  private static Optional<Object> next(Operation list, Map<String, Schema> schemas) {
    return Optional.ofNullable(list.getResponses().getAPIResponse("200"))
        .map(APIResponse::getContent)
        .map(content -> content.getMediaType("application/json"))
        .map(MediaType::getSchema)
        .map(Schema::getRef)
        .map(ref -> schemas.get(ref.replaceFirst(".*/", "")))
        .map(page -> page.getProperties().get("next"))
        .map(Schema::getExamples)
        .map(List::getFirst);
  }
}
