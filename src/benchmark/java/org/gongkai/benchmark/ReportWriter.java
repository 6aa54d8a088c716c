package org.gongkai.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes reports as the JSON that the service takes, on one line. */
final class ReportWriter {

  private static final String[] UNIT_OF_WHAT_WAS_PROCURED = {"disclosure", "procurement", "unit"};

  /** A part of the form takes 100,000 characters; longer texts fill several. */
  private static final int LONGEST_PART = 80_000;

  private static final String[] PARTS = {"overview", "proactiveDisclosure", "disclosureOnRequest"};

  private final int narrative;
  private final StringBuilder json = new StringBuilder(8192);

  ReportWriter(int narrative) {
    this.narrative = narrative;
  }

  byte[] write(AnnualReport report) {
    json.setLength(0);
    json.append("{\"organ\":\"").append(Nation.codeOf(report.organ()));
    json.append("\",\"year\":").append(report.year());
    publications(report.published());
    cells(report.cells());
    narrative(report);
    json.append('}');
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void publications(List<AnnualReport.Published> published) {
    AnnualReport.Published total = published.getLast();
    json.append(",\"publications\":{\"total\":{\"count\":").append(total.count());
    json.append(",\"unit\":\"").append(total.unit()).append("\"},\"channels\":[");
    for (AnnualReport.Published one : published.subList(0, published.size() - 1)) {
      json.append("{\"channel\":\"").append(one.channel()).append("\",\"count\":");
      json.append(one.count()).append(",\"unit\":\"").append(one.unit()).append('"');
      json.append(one.approximate() ? ",\"approximate\":true}," : "},");
    }
    json.setLength(json.length() - 1);
    json.append("]}");
  }

  /** Paths that share their beginning stand beside each other, so that an object is opened once. */
  private void cells(Map<String, Long> cells) {
    Tree tree = new Tree();
    cells.forEach((path, number) -> tree.put(path.split("\\."), 0, number));
    if (cells.containsKey(AnnualReport.PROCURED)) {
      tree.put(UNIT_OF_WHAT_WAS_PROCURED, 0, "wanyuan");
    }
    for (Map.Entry<String, Object> section : tree.members.entrySet()) {
      json.append(",\"").append(section.getKey()).append("\":");
      ((Tree) section.getValue()).write(json);
    }
  }

  private void narrative(AnnualReport report) {
    String text = Narrative.of(report, narrative);
    json.append(",\"narrative\":{");
    for (int from = 0, part = 0; from < text.length(); from += LONGEST_PART, part++) {
      json.append('"').append(PARTS[part]).append("\":\"");
      json.append(text, from, Math.min(text.length(), from + LONGEST_PART)).append("\",");
    }
    json.append("\"problems\":\"主动公开的内容有待进一步丰富。\"}");
  }

  /** Members in the order in which they came, as an object of JSON. */
  private static final class Tree {

    private final Map<String, Object> members = new java.util.LinkedHashMap<>();

    void put(String[] path, int at, Object value) {
      if (at == path.length - 1) {
        members.put(path[at], value);
      } else {
        ((Tree) members.computeIfAbsent(path[at], name -> new Tree())).put(path, at + 1, value);
      }
    }

    void write(StringBuilder json) {
      char before = '{';
      for (Map.Entry<String, Object> member : members.entrySet()) {
        json.append(before).append('"').append(member.getKey()).append("\":");
        if (member.getValue() instanceof Tree tree) {
          tree.write(json);
        } else if (member.getValue() instanceof String text) {
          json.append('"').append(text).append('"');
        } else {
          json.append(member.getValue());
        }
        before = ',';
      }
      json.append('}');
    }
  }
}
