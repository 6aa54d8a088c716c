package org.gongkai.rollup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.gongkai.journey.Sample;

/** A report with random numbers, zeros, blanks and cells that do not apply, that breaks no rule. */
final class RandomReport {

  private static final List<String> CHANNELS = List.of("website", "wechat", "hearing");
  private static final List<String> UNITS = List.of("item", "event");

  private RandomReport() {}

  /** Of either edition, and of both. */
  static ObjectNode of(String organ, int year, Random random) {
    ObjectNode report = random.nextBoolean() ? Sample.huancui(organ) : Sample.huaian(organ);
    report.put("year", year).put("organ", organ).remove("narrative");
    for (String row : List.of("received", "carriedOver", "outcomes", "carriedForward")) {
      blankTotals(report.at("/applications/" + row));
    }
    // outcomes equal what was received, whatever the columns are
    for (String applicant : List.of("naturalPerson", "commercialEnterprise", "otherOrganization")) {
      long sum = outcomes(report.at("/applications/outcomes"), applicant, random);
      ((ObjectNode) report.at("/applications/received")).put(applicant, sum);
      ((ObjectNode) report.at("/applications/carriedOver")).put(applicant, 0);
      ((ObjectNode) report.at("/applications/carriedForward")).put(applicant, 0);
    }
    for (JsonNode row : report.get("contests")) {
      for (String result : List.of("upheld", "corrected", "other", "pending")) {
        cell((ObjectNode) row, result, random);
      }
      ((ObjectNode) row).putNull("total");
    }
    disclosure(report, random);
    publications(report, random);
    return report;
  }

  private static void blankTotals(JsonNode node) {
    if (node instanceof ObjectNode row) {
      if (row.has("naturalPerson")) {
        row.putNull("total");
      }
      row.remove("none");
      row.forEach(RandomReport::blankTotals);
      if (row.has("total") && row.get("total") instanceof ObjectNode total) {
        total.fieldNames().forEachRemaining(name -> total.putNull(name));
      }
    }
  }

  /** Fills the outcomes of a kind of applicant and gives their sum. */
  private static long outcomes(JsonNode node, String applicant, Random random) {
    long sum = 0;
    for (var child : node.properties()) {
      if (child.getKey().equals("total") || !child.getValue().isObject()) {
        continue;
      }
      ObjectNode row = (ObjectNode) child.getValue();
      sum +=
          row.has("naturalPerson")
              ? cell(row, applicant, random)
              : outcomes(row, applicant, random);
    }
    return sum;
  }

  private static long cell(ObjectNode row, String column, Random random) {
    switch (random.nextInt(5)) {
      case 0 -> row.putNull(column);
      case 1 -> row.put(column, "n/a");
      case 2 -> row.put(column, 0);
      default -> {
        long number = random.nextInt(10) == 0 ? random.nextInt(90_000_000) : random.nextInt(50);
        row.put(column, number);
        return number;
      }
    }
    return 0;
  }

  private static void disclosure(ObjectNode report, Random random) {
    if (random.nextInt(3) == 0) {
      ObjectNode table = report.putObject("disclosure");
      report.withObject("/editions").put("disclosure", "2019");
      ObjectNode procurement = table.putObject("procurement").put("items", random.nextInt(9));
      switch (random.nextInt(4)) {
        case 0 -> procurement.put("amount", new BigDecimal("12.345678"));
        case 1 -> procurement.put("amount", random.nextInt(99)).put("unit", "yuan");
        case 2 -> procurement.putNull("amount").put("unit", "wanyuan");
        default -> procurement.put("amount", 0).put("unit", "wanyuan");
      }
      table.putObject("licensing").put("change", random.nextInt(90) - 45);
      return;
    }
    ((ObjectNode) report.at("/disclosure/fees"))
        .put("amount", BigDecimal.valueOf(random.nextInt(1_000_000_000), 6));
  }

  private static void publications(ObjectNode report, Random random) {
    ObjectNode publications = report.putObject("publications");
    ArrayNode channels = publications.putArray("channels");
    for (int i = 0; i < random.nextInt(5); i++) {
      ObjectNode channel = channels.addObject();
      channel.put("channel", CHANNELS.get(random.nextInt(CHANNELS.size())));
      channel.put("unit", UNITS.get(random.nextInt(UNITS.size())));
      if (random.nextInt(4) > 0) {
        channel.put("count", random.nextInt(5000)).put("approximate", random.nextBoolean());
      }
    }
    if (random.nextBoolean()) {
      publications.putObject("total").put("unit", "item").put("count", random.nextInt(5000));
    }
  }
}
