package org.gongkai.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How much of what sentences state the service understands, on the sets of {@code src/test} that
 * were written by people who had not seen its words. They have been mended by since, so the figures
 * say nothing of reports that nobody has seen; those are in {@code openapi/TEXTS.zh-CN.md}. Of each
 * sentence a report is made that states what it states, and every other number differently:
 * whatever is warned of then is a false alarm. Then each number in turn is another one, and a
 * warning at its place is wanted.
 */
final class SentenceMeasure {

  private static final String PART = "h sentences";
  private static final Path SETS = Path.of("src", "test", "resources", "texts");
  private static final String BLIND = "(?:untouched|fresh|blind[0-9]*|heldout[0-9]*)\\.yaml";

  private final Service service;
  private final Progress progress;
  private final YAMLMapper yaml = new YAMLMapper();
  private final Map<String, Count> byKind = new TreeMap<>();

  SentenceMeasure(Service service, Progress progress) {
    this.service = service;
    this.progress = progress;
  }

  /** What the text is said to state otherwise than these cells. */
  private record Warning(BigDecimal number, List<String> cells) {}

  /** What was stated, found, and warned of although it was right. */
  private static final class Count {
    private int stated;
    private int found;
    private int alarms;

    void add(Count other) {
      stated += other.stated;
      found += other.found;
      alarms += other.alarms;
    }

    double recall() {
      return 100.0 * found / Math.max(1, stated);
    }

    double precision() {
      return 100.0 * found / Math.max(1, found + alarms);
    }
  }

  List<Figure> measure() throws IOException {
    List<Figure> figures = new ArrayList<>();
    Count all = new Count();
    try (Connection connection = service.connect();
        Stream<Path> files = Files.list(SETS)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().matches(BLIND)).sorted().toList()) {
        String set = file.getFileName().toString().replace(".yaml", "");
        Count count = new Count();
        for (JsonNode sentence : yaml.readTree(file.toFile())) {
          // what a street says of itself needs the registry
          if (!sentence.has("street")) {
            count.add(measure(connection, sentence));
          }
        }
        progress.say(
            "%s: %d of %d found, %d false alarms", set, count.found, count.stated, count.alarms);
        all.add(count);
        figures.addAll(figures(set, count));
      }
    }
    figures.addAll(figures("all sets", all));
    byKind.forEach((kind, count) -> figures.addAll(figures(kind, count)));
    return figures;
  }

  private static List<Figure> figures(String name, Count count) {
    return List.of(
        Figure.of(PART, name + ", recall", count.recall(), "%").with("stated", count.stated),
        Figure.of(PART, name + ", precision", count.precision(), "%")
            .with("false alarms", count.alarms));
  }

  private Count measure(Connection connection, JsonNode sentence) throws IOException {
    Map<String, String> right = new LinkedHashMap<>();
    for (String states : List.of("maybe", "states")) {
      sentence
          .path(states)
          .properties()
          .forEach(stated -> right.put(stated.getKey(), first(stated.getValue())));
    }
    Map<String, String> filled = filled(right, warnings(connection, sentence, Map.of()));
    Count count = new Count();
    warnings(connection, sentence, filled)
        .forEach(
            (place, warning) -> {
              // a sum is named by its first cell, and what the others have is not always told
              String number = right.get(place);
              if (number == null || warning.number().compareTo(new BigDecimal(number)) != 0) {
                count(place).alarms++;
                count.alarms++;
              }
            });
    for (Map.Entry<String, JsonNode> stated : sentence.path("states").properties()) {
      Map<String, String> wrong = new HashMap<>(filled);
      wrong.put(stated.getKey(), SentenceReport.otherThan(first(stated.getValue())));
      boolean found = warnings(connection, sentence, wrong).containsKey(stated.getKey());
      for (Count each : List.of(count, count(stated.getKey()))) {
        each.stated++;
        each.found += found ? 1 : 0;
      }
    }
    return count;
  }

  /** Of the numbers of a cell, that which is its own and not only of a sum that begins with it. */
  private static String first(JsonNode numbers) {
    return (numbers.isArray() ? numbers.get(0) : numbers).asText();
  }

  /**
   * What the cells state where all is right. A number can be the sum of several cells: the others
   * have what the sentence states of them, or nothing, and the first one the rest.
   */
  private static Map<String, String> filled(Map<String, String> right, Map<String, Warning> sums) {
    Map<String, String> filled = new HashMap<>(right);
    sums.forEach(
        (place, warning) -> {
          if (right.containsKey(place)) {
            BigDecimal rest = new BigDecimal(right.get(place));
            for (String cell : warning.cells()) {
              if (!cell.equals(place) && !cell.startsWith("narrative.")) {
                rest = rest.subtract(new BigDecimal(filled.computeIfAbsent(cell, c -> "0")));
              }
            }
            if (rest.signum() >= 0) {
              filled.put(place, rest.toPlainString());
            }
          }
        });
    return filled;
  }

  /** By the first two words of its path, or all channels together. */
  private Count count(String place) {
    String[] words = place.split("\\.");
    String kind = words.length > 2 ? words[0] + "." + words[1] : "publications";
    return byKind.computeIfAbsent(kind, k -> new Count());
  }

  /** Where the text is said to differ for certain, by the first cell, with all cells. */
  private Map<String, Warning> warnings(
      Connection connection, JsonNode sentence, Map<String, String> cells) throws IOException {
    SentenceReport report = new SentenceReport(sentence, cells);
    Request request = Request.send("POST", "/api/v1/validations", Callers.JSON, report.written());
    JsonNode found = connection.send(request).expecting(200).json().get("findings");
    Map<String, Warning> warnings = new LinkedHashMap<>();
    for (JsonNode finding : found) {
      if (finding.get("rule").asText().equals("TEXT-COUNT")) {
        List<String> paths = new ArrayList<>();
        finding.get("cells").forEach(cell -> paths.add(report.nameOf(cell.get("path").asText())));
        paths.stream()
            .filter(path -> !path.startsWith("narrative."))
            .findFirst()
            .ifPresent(
                first ->
                    warnings.put(first, new Warning(finding.get("left").decimalValue(), paths)));
      }
    }
    return warnings;
  }
}
