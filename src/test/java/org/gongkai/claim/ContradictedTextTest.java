package org.gongkai.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongkai.check.Checks;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.form.Samples;
import org.gongkai.rule.Severity;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts beside the tables of their report, and which of their numbers cannot be right. What is said
 * of each is a warning or, where it can be meant otherwise, information; beside many that
 * contradict stands one that is nearly the same and does not.
 */
@Execution(ExecutionMode.CONCURRENT)
class ContradictedTextTest {

  private static final Checks CHECKS = new Checks(FORMS, new Claims(FORMS));

  static Stream<JsonNode> contradictions() throws IOException {
    List<JsonNode> all = new ArrayList<>();
    new YAMLMapper()
        .readTree(ContradictedTextTest.class.getResourceAsStream("/texts/contradictions.yaml"))
        .forEach(all::add);
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void whatCannotBeRightIsWarnedOfAndNothingElse(JsonNode report) {
    Map<String, List<String>> warned = new TreeMap<>();
    Map<String, List<String>> informed = new TreeMap<>();
    for (Finding finding : CHECKS.check(Samples.READER.read(filed(report)))) {
      BigDecimal number = finding.left() == null ? finding.right() : finding.left();
      if (finding.rule().startsWith("TEXT-") && number != null) {
        Map<String, List<String>> into = finding.severity() == Severity.INFO ? informed : warned;
        into.computeIfAbsent(place(first(finding), report), place -> new ArrayList<>())
            .add(number.toPlainString());
      }
    }
    assertThat(warned).as("warnings of %s", report).isEqualTo(expected(report, "warns"));
    assertThat(informed).as("information on %s", report).isEqualTo(expected(report, "informs"));
  }

  /** The first cell of a sum; the place where there is none. */
  private static String first(Finding finding) {
    return finding.cells().stream()
        .map(CellState::path)
        .filter(path -> !path.startsWith("narrative."))
        .findFirst()
        .orElse(finding.place());
  }

  /** A channel by its name, and other places as they are. */
  private static String place(String place, JsonNode report) {
    if (!place.startsWith("publications.channels[")) {
      return place;
    }
    int index = Integer.parseInt(place.replaceAll("[^0-9]", ""));
    return List.copyOf(report.get("channels").propertyStream().toList()).get(index).getKey();
  }

  /** By place the number, or the numbers, of which something is said. */
  private static Map<String, List<String>> expected(JsonNode report, String what) {
    Map<String, List<String>> expected = new TreeMap<>();
    report
        .path(what)
        .properties()
        .forEach(
            e -> {
              JsonNode its = e.getValue();
              List<String> numbers = new ArrayList<>();
              (its.isArray() ? its : List.of(its)).forEach(one -> numbers.add(one.asText()));
              expected.put(e.getKey(), numbers);
            });
    return expected;
  }

  private static ObjectNode filed(JsonNode from) {
    int year = from.path("year").asInt(2021);
    ObjectNode report = Samples.report(year, "");
    report.put("scope", from.path("scope").asText("organ"));
    report.putObject("narrative").put("problems", "公开内容有待进一步完善。");
    JsonNode text = from.get("text");
    if (text.isObject()) {
      report.withObjectProperty("narrative").setAll((ObjectNode) text);
    } else {
      report
          .withObjectProperty("narrative")
          .put(from.path("part").asText("overview"), text.asText());
    }
    from.path("cells").properties().forEach(e -> put(report, e.getKey(), e.getValue()));
    if (from.has("channels") || from.has("published")) {
      ObjectNode publications = report.putObject("publications");
      if (from.has("published")) {
        publications.putObject("total").put("unit", "item").set("count", from.get("published"));
      }
      ArrayNode channels = publications.putArray("channels");
      from.path("channels")
          .properties()
          .forEach(
              e ->
                  channels
                      .addObject()
                      .put("channel", e.getKey())
                      .put("unit", "item")
                      .set("count", e.getValue()));
    }
    return report;
  }

  /** A cell, or the cells of a row in their order. */
  private static void put(ObjectNode report, String path, JsonNode value) {
    String[] keys = path.split("\\.");
    ObjectNode place = report;
    for (int i = 0; i < keys.length - 1; i++) {
      place = place.withObjectProperty(keys[i]);
    }
    place.set(keys[keys.length - 1], value);
  }
}
