package org.gongkai.problem;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What Jackson objects to, with the place as a JSON pointer and without a class name. */
public final class JsonProblems {

  private JsonProblems() {}

  public static ProblemException of(JsonProcessingException json) {
    return of(json, 1);
  }

  /**
   * The same of a part of a file.
   *
   * @param from the line of the file that the part begins in, from 1
   */
  public static ProblemException of(JsonProcessingException json, long from) {
    Optional<Violation> wrongKey = wrongKey(json);
    if (wrongKey.isPresent()) {
      return placed(json, from, List.of(wrongKey.get()));
    }
    if (!(json instanceof JsonMappingException mapping) || json.getCause() instanceof Error) {
      return malformed(json, from);
    }
    String pointer = pointer(mapping);
    return switch (mapping) {
      case UnstorableText unstorable ->
          ProblemException.invalid(new Violation(pointer, UnstorableText.WHY));
      case UnrecognizedPropertyException unknown ->
          ProblemException.invalid(new Violation(pointer, unknown(unknown)));
      case InvalidFormatException format when format.getTargetType().isEnum() ->
          ProblemException.invalid(
              new Violation(
                  pointer,
                  new Text("须为以下之一：%s。", "One of: %s.").with(codes(format.getTargetType()))));
      case ValueInstantiationException invalid
          when invalid.getCause() instanceof ProblemException p ->
          p;
      case MismatchedInputException mismatch ->
          ProblemException.invalid(
              new Violation(
                  pointer,
                  new Text("类型不符，须为%s。", "Wrong type; wanted: %s.")
                      .with(kind(mismatch.getTargetType()))));
      default -> malformed(json, from);
    };
  }

  /** Which key was meant, or which there are. */
  private static Text unknown(UnrecognizedPropertyException unknown) {
    List<String> known =
        unknown.getKnownPropertyIds() == null
            ? List.of()
            : unknown.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList();
    if (known.isEmpty()) {
      return new Text("未知的键。", "Unknown key.");
    }
    return Nearest.to(unknown.getPropertyName(), known)
        .map(meant -> new Text("未知的键；是否应为“%s”？", "Unknown key. Did you mean \"%s\"?").with(meant))
        .orElseGet(
            () ->
                new Text("未知的键；此处可用的键：%s。", "Unknown key. Known here: %s.")
                    .with(String.join(", ", known)));
  }

  private static ProblemException malformed(JsonProcessingException json, long from) {
    long line = line(json, from);
    long column = column(json);
    boolean tooLarge = json instanceof StreamConstraintsException;
    return ProblemException.of(
            ProblemType.MALFORMED_JSON,
            new Text(
                    tooLarge ? "第 %s 行第 %s 列附近的 JSON 层数太深、太长或数字太大。" : "第 %s 行第 %s 列附近不是合法的 JSON。",
                    tooLarge
                        ? "The JSON near line %s, column %s is too deep, too long or too large."
                        : "No JSON near line %s, column %s.")
                .with(line, column))
        .with("line", language -> line)
        .with("column", language -> column);
  }

  /** A key that stands twice in its object, or that nobody could hold, where that is the matter. */
  private static Optional<Violation> wrongKey(Throwable json) {
    for (Throwable cause = json; cause != null; cause = cause.getCause()) {
      if (cause instanceof JsonParseException parse && parse.getProcessor() != null) {
        String said = parse.getOriginalMessage();
        String place = parse.getProcessor().getParsingContext().pathAsPointer().toString();
        if (said.startsWith("Duplicate field")) {
          return Optional.of(Violation.at(place, "这个键出现了两次。", "This key stands twice."));
        }
        if (said.contains("surrogate")) {
          return Optional.of(new Violation(place, UnstorableText.KEY));
        }
      }
    }
    return Optional.empty();
  }

  private static ProblemException placed(
      JsonProcessingException json, long from, List<Violation> violations) {
    long line = line(json, from);
    long column = column(json);
    return ProblemException.invalid(ProblemType.MALFORMED_JSON, violations)
        .with("line", language -> line)
        .with("column", language -> column);
  }

  private static long line(JsonProcessingException json, long from) {
    return json.getLocation() == null ? from : from + json.getLocation().getLineNr() - 1;
  }

  private static long column(JsonProcessingException json) {
    return json.getLocation() == null ? 0 : json.getLocation().getColumnNr();
  }

  private static String pointer(JsonMappingException mapping) {
    return mapping.getPath().stream()
        .map(
            r -> r.getFieldName() == null ? String.valueOf(r.getIndex()) : escape(r.getFieldName()))
        .collect(Collectors.joining("/", mapping.getPath().isEmpty() ? "" : "/", ""));
  }

  private static String escape(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  private static String codes(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(c -> c instanceof WireCode wire ? wire.code() : c.toString())
        .collect(Collectors.joining(", "));
  }

  private static String kind(@Nullable Class<?> type) {
    if (type == null) {
      return "object";
    }
    if (type == LocalDate.class) {
      return "date (2026-01-31)";
    }
    if (Temporal.class.isAssignableFrom(type)) {
      return "date-time (2026-01-31T08:00:00+08:00)";
    }
    if (type == String.class || type.isEnum()) {
      return "string";
    }
    if (Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class)) {
      return "number";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "boolean";
    }
    return Iterable.class.isAssignableFrom(type) || type.isArray() ? "array" : "object";
  }
}
