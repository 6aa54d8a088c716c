package org.gongkai.problem;

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
import java.util.stream.Collectors;

/** What Jackson objects to, with the place as a JSON pointer and without a class name. */
public final class JsonProblems {

  private JsonProblems() {}

  public static ProblemException of(JsonProcessingException json) {
    if (!(json instanceof JsonMappingException mapping) || json.getCause() instanceof Error) {
      return malformed(json);
    }
    String pointer = pointer(mapping);
    return switch (mapping) {
      case UnrecognizedPropertyException unknown ->
          ProblemException.invalid(Violation.at(pointer, "未知的键。", "Unknown key."));
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
      default -> malformed(json);
    };
  }

  private static ProblemException malformed(JsonProcessingException json) {
    long line = json.getLocation() == null ? 0 : json.getLocation().getLineNr();
    long column = json.getLocation() == null ? 0 : json.getLocation().getColumnNr();
    String reason =
        json instanceof StreamConstraintsException ? " (too deep, too long or too large)" : "";
    return ProblemException.of(
            ProblemType.MALFORMED_JSON,
            new Text(
                    "第 %s 行第 %s 列附近不是合法的 JSON" + reason + "。",
                    "No JSON near line %s, column %s" + reason + ".")
                .with(line, column))
        .with("line", language -> line)
        .with("column", language -> column);
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

  private static String kind(Class<?> type) {
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
