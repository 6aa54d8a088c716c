package org.gongkai.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes the file of an edition as people do: an entry of a table a line, a key of a rule a line.
 */
final class WrittenOut {

  private static final List<String> KEYS =
      List.of(
          "edition",
          "version",
          "document",
          "firstYear",
          "lastYear",
          "title",
          "sections",
          "narrative",
          "rules");
  private static final Set<String> IN_LINES = Set.of("sections", "rules", "examples");
  private static final Set<String> QUOTED =
      Set.of("zh", "en", "edition", "article", "organ", "name");
  private static final Set<String> PLAIN = Set.of("unit", "document");
  private static final Pattern WORD = Pattern.compile("-?[A-Za-z][\\w.*-]*( [\\w.]+)?");

  private WrittenOut() {}

  static String of(YamlNode file) {
    StringBuilder text =
        new StringBuilder(
            "# An edition, with what its file includes in its place.\n# For tests.\n");
    Map<String, YamlNode> members = ((YamlNode.Mapping) file).members();
    for (String key : KEYS) {
      if (members.containsKey(key)) {
        text.append(key).append(':');
        value(key, members.get(key), "", text);
      }
    }
    return text.toString();
  }

  private static void value(String key, YamlNode value, String indent, StringBuilder text) {
    if (value instanceof YamlNode.Items list
        && list.items().stream().allMatch(YamlNode.Mapping.class::isInstance)) {
      text.append('\n');
      for (YamlNode item : list.items()) {
        text.append(indent).append("  - ");
        if (IN_LINES.contains(key)) {
          members((YamlNode.Mapping) item, indent + "    ", text);
        } else {
          text.append(inOneLine(key, item)).append('\n');
        }
      }
    } else if (value instanceof YamlNode.Mapping mapping && IN_LINES.contains(key)) {
      text.append('\n').append(indent).append("  ");
      members(mapping, indent + "  ", text);
    } else {
      text.append(' ').append(inOneLine(key, value)).append('\n');
    }
  }

  /** The first where the text stands, the others below it. */
  private static void members(YamlNode.Mapping mapping, String indent, StringBuilder text) {
    String before = "";
    for (Map.Entry<String, YamlNode> member : mapping.members().entrySet()) {
      text.append(before).append(member.getKey()).append(':');
      value(member.getKey(), member.getValue(), indent, text);
      before = indent;
    }
  }

  private static String inOneLine(String key, YamlNode value) {
    return switch (value) {
      case YamlNode.Mapping mapping ->
          mapping.members().entrySet().stream()
              .map(e -> e.getKey() + ": " + inOneLine(e.getKey(), e.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case YamlNode.Items list ->
          list.items().stream()
              .map(item -> inOneLine(key, item))
              .collect(Collectors.joining(", ", "[", "]"));
      case YamlNode.Scalar scalar -> scalar(key, scalar.value());
    };
  }

  private static String scalar(String key, JsonNode value) {
    boolean plain =
        !value.isTextual()
            || PLAIN.contains(key)
            || (!QUOTED.contains(key) && WORD.matcher(value.textValue()).matches());
    return plain ? value.asText() : value.toString();
  }
}
