package org.gongkai.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Form files with no rules but those without which a form is none: totals, kinds, blanks, the year.
 */
final class BareRules {

  private static final Path PACKAGED = Path.of("src", "main", "resources", "forms");
  private static final List<String> EDITIONS = List.of("2019", "2021");
  private static final Set<String> KEPT = Set.of("sum", "kind", "blank", "text");

  private BareRules() {}

  /** Writes them to a directory, as an operator would put them there. */
  static Path write(Path directory) throws IOException {
    YAMLMapper yaml = new YAMLMapper();
    Files.createDirectories(directory);
    Map<String, JsonNode> common = new HashMap<>();
    yaml.readTree(PACKAGED.resolve("common.yaml").toFile())
        .get("rules")
        .forEach(rule -> common.put(rule.get("id").asText(), rule));
    for (String edition : EDITIONS) {
      String name = edition + ".yaml";
      ObjectNode form = (ObjectNode) yaml.readTree(PACKAGED.resolve(name).toFile());
      ArrayNode bare = yaml.createArrayNode();
      for (JsonNode rule : form.get("rules")) {
        if (KEPT.contains(relation(rule, common))) {
          bare.add(rule);
        }
      }
      form.set("rules", bare);
      yaml.writeValue(directory.resolve(name).toFile(), form);
    }
    return directory;
  }

  /** A rule stands there wholly, as the id of a common one, or as changes to a common one. */
  private static String relation(JsonNode rule, Map<String, JsonNode> common) {
    if (rule.has("relation")) {
      return rule.get("relation").asText();
    }
    String id = rule.isTextual() ? rule.asText() : rule.get("use").asText();
    return common.get(id).get("relation").asText();
  }
}
