package org.gongkai.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What editions say alike stands once, in a file that they include:
 *
 * <pre>
 * include: common.yaml
 * values: {year: 2021}
 * rules:
 *   - T3-ROW                        # as the included file has it
 *   - {use: X-JUMP, factor: 4}      # the same with other values of some keys
 *   - {id: X-OWN, …}                # the edition's own
 * </pre>
 *
 * <p>A key that the edition does not write is the included file's. A list that it writes is its
 * own, in its order: an entry that is a mere id, and one with {@code use}, take the entry of that
 * id from the same list of the included file, lists within it likewise. In what is taken {@code
 * {name}} stands for a value of the edition: one of {@code values}, or its own {@code edition} or
 * {@code document}. An included file includes no other.
 */
final class Inclusion {

  private static final String INCLUDE = "include";
  private static final String VALUES = "values";
  private static final String USE = "use";
  private static final List<String> OF_THE_EDITION = List.of("edition", "document");
  private static final Pattern VALUE = Pattern.compile("\\{([a-z][A-Za-z]*)}");
  private static final Pattern FILE = Pattern.compile("[a-z0-9][a-z0-9-]*\\.yaml");

  private final String file;
  private final String included;
  private final Map<String, JsonNode> values = new LinkedHashMap<>();

  private Inclusion(String file, String included) {
    this.file = file;
    this.included = included;
  }

  /** The name of the file that this one includes; null where it includes none. */
  static @Nullable String nameIn(String file, YamlNode root) {
    YamlNode include = root.member(INCLUDE);
    if (include == null) {
      return null;
    }
    String name = include.text();
    if (name == null || !FILE.matcher(name).matches() || FormFiles.isOther(name)) {
      throw refused(file, INCLUDE, "names no file that can be included", include);
    }
    return name;
  }

  /**
   * The file with what it includes in its place.
   *
   * @param read gives the content of an included file; null where there is none
   */
  static YamlNode resolve(String file, YamlNode root, Function<String, @Nullable YamlNode> read) {
    String name = nameIn(file, root);
    if (name == null || !(root instanceof YamlNode.Mapping own)) {
      return root;
    }
    YamlNode common = read.apply(name);
    if (common == null) {
      throw refused(
          file,
          INCLUDE,
          "names the unknown file " + name,
          own.members().getOrDefault(INCLUDE, own));
    }
    if (!(common instanceof YamlNode.Mapping shared)) {
      throw new ContradictoryForm(name, "line:1", "line 1, column 1: an object is wanted");
    }
    if (shared.member(INCLUDE) != null) {
      throw refused(name, INCLUDE, "stands in a file that is included", shared.member(INCLUDE));
    }
    Inclusion inclusion = new Inclusion(file, name);
    inclusion.readValues(own);
    return inclusion.filledIn("", inclusion.over("", own, shared));
  }

  private void readValues(YamlNode.Mapping own) {
    for (String key : OF_THE_EDITION) {
      if (own.member(key) instanceof YamlNode.Scalar scalar) {
        values.put(key, scalar.value());
      }
    }
    YamlNode written = own.member(VALUES);
    switch (written) {
      case null -> {
        // the included file may need none
      }
      case YamlNode.Mapping mapping ->
          mapping
              .members()
              .forEach(
                  (name, value) -> {
                    if (!(value instanceof YamlNode.Scalar scalar) || scalar.value().isNull()) {
                      throw refused(file, VALUES + "." + name, "is no text or number", value);
                    }
                    values.put(name, scalar.value());
                  });
      default -> throw refused(file, VALUES, "is of the wrong type", written);
    }
  }

  private YamlNode.Mapping over(String place, YamlNode.Mapping own, YamlNode.Mapping shared) {
    Map<String, YamlNode> members = new LinkedHashMap<>(shared.members());
    own.members()
        .forEach(
            (key, value) -> {
              YamlNode below = shared.members().get(key);
              members.put(
                  key,
                  value instanceof YamlNode.Items list && below instanceof YamlNode.Items of
                      ? over(place.isEmpty() ? key : place + "." + key, list, of)
                      : value);
            });
    List.of(INCLUDE, VALUES, USE).forEach(members::remove);
    return new YamlNode.Mapping(own.origin(), members);
  }

  private YamlNode over(String place, YamlNode.Items own, YamlNode.Items shared) {
    Map<String, YamlNode> byId = shared.byId();
    if (byId.isEmpty()) {
      return own;
    }
    List<YamlNode> items = new ArrayList<>();
    for (YamlNode item : own.items()) {
      String at = place + "[" + items.size() + "]";
      YamlNode use = item.member(USE);
      if (item.text() != null) {
        items.add(taken(at, item, byId));
      } else if (use != null) {
        YamlNode.Mapping of = (YamlNode.Mapping) taken(at, use, byId);
        items.add(over(at, (YamlNode.Mapping) item, of));
      } else {
        items.add(item);
      }
    }
    return new YamlNode.Items(own.origin(), items);
  }

  private YamlNode taken(String place, YamlNode id, Map<String, YamlNode> byId) {
    YamlNode found = byId.get(String.valueOf(id.text()));
    if (found == null) {
      String what = "takes %s, which is not in %s".formatted(id.json().asText(), included);
      throw refused(file, place, what, id);
    }
    return found;
  }

  /** With the edition's values where the included file names them. */
  private YamlNode filledIn(String place, YamlNode node) {
    return switch (node) {
      case YamlNode.Mapping mapping -> {
        Map<String, YamlNode> members = new LinkedHashMap<>();
        mapping
            .members()
            .forEach(
                (key, value) ->
                    members.put(key, filledIn(place.isEmpty() ? key : place + "." + key, value)));
        yield new YamlNode.Mapping(mapping.origin(), members);
      }
      case YamlNode.Items list -> {
        List<YamlNode> items = new ArrayList<>();
        list.items().forEach(item -> items.add(filledIn(place + "[" + items.size() + "]", item)));
        yield new YamlNode.Items(list.origin(), items);
      }
      case YamlNode.Scalar scalar ->
          scalar.text() != null && scalar.origin().file().equals(included)
              ? new YamlNode.Scalar(scalar.origin(), filledIn(place, scalar))
              : scalar;
    };
  }

  private JsonNode filledIn(String place, YamlNode.Scalar scalar) {
    Matcher matcher = VALUE.matcher(scalar.text());
    // a value that stands alone stays what it is: a number is no text
    return matcher.matches()
        ? valueOf(place, scalar, matcher.toMatchResult())
        : TextNode.valueOf(
            matcher
                .reset()
                .replaceAll(m -> Matcher.quoteReplacement(valueOf(place, scalar, m).asText())));
  }

  private JsonNode valueOf(String place, YamlNode.Scalar scalar, MatchResult named) {
    JsonNode value = values.get(named.group(1));
    if (value == null) {
      throw refused(file, place, "has no value for " + named.group(), scalar);
    }
    return value;
  }

  private static ContradictoryForm refused(String file, String place, String what, YamlNode where) {
    return new ContradictoryForm(file, place, place + " " + what).from(where.origin());
  }
}
