package org.gongkai.form;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.problem.WireCode;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * What the parser objects to, with its place and in words that name no class: whoever writes a rule
 * file does not know how it is read.
 */
final class YamlFault {

  private static final int LONGEST = 200;

  private static final Pattern OF_ITSELF =
      Pattern.compile("`|\\(\\)|::|\\b[a-z]+\\.[a-z]+\\.|[a-z][A-Z][a-z]|Exception|Jackson|Java");

  private YamlFault() {}

  /**
   * What cannot be mapped.
   *
   * @param tree what was read, which knows where the fault stands
   */
  static ContradictoryForm of(String file, JsonProcessingException fault, YamlNode tree) {
    if (fault instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      String place = place(mapping);
      return new ContradictoryForm(file, place, place + " " + objection(mapping))
          .from(tree.origin(mapping.getPath()));
    }
    return unparsable(file, fault);
  }

  private static String objection(JsonMappingException mapping) {
    return switch (mapping) {
      case UnrecognizedPropertyException unknown -> "is an unknown key";
      case InvalidFormatException format when format.getTargetType().isEnum() ->
          "is none of "
              + Arrays.stream(format.getTargetType().getEnumConstants())
                  .map(YamlFault::code)
                  .collect(Collectors.joining(", "))
              + ": "
              + shortened(String.valueOf(format.getValue()));
      case MismatchedInputException mismatch -> "is of the wrong type";
      default -> "is not as it must be";
    };
  }

  private static String code(Object choice) {
    return choice instanceof WireCode wire
        ? wire.code()
        : choice.toString().toLowerCase(Locale.ROOT);
  }

  private static String place(JsonMappingException mapping) {
    return mapping.getPath().stream()
        .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : "." + r.getFieldName())
        .collect(Collectors.joining())
        .substring(mapping.getPath().getFirst().getFieldName() == null ? 0 : 1);
  }

  /** What is no YAML. */
  static ContradictoryForm unparsable(String file, JsonProcessingException fault) {
    if (fault.getCause() instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
      Mark mark = yaml.getProblemMark();
      return at(file, mark.getLine() + 1, mark.getColumn() + 1, said(yaml.getProblem()));
    }
    String why =
        switch (fault) {
          case JsonMappingException mapping -> "an object is wanted";
          case StreamConstraintsException large ->
              "nested too deep, or a name, text or number is too long";
          default ->
              fault.getOriginalMessage().startsWith("Duplicate field")
                  ? shortened(fault.getOriginalMessage())
                  : said(fault.getOriginalMessage());
        };
    JsonLocation where = fault.getLocation();
    return where == null
        ? at(file, 1, 1, why)
        : at(file, Math.max(1, where.getLineNr()), Math.max(1, where.getColumnNr()), why);
  }

  /**
   * What the parsers say where it is about the file; where it is about themselves, which names
   * classes and settings that nobody here can change, no more than that it is no YAML.
   */
  private static String said(String message) {
    String first = message == null ? "" : message.lines().findFirst().orElse("").strip();
    return first.isEmpty() || OF_ITSELF.matcher(first).find() ? "no YAML" : shortened(first);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  private static ContradictoryForm at(String file, int line, int column, String why) {
    return new ContradictoryForm(
        file, "line:" + line, "line %d, column %d: %s".formatted(line, column, why));
  }
}
