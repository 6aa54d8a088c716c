package org.gongkai.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Says in the contract what goes with {@link org.gongkai.platform.Preconditions}: the ETag of every
 * answer that can be named in one, and the refusal of what is stale.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public class ConditionContract implements OASFilter {

  private static final String TAG = "ETag";
  private static final String STALE = "412";
  private static final String NOT_MODIFIED = "304";

  @Override
  public void filterOpenAPI(OpenAPI contract) {
    contract.getPaths().getPathItems().values().forEach(ConditionContract::complete);
  }

  private static void complete(PathItem item) {
    boolean writable = item.getOperations().values().stream().anyMatch(o -> isConditional(o));
    for (Map.Entry<PathItem.HttpMethod, Operation> entry : item.getOperations().entrySet()) {
      Operation operation = entry.getValue();
      if (isConditional(operation)) {
        refuseStale(operation);
      }
      if (operation.getResponses().hasAPIResponse(NOT_MODIFIED)) {
        tag(operation, "Strong tag of the answer, for If-None-Match");
      } else if (writable && entry.getKey() != PathItem.HttpMethod.DELETE) {
        tag(operation, "Strong tag for If-Match");
      }
    }
  }

  private static boolean isConditional(Operation operation) {
    return operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(p -> "If-Match".equals(p.getName()));
  }

  private static void refuseStale(Operation operation) {
    operation
        .getResponses()
        .addAPIResponse(
            STALE,
            OASFactory.createAPIResponse()
                .description("`stale-etag`: it was changed in the meantime / 内容已被更新")
                .addHeader(TAG, header("The ETag of the present state")));
  }

  private static void tag(Operation operation, String description) {
    operation
        .getResponses()
        .getAPIResponses()
        .forEach(
            (status, response) -> {
              if ((status.startsWith("2") || status.equals(NOT_MODIFIED)) && !hasTag(response)) {
                response.addHeader(TAG, header(description));
              }
            });
  }

  private static Header header(String description) {
    return OASFactory.createHeader()
        .description(description)
        .schema(OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING)));
  }

  private static boolean hasTag(APIResponse response) {
    return response.getHeaders() != null && response.getHeaders().containsKey(TAG);
  }
}
