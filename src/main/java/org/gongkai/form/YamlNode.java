package org.gongkai.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A value of a file of {@code forms/} that knows where it is written, so that what is wrong with it
 * can be told by file and line even where one file includes another.
 */
sealed interface YamlNode {

  /** Where a value begins; lines count from 1. */
  record Origin(String file, int line) {}

  Origin origin();

  record Mapping(Origin origin, Map<String, YamlNode> members) implements YamlNode {}

  record Items(Origin origin, List<YamlNode> items) implements YamlNode {

    /** The entries that are mappings with an {@code id}. */
    Map<String, YamlNode> byId() {
      Map<String, YamlNode> byId = new LinkedHashMap<>();
      for (YamlNode item : items) {
        YamlNode id = item.member("id");
        if (id != null && id.text() != null) {
          byId.putIfAbsent(id.text(), item);
        }
      }
      return byId;
    }
  }

  record Scalar(Origin origin, JsonNode value) implements YamlNode {}

  /** Without the places. */
  default JsonNode json() {
    return switch (this) {
      case Mapping mapping -> {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        mapping.members().forEach((key, value) -> object.set(key, value.json()));
        yield object;
      }
      case Items items -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.items().forEach(item -> array.add(item.json()));
        yield array;
      }
      case Scalar scalar -> scalar.value();
    };
  }

  /** The member of a mapping; null where there is none, or this is no mapping. */
  default @Nullable YamlNode member(String key) {
    return this instanceof Mapping mapping ? mapping.members().get(key) : null;
  }

  /** What it says, if that is a text; otherwise null. */
  default @Nullable String text() {
    return this instanceof Scalar scalar ? scalar.value().textValue() : null;
  }

  /** Where that stands which the path of a fault leads to, or what is nearest above it. */
  default Origin origin(List<JsonMappingException.Reference> path) {
    YamlNode node = this;
    for (JsonMappingException.Reference step : path) {
      YamlNode next =
          switch (node) {
            case Mapping mapping -> mapping.members().get(step.getFieldName());
            case Items items ->
                step.getIndex() >= 0 && step.getIndex() < items.items().size()
                    ? items.items().get(step.getIndex())
                    : null;
            case Scalar scalar -> null;
          };
      if (next == null) {
        break;
      }
      node = next;
    }
    return node.origin();
  }

  /**
   * Where that stands which a place names by keys and ids: {@code rules.X-JUMP.left}, {@code
   * sections.applications.rows.outcomes.total}; or what is nearest above it.
   */
  default Origin origin(String place) {
    for (Map.Entry<String, YamlNode> child : named().entrySet()) {
      String name = child.getKey();
      if (place.equals(name)) {
        return child.getValue().origin();
      }
      if (place.startsWith(name + ".")) {
        return child.getValue().origin(place.substring(name.length() + 1));
      }
    }
    return origin();
  }

  /** What is right below, by key, or by the id that entries of a list have; longer ones first. */
  private Map<String, YamlNode> named() {
    Map<String, YamlNode> named =
        new TreeMap<>(
            Comparator.comparingInt(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
    switch (this) {
      case Mapping mapping -> named.putAll(mapping.members());
      case Items items -> named.putAll(items.byId());
      case Scalar scalar -> {
        // nothing is below it
      }
    }
    return named;
  }

  /**
   * Reads a file that holds one document. What would be passed over in silence is refused: a second
   * document, and aliases, which would be read as the names of their anchors.
   *
   * @param file what to call it
   * @return null where the file holds nothing at all
   * @throws JsonProcessingException where it is no YAML
   */
  static @Nullable YamlNode read(String file, String text, YAMLMapper mapper)
      throws JsonProcessingException {
    try (YAMLParser parser = mapper.getFactory().createParser(text)) {
      YamlNode root = parser.nextToken() == null ? null : value(file, parser);
      if (parser.nextToken() != null) {
        throw refused(file, parser, "a second document; one is wanted");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static YamlNode value(String file, YAMLParser parser) throws IOException {
    Origin origin = new Origin(file, parser.currentTokenLocation().getLineNr());
    if (parser.isCurrentAlias()) {
      throw refused(file, parser, "an alias (*); write it out");
    }
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, YamlNode> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String key = parser.currentName();
          parser.nextToken();
          members.put(key, value(file, parser));
        }
        return new Mapping(origin, members);
      }
      case START_ARRAY -> {
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(file, parser));
        }
        return new Items(origin, items);
      }
      default -> {
        return new Scalar(origin, parser.readValueAsTree());
      }
    }
  }

  private static ContradictoryForm refused(String file, YAMLParser parser, String why) {
    int line = parser.currentTokenLocation().getLineNr();
    return new ContradictoryForm(file, "line:" + line, "line %d: %s".formatted(line, why));
  }
}
