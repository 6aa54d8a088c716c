package org.gongkai.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares what the service adds up with what was made: to the last digit, or the run is void. */
final class SumCheck {

  private static final List<String> SECTIONS = List.of("applications", "disclosure", "contests");

  private final Service service;
  private final Flags flags;
  private final Nation nation;

  SumCheck(Service service, Flags flags, Nation nation) {
    this.service = service;
    this.flags = flags;
    this.nation = nation;
  }

  /** Checks the nation and each of its provinces; says how many sums it has compared. */
  long check(ExpectedSums expected) throws IOException {
    long compared = 0;
    try (Connection connection = service.connect()) {
      for (int year = Flags.FIRST_YEAR; year <= flags.lastYear(); year++) {
        for (String by : List.of("none", "region")) {
          for (String section : SECTIONS) {
            JsonNode answer = ask(connection, section, by, year);
            compared += compareTable(answer, section, by, year, expected);
          }
          compared +=
              comparePublished(ask(connection, "publications", by, year), by, year, expected);
        }
      }
    }
    return compared;
  }

  private JsonNode ask(Connection connection, String section, String by, int year)
      throws IOException {
    String path =
        "/api/v1/rollups/%s?region=%s&year=%d&by=%s".formatted(section, Nation.CODE, year, by);
    return connection.send(Request.get(path)).expecting(200).json();
  }

  private long compareTable(
      JsonNode answer, String section, String by, int year, ExpectedSums expected) {
    Map<String, JsonNode> rows = new HashMap<>();
    for (JsonNode row : answer.path("rows")) {
      rows.put(row.path("code").asText(Nation.CODE) + "/" + row.path("row").asText(), row);
    }
    long compared = 0;
    for (String region : regions(by)) {
      ExpectedSums.Sums sums = expected.at(region, year);
      for (Map.Entry<String, Long> cell : sums.cells.entrySet()) {
        boolean isShownByUnit = cell.getKey().equals(AnnualReport.PROCURED);
        if (cell.getKey().startsWith(section + ".") && !isShownByUnit) {
          String path = cell.getKey().substring(section.length() + 1);
          int dot = path.lastIndexOf('.');
          JsonNode row = rows.get(region + "/" + path.substring(0, dot));
          JsonNode sum = row == null ? null : row.get(path.substring(dot + 1));
          require(cell.getValue(), sum, "%d %s %s".formatted(year, region, cell.getKey()));
          compared++;
        }
      }
    }
    require(
        expected.at(Nation.CODE, year).reports,
        answer.path("coverage").path("reported"),
        "%d reports counted".formatted(year));
    return compared;
  }

  private long comparePublished(JsonNode answer, String by, int year, ExpectedSums expected) {
    Map<String, JsonNode> counts = new HashMap<>();
    for (String part : List.of("rows", "totals")) {
      for (JsonNode row : answer.path(part)) {
        String channel = row.path("channel").asText("") + "/" + row.path("unit").asText();
        counts.put(row.path("code").asText(Nation.CODE) + " " + channel, row.get("count"));
      }
    }
    long compared = 0;
    for (String region : regions(by)) {
      for (Map.Entry<String, Long> one : expected.at(region, year).published.entrySet()) {
        require(
            one.getValue(),
            counts.get(region + " " + one.getKey()),
            "%d %s %s".formatted(year, region, one.getKey()));
        compared++;
      }
    }
    return compared;
  }

  private List<String> regions(String by) {
    return by.equals("none") ? List.of(Nation.CODE) : nation.provinces();
  }

  private static void require(long expected, JsonNode found, String what) {
    if (found == null
        || !found.isNumber()
        || found.decimalValue().compareTo(BigDecimal.valueOf(expected)) != 0) {
      throw new Unmeasurable("%s: %d was filed, %s is shown".formatted(what, expected, found));
    }
  }
}
