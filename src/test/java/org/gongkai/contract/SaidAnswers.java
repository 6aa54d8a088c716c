package org.gongkai.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which answers the contract names, each as a line: operation, status, and the code of the problem
 * or the media type, as in {@code fileReport 409 report-exists}. What is only the {@code default}
 * is not named.
 */
final class SaidAnswers {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private record Operation(String method, Pattern path, int variables, String id) {}

  private final JsonNode contract;
  private final List<Operation> operations = new ArrayList<>();
  private final Set<String> lines = new TreeSet<>();

  SaidAnswers(JsonNode contract) {
    this.contract = contract;
    contract
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          if (METHODS.contains(operation.getKey())) {
                            add(path.getKey(), operation.getKey(), operation.getValue());
                          }
                        }));
    operations.sort(Comparator.comparingInt(Operation::variables));
  }

  /** Those of the committed contract. */
  static SaidAnswers committed() {
    try {
      return new SaidAnswers(
          new YAMLMapper().readTree(Path.of("openapi", "openapi.yaml").toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String path, String method, JsonNode operation) {
    String[] parts = path.split("\\{[^}]+}", -1);
    StringBuilder pattern = new StringBuilder(Pattern.quote(parts[0]));
    for (int i = 1; i < parts.length; i++) {
      pattern.append("[^/]+").append(Pattern.quote(parts[i]));
    }
    String id = operation.get("operationId").textValue();
    operations.add(
        new Operation(method, Pattern.compile(pattern.toString()), parts.length - 1, id));
    operation
        .get("responses")
        .properties()
        .forEach(response -> add(id + " " + response.getKey(), response.getValue()));
  }

  private void add(String begin, JsonNode response) {
    JsonNode content = resolved(response).path("content");
    if (content.isEmpty()) {
      lines.add(begin);
    }
    content
        .properties()
        .forEach(
            media -> {
              if (media.getKey().equals("application/problem+json")) {
                media
                    .getValue()
                    .path("examples")
                    .fieldNames()
                    .forEachRemaining(code -> lines.add(begin + " " + code));
              } else {
                lines.add(begin + " " + withoutParameters(media.getKey()));
              }
            });
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? contract.at(node.get("$ref").textValue().substring(1)) : node;
  }

  static String withoutParameters(String mediaType) {
    return mediaType.replaceAll(";.*", "").strip();
  }

  /** The operation that a request is of; none for what is no operation of the contract. */
  Optional<String> operation(String method, String path) {
    String wanted = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
    return operations.stream()
        .filter(operation -> operation.method().equals(wanted))
        .filter(operation -> operation.path().matcher(path).matches())
        .findFirst()
        .map(Operation::id);
  }

  /** Of an answer without a body, which tells neither code nor type, the status is enough. */
  boolean has(String line) {
    return lines.contains(line) || lines.stream().anyMatch(said -> said.startsWith(line + " "));
  }

  Set<String> lines() {
    return Collections.unmodifiableSet(lines);
  }
}
