package org.gongkai.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a report says of its channels of publication. */
final class PublicationReader {

  static final int LONGEST_NAME = 200;
  static final int MOST = 500;
  private static final String PUBLICATIONS = "/publications";

  private final Map<String, Choice> channels;
  private final Map<String, Choice> units;
  private final Map<String, Integer> top = keys("total", "channels");
  private final Map<String, Integer> ofTotal = keys("count", "unit", "approximate");
  private final Map<String, Integer> ofChannel =
      keys("channel", "count", "unit", "approximate", "name");

  PublicationReader(Forms forms) {
    this.channels = forms.channels();
    this.units = forms.units();
  }

  record Publications(List<PublicationCount> channels, Optional<PublicationCount> total) {}

  Publications read(JsonNode node, Objections objections) {
    if (!HeadReader.isAbsent(node)) {
      objections.members(node, PUBLICATIONS, top, (key, value, known) -> {});
    }
    return new Publications(
        channels(node.path("channels"), objections), total(node.path("total"), objections));
  }

  private Optional<PublicationCount> total(JsonNode node, Objections objections) {
    String pointer = PUBLICATIONS + "/total";
    if (HeadReader.isAbsent(node) || !objections.isObject(node, pointer)) {
      return Optional.empty();
    }
    objections.members(node, pointer, ofTotal, (key, value, known) -> {});
    return Optional.of(count(node, pointer, null, objections));
  }

  private List<PublicationCount> channels(JsonNode list, Objections objections) {
    List<PublicationCount> counts = new ArrayList<>();
    String pointer = PUBLICATIONS + "/channels";
    if (HeadReader.isAbsent(list)) {
      return counts;
    }
    if (!list.isArray()) {
      objections.add(pointer, "须为数组。", "An array is wanted.");
    } else if (list.size() > MOST) {
      objections.add(pointer, "最多 500 项。", "500 entries at the most.");
    } else {
      for (int i = 0; i < list.size(); i++) {
        channel(list.get(i), pointer + "/" + i, objections).ifPresent(counts::add);
      }
    }
    return counts;
  }

  private Optional<PublicationCount> channel(JsonNode node, String pointer, Objections objections) {
    if (!objections.isObject(node, pointer)) {
      return Optional.empty();
    }
    objections.members(node, pointer, ofChannel, (key, value, known) -> {});
    String channel = code(node.path("channel"), pointer + "/channel", channels, objections);
    return Optional.of(count(node, pointer, channel, objections));
  }

  private PublicationCount count(
      JsonNode node, String pointer, @Nullable String channel, Objections objections) {
    JsonNode approximate = node.path("approximate");
    if (!HeadReader.isAbsent(approximate) && !approximate.isBoolean()) {
      objections.add(pointer + "/approximate", "须为 true 或 false。", "true or false.");
    }
    JsonNode name = node.path("name");
    boolean named = name.isTextual() && name.textValue().length() <= LONGEST_NAME;
    if (!HeadReader.isAbsent(name) && !named && channel != null) {
      objections.add(pointer + "/name", "须为不超过 200 字的文本。", "A text of 200 characters at the most.");
    }
    return new PublicationCount(
        channel,
        code(node.path("unit"), pointer + "/unit", units, objections),
        CellReader.figure(node.path("count"), CellKind.COUNT),
        approximate.asBoolean(false),
        named ? name.textValue() : null,
        CellReader.remark(node.path("count"), pointer + "/count", objections));
  }

  private static String code(
      JsonNode node, String pointer, Map<String, Choice> codes, Objections objections) {
    if (node.isTextual() && codes.containsKey(node.textValue())) {
      return node.textValue();
    }
    objections.notOneOf(pointer, codes.keySet());
    return "";
  }

  private static Map<String, Integer> keys(String... names) {
    Map<String, Integer> keys = new LinkedHashMap<>();
    for (String name : names) {
      keys.put(name, keys.size());
    }
    return keys;
  }
}
