package org.gongkai.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.problem.Text;

/** What a place of the form is called, and in which editions; a wording of several stands once. */
final class EditionLabels {

  private final Map<Text, List<String>> editions = new LinkedHashMap<>();

  void add(Text label, String edition) {
    List<String> said = editions.computeIfAbsent(label, l -> new ArrayList<>());
    if (!said.contains(edition)) {
      said.add(edition);
    }
  }

  /** A node with the labels, each with its editions. */
  ObjectNode withEditions() {
    return SchemaNodes.described(
        editions.entrySet().stream()
            .map(e -> e.getKey().zh() + "（" + String.join("、", e.getValue()) + "）")
            .collect(Collectors.joining("；")),
        editions.entrySet().stream()
            .map(e -> e.getKey().en() + " (" + String.join(", ", e.getValue()) + ")")
            .collect(Collectors.joining("; ")));
  }

  /** The same where there is one edition, which goes without saying. */
  ObjectNode withoutEditions() {
    return SchemaNodes.described(editions.keySet().iterator().next());
  }
}
