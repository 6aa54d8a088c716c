package org.gongkai.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Writes into the contract the problems that any operation may answer with, so that no resource has
 * to repeat them. What an operation says of a status itself stands.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemContract implements OASFilter {

  private static final String SCHEMA = "#/components/schemas/Problem";
  private static final String DEFAULT = "Problem";

  private static final List<ProblemType> ANYWHERE =
      List.of(ProblemType.INVALID_REQUEST, ProblemType.NOT_ACCEPTABLE);
  private static final List<ProblemType> GUARDED =
      List.of(ProblemType.UNAUTHENTICATED, ProblemType.FORBIDDEN, ProblemType.TOO_MANY_REQUESTS);
  private static final List<ProblemType> NAMED = List.of(ProblemType.NOT_FOUND);
  private static final List<ProblemType> WITH_BODY =
      List.of(
          ProblemType.REQUEST_TIMEOUT,
          ProblemType.PAYLOAD_TOO_LARGE,
          ProblemType.UNSUPPORTED_MEDIA_TYPE);

  @Override
  public void filterOpenAPI(OpenAPI contract) {
    if (contract.getPaths() == null) {
      return;
    }
    if (contract.getComponents() == null) {
      contract.setComponents(OASFactory.createComponents());
    }
    Schema problem = Objects.requireNonNull(contract.getComponents().getSchemas().get(DEFAULT));
    ProblemMembers.schemas().forEach(problem::addProperty);
    Stream.of(ANYWHERE, GUARDED, NAMED, WITH_BODY)
        .flatMap(List::stream)
        .forEach(type -> contract.getComponents().addResponse(name(type), response(type)));
    contract
        .getComponents()
        .addResponse(
            DEFAULT,
            OASFactory.createAPIResponse()
                .description("Any other problem of the catalogue at /problems. / 其他错误，见 /problems。")
                .content(content(ProblemType.INTERNAL_ERROR)));
    contract
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations().values().forEach(operation -> complete(path, operation)));
  }

  private static void complete(String path, Operation operation) {
    fill(operation);
    ANYWHERE.forEach(type -> add(operation, type));
    if (operation.getSecurity() == null || !operation.getSecurity().isEmpty()) {
      GUARDED.forEach(type -> add(operation, type));
    }
    if (path.contains("{")) {
      NAMED.forEach(type -> add(operation, type));
    }
    if (operation.getRequestBody() != null) {
      WITH_BODY.forEach(type -> add(operation, type));
    }
    add(operation, "default", DEFAULT);
  }

  /** What an operation says of a refusal in words is a problem like all others. */
  private static void fill(Operation operation) {
    if (operation.getResponses() == null) {
      return;
    }
    operation
        .getResponses()
        .getAPIResponses()
        .forEach(
            (status, response) -> {
              boolean told = response.getDescription() != null && !isBare(response);
              if (status.matches("[45]..") && told && response.getContent() == null) {
                response.setContent(
                    OASFactory.createContent()
                        .addMediaType(
                            ProblemResponse.MEDIA_TYPE,
                            OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(SCHEMA))));
              }
            });
  }

  /** The framework describes the responses that it adds itself in two words. */
  private static boolean isBare(APIResponse response) {
    return response.getDescription().equals("Not Authorized")
        || response.getDescription().equals("Not Allowed")
        || response.getDescription().equals("Bad Request");
  }

  private static void add(Operation operation, ProblemType type) {
    add(operation, String.valueOf(type.status()), name(type));
  }

  private static void add(Operation operation, String status, String name) {
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createAPIResponses());
    }
    APIResponse said = operation.getResponses().getAPIResponse(status);
    // The framework adds some without content, which says nothing.
    if (said == null || said.getContent() == null && said.getRef() == null) {
      operation.getResponses().addAPIResponse(status, OASFactory.createAPIResponse().ref(name));
    }
  }

  private static String name(ProblemType type) {
    StringBuilder name = new StringBuilder();
    for (String word : type.code().split("-")) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return name.toString();
  }

  private static APIResponse response(ProblemType type) {
    APIResponse response =
        OASFactory.createAPIResponse()
            .description(type.description().en() + " / " + type.description().zh())
            .content(content(type));
    return type == ProblemType.TOO_MANY_REQUESTS
        ? response
            .addHeader("Retry-After", header("Seconds to wait / 需等待的秒数", 1))
            .addHeader(
                "RateLimit-Policy", header("Requests allowed / 限额", "\"caller\";q=60000;w=60"))
            .addHeader("RateLimit", header("What is left / 余额", "\"caller\";r=0;t=60"))
        : response;
  }

  private static Header header(String description, Object example) {
    Schema.SchemaType kind =
        example instanceof Integer ? Schema.SchemaType.INTEGER : Schema.SchemaType.STRING;
    return OASFactory.createHeader()
        .description(description)
        .schema(OASFactory.createSchema().addType(kind).examples(List.of(example)));
  }

  private static Content content(ProblemType type) {
    Map<String, Object> example =
        Map.of(
            "type", "/problems/" + type.code(),
            "title", type.title().zh(),
            "status", type.status(),
            "code", type.code(),
            "detail", type.description().zh());
    return OASFactory.createContent()
        .addMediaType(
            ProblemResponse.MEDIA_TYPE,
            OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref(SCHEMA))
                .example(new TreeMap<>(example)));
  }
}
