package org.gongkai.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a report says of its channels of publication. */
final class PublicationReader {

  private static final int LONGEST_NAME = 200;
  private static final int MOST = 500;

  private final Map<String, Choice> channels;
  private final Map<String, Choice> units;
  private final Map<String, Object> top = new LinkedHashMap<>();
  private final Map<String, Object> ofTotal = new LinkedHashMap<>();
  private final Map<String, Object> ofChannel = new LinkedHashMap<>();

  PublicationReader(Forms forms) {
    this.channels = forms.channels();
    this.units = forms.units();
    List.of("total", "channels").forEach(k -> top.put(k, k));
    List.of("count", "unit", "approximate").forEach(k -> ofTotal.put(k, k));
    List.of("channel", "count", "unit", "approximate", "name").forEach(k -> ofChannel.put(k, k));
  }

  record Publications(List<PublicationCount> channels, Optional<PublicationCount> total) {}

  Publications read(JsonNode node, Objections objections) {
    if (node == null || node.isNull()) {
      return new Publications(List.of(), Optional.empty());
    }
    List<PublicationCount> counts = new ArrayList<>();
    Optional<PublicationCount> total = Optional.empty();
    objections.members(node, "/publications", top, (key, value) -> {});
    JsonNode stated = node.path("total");
    if (!stated.isMissingNode() && !stated.isNull()) {
      objections.members(stated, "/publications/total", ofTotal, (key, value) -> {});
      total = Optional.of(count(stated, "/publications/total", null, objections));
    }
    JsonNode list = node.path("channels");
    if (!list.isArray() && !list.isMissingNode() && !list.isNull()) {
      objections.add("/publications/channels", "须为数组。", "An array is wanted.");
    }
    if (list.size() > MOST) {
      objections.add("/publications/channels", "最多 500 项。", "500 entries at the most.");
      return new Publications(counts, total);
    }
    for (int i = 0; i < list.size() && list.isArray(); i++) {
      String pointer = "/publications/channels/" + i;
      JsonNode entry = list.get(i);
      objections.members(entry, pointer, ofChannel, (key, value) -> {});
      String channel = code(entry.path("channel"), pointer + "/channel", channels, objections);
      counts.add(count(entry, pointer, channel, objections));
    }
    return new Publications(List.copyOf(counts), total);
  }

  private PublicationCount count(
      JsonNode entry, String pointer, String channel, Objections objections) {
    String unit = code(entry.path("unit"), pointer + "/unit", units, objections);
    JsonNode approximate = entry.path("approximate");
    if (!approximate.isMissingNode() && !approximate.isBoolean()) {
      objections.add(pointer + "/approximate", "须为 true 或 false。", "true or false.");
    }
    JsonNode name = entry.path("name");
    boolean named = name.isTextual() && name.textValue().length() <= LONGEST_NAME;
    if (!name.isMissingNode() && !name.isNull() && !named) {
      objections.add(pointer + "/name", "须为不超过 200 字的文本。", "A text of 200 characters at the most.");
    }
    return new PublicationCount(
        channel,
        unit,
        SectionReader.figure(entry.get("count"), CellKind.COUNT),
        approximate.asBoolean(false),
        named ? name.textValue() : null);
  }

  private static String code(
      JsonNode node, String pointer, Map<String, Choice> codes, Objections objections) {
    if (node.isTextual() && codes.containsKey(node.textValue())) {
      return node.textValue();
    }
    objections.notOneOf(pointer, codes.keySet());
    return "";
  }
}
