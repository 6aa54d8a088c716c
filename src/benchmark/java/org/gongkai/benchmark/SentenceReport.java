package org.gongkai.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A report whose text is one sentence, and of which every number is stated. */
final class SentenceReport {

  /** No sentence states it. */
  private static final String OTHER = "99991";

  private static final int YEAR = 2021;
  private static final String TOTAL = "publications.total";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path TEXTS = Path.of("src", "main", "resources", "forms", "texts.yaml");
  private static final List<String> CELLS = cells();
  private static final JsonNode CHANNELS = channels();

  private final ObjectNode report = JSON.createObjectNode();

  /**
   * Makes it.
   *
   * @param stated numbers by cell or channel; every other one is another number
   */
  SentenceReport(JsonNode sentence, Map<String, String> stated) {
    report.put("organ", "A-1").put("year", YEAR);
    report.put("scope", sentence.path("scope").asText("organ"));
    for (String path : CELLS) {
      put(path, stated.getOrDefault(path, OTHER));
    }
    ObjectNode publications = report.putObject("publications");
    publications
        .putObject("total")
        .put("count", new BigDecimal(stated.getOrDefault(TOTAL, OTHER)))
        .put("unit", "item");
    ArrayNode entries = publications.putArray("channels");
    for (JsonNode channel : CHANNELS) {
      String id = channel.get("channel").asText();
      entries
          .addObject()
          .put("channel", id)
          .put("count", new BigDecimal(stated.getOrDefault(id, OTHER)))
          .put("unit", channel.get("unit").asText());
    }
    report
        .putObject("narrative")
        .put("problems", "公开内容有待进一步完善。")
        .put(sentence.path("part").asText("overview"), sentence.get("text").asText());
  }

  /** A number that is not this one, whether it is read whole or not. */
  static String otherThan(String number) {
    return new BigDecimal(number)
        .multiply(BigDecimal.valueOf(3))
        .add(BigDecimal.valueOf(7))
        .toPlainString();
  }

  byte[] written() throws IOException {
    return JSON.writeValueAsBytes(report);
  }

  /** A channel by its code, every other place by its path. */
  String nameOf(String path) {
    if (path.startsWith("publications.channels[")) {
      int index = Integer.parseInt(path.replaceAll("[^0-9]", ""));
      return CHANNELS.get(index).get("channel").asText();
    }
    return path.replace(TOTAL + ".count", TOTAL);
  }

  private void put(String path, String number) {
    String[] keys = path.split("\\.");
    ObjectNode place = report;
    for (int i = 0; i < keys.length - 1; i++) {
      place = place.withObjectProperty(keys[i]);
    }
    place.put(keys[keys.length - 1], new BigDecimal(number));
  }

  private static List<String> cells() {
    List<String> cells = new ArrayList<>();
    for (String row : List.of("rules", "normativeDocuments")) {
      for (String column : List.of("issued", "repealed", "inForce")) {
        cells.add("disclosure." + row + "." + column);
      }
    }
    for (String row : List.of("licensing", "penalties", "compulsion")) {
      cells.add("disclosure." + row + ".decisions");
    }
    cells.add("disclosure.fees.amount");
    List<String> rows = new ArrayList<>(List.of("received", "carriedOver"));
    FormShape.OUTCOMES_2021.forEach(outcome -> rows.add("outcomes." + outcome));
    rows.addAll(List.of("outcomes.total", "carriedForward"));
    for (String row : rows) {
      FormShape.APPLICANTS.forEach(kind -> cells.add("applications." + row + "." + kind));
      cells.add("applications." + row + ".total");
    }
    for (String row : FormShape.CONTESTS) {
      FormShape.RESULTS.forEach(result -> cells.add("contests." + row + "." + result));
      cells.add("contests." + row + ".total");
    }
    return List.copyOf(cells);
  }

  private static JsonNode channels() {
    try {
      return new YAMLMapper().readTree(TEXTS.toFile()).get("channels");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
