package org.gongkai.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Writes into the contract which problems an operation may answer with: those of its kind, so that
 * no resource has to repeat them, and those that it names itself, by their codes, in the
 * description of a status. Each stands as an example of the status, under its code.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemContract implements OASFilter {

  private static final String SCHEMA = "#/components/schemas/Problem";
  private static final String DEFAULT = "Problem";

  private static final List<ProblemType> ANYWHERE =
      List.of(
          ProblemType.INVALID_REQUEST,
          ProblemType.NOT_ACCEPTABLE,
          ProblemType.URI_TOO_LONG,
          ProblemType.HEADERS_TOO_LARGE,
          ProblemType.INTERNAL_ERROR,
          ProblemType.SERVICE_UNAVAILABLE);
  private static final List<ProblemType> GUARDED =
      List.of(ProblemType.UNAUTHENTICATED, ProblemType.FORBIDDEN, ProblemType.TOO_MANY_REQUESTS);
  private static final List<ProblemType> NAMED = List.of(ProblemType.NOT_FOUND);
  private static final List<ProblemType> WITH_JSON = List.of(ProblemType.MALFORMED_JSON);
  private static final List<ProblemType> WITH_BODY =
      List.of(
          ProblemType.REQUEST_TIMEOUT,
          ProblemType.PAYLOAD_TOO_LARGE,
          ProblemType.UNSUPPORTED_MEDIA_TYPE);
  private static final List<ProblemType> WRITING =
      List.of(ProblemType.CONFLICT, ProblemType.INSUFFICIENT_STORAGE);
  private static final List<ProblemType> ONCE_ONLY =
      List.of(ProblemType.REQUEST_IN_FLIGHT, ProblemType.IDEMPOTENCY_KEY_REUSED);

  private static final Set<ProblemType> TO_WAIT_FOR =
      Set.of(
          ProblemType.REQUEST_IN_FLIGHT,
          ProblemType.TOO_MANY_REQUESTS,
          ProblemType.SERVICE_UNAVAILABLE,
          ProblemType.INSUFFICIENT_STORAGE);
  private static final Pattern CODE = Pattern.compile("`([a-z-]+)`");

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
    Components components = contract.getComponents();
    APIResponse any =
        OASFactory.createAPIResponse()
            .description("Any other problem of the catalogue at /problems. / 其他错误，见 /problems。")
            .content(content(Set.of(ProblemType.INTERNAL_ERROR)));
    addHeaders(any, Set.of());
    components.addResponse(DEFAULT, any);
    contract
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach((method, operation) -> complete(path, method, operation, components)));
  }

  private static void complete(
      String path, PathItem.HttpMethod method, Operation operation, Components components) {
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createAPIResponses());
    }
    APIResponses responses = operation.getResponses();
    Map<Integer, Set<ProblemType>> problems = new TreeMap<>();
    Stream.concat(general(path, method, operation), named(responses))
        .forEach(
            type ->
                problems
                    .computeIfAbsent(type.status(), s -> EnumSet.noneOf(ProblemType.class))
                    .add(type));
    problems.forEach(
        (status, types) -> {
          types.forEach(type -> components.addExample(type.code(), example(type)));
          APIResponse said = responses.getAPIResponse(String.valueOf(status));
          if (said == null || isBare(said)) {
            String name = name(types);
            components.addResponse(name, response(types));
            said = OASFactory.createAPIResponse().ref(name);
            responses.addAPIResponse(String.valueOf(status), said);
          } else {
            complete(said, types);
          }
        });
    responses.addAPIResponse("default", OASFactory.createAPIResponse().ref(DEFAULT));
  }

  /** What operations of this kind may answer, whatever they do. */
  private static Stream<ProblemType> general(
      String path, PathItem.HttpMethod method, Operation operation) {
    List<ProblemType> types = new ArrayList<>(ANYWHERE);
    if (operation.getSecurity() == null || !operation.getSecurity().isEmpty()) {
      types.addAll(GUARDED);
    }
    if (path.contains("{")) {
      types.addAll(NAMED);
    }
    if (operation.getRequestBody() != null) {
      types.addAll(WITH_BODY);
      if (operation.getRequestBody().getContent().hasMediaType("application/json")) {
        types.addAll(WITH_JSON);
      }
    }
    if (method != PathItem.HttpMethod.GET) {
      types.addAll(WRITING);
    }
    if (method == PathItem.HttpMethod.POST) {
      types.addAll(ONCE_ONLY);
    }
    return types.stream();
  }

  /** What an operation itself says by its code, in the description of the status. */
  private static Stream<ProblemType> named(APIResponses responses) {
    return responses.getAPIResponses().entrySet().stream()
        .filter(response -> response.getValue().getDescription() != null)
        .flatMap(
            response ->
                named(response.getValue().getDescription())
                    .filter(type -> response.getKey().equals(String.valueOf(type.status()))));
  }

  private static Stream<ProblemType> named(String description) {
    return CODE.matcher(description)
        .results()
        .map(code -> ProblemType.ofCode(code.group(1)))
        .flatMap(Optional::stream);
  }

  /** What an operation says of a refusal in words is a problem like all others. */
  private static void complete(APIResponse said, Set<ProblemType> types) {
    StringBuilder description = new StringBuilder(said.getDescription());
    Set<ProblemType> named =
        named(said.getDescription()).collect(Collectors.toCollection(HashSet::new));
    types.stream()
        .filter(type -> !named.contains(type))
        .forEach(
            type ->
                description.append("; `").append(type.code()).append("`: ").append(title(type)));
    said.setDescription(description.toString());
    said.setContent(content(types));
    addHeaders(said, types);
  }

  /** The framework describes the responses that it adds itself in two words. */
  private static boolean isBare(APIResponse response) {
    return response.getDescription() == null
        || response.getDescription().equals("Not Authorized")
        || response.getDescription().equals("Not Allowed")
        || response.getDescription().equals("Bad Request");
  }

  private static String name(Set<ProblemType> types) {
    return types.stream().map(ProblemContract::name).collect(Collectors.joining("Or"));
  }

  private static String name(ProblemType type) {
    StringBuilder name = new StringBuilder();
    for (String word : type.code().split("-")) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return name.toString();
  }

  private static APIResponse response(Set<ProblemType> types) {
    APIResponse response =
        OASFactory.createAPIResponse()
            .description(
                types.stream()
                    .map(
                        type ->
                            "`%s`: %s / %s"
                                .formatted(
                                    type.code(), type.description().en(), type.description().zh()))
                    .collect(Collectors.joining(" ")))
            .content(content(types));
    addHeaders(response, types);
    return response;
  }

  private static void addHeaders(APIResponse response, Set<ProblemType> types) {
    response.addHeader("Content-Language", header("Of the texts / 文字的语言", "zh"));
    if (types.contains(ProblemType.UNAUTHENTICATED)) {
      response.addHeader(
          "WWW-Authenticate", header("How to say who one is / 认证方式", ThrownProblems.CHALLENGE));
    }
    if (types.stream().anyMatch(TO_WAIT_FOR::contains)) {
      response.addHeader("Retry-After", header("Seconds to wait / 需等待的秒数", 1));
    }
    if (types.contains(ProblemType.UNSUPPORTED_MEDIA_TYPE)) {
      response.addHeader("Accept-Encoding", header("Of a body that was encoded / 编码", "identity"));
    }
    if (types.contains(ProblemType.TOO_MANY_REQUESTS)) {
      response
          .addHeader("RateLimit-Policy", header("Requests allowed / 限额", "\"caller\";q=60000;w=60"))
          .addHeader("RateLimit", header("What is left / 余额", "\"caller\";r=0;t=60"));
    }
  }

  private static Header header(String description, Object example) {
    Schema.SchemaType kind =
        example instanceof Integer ? Schema.SchemaType.INTEGER : Schema.SchemaType.STRING;
    return OASFactory.createHeader()
        .description(description)
        .schema(OASFactory.createSchema().addType(kind).examples(List.of(example)));
  }

  /** With an example for each code that there may be, by which the contract names it. */
  private static Content content(Set<ProblemType> types) {
    MediaType media = OASFactory.createMediaType().schema(OASFactory.createSchema().ref(SCHEMA));
    types.forEach(
        type -> media.addExample(type.code(), OASFactory.createExample().ref(type.code())));
    return OASFactory.createContent().addMediaType(ProblemResponse.MEDIA_TYPE, media);
  }

  private static Example example(ProblemType type) {
    Map<String, Object> problem =
        Map.of(
            "type", "/problems/" + type.code(),
            "title", type.title().zh(),
            "status", type.status(),
            "code", type.code(),
            "detail", type.description().zh());
    return OASFactory.createExample().summary(title(type)).value(new TreeMap<>(problem));
  }

  private static String title(ProblemType type) {
    return type.title().en() + " / " + type.title().zh();
  }
}
