package org.gongkai.form;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import org.gongkai.problem.Text;

/** The pieces that a JSON Schema of a report is put together from. */
final class SchemaNodes {

  static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private SchemaNodes() {}

  static ObjectNode described(String zh, String en) {
    return JSON.objectNode().put("description", en + " / " + zh);
  }

  static ObjectNode described(Text text) {
    return described(text.zh(), text.en());
  }

  static ObjectNode object(String zh, String en) {
    return described(zh, en).put("type", "object").put("additionalProperties", false);
  }

  static ObjectNode text(String zh, String en, String example) {
    ObjectNode text = described(zh, en).put("type", "string");
    text.putArray("examples").add(example);
    return text;
  }

  /**
   * One of some codes.
   *
   * @param title by which contracts name the enumeration
   */
  static ObjectNode choice(String title, Collection<String> codes, String zh, String en) {
    ObjectNode choice = described(zh, en).put("title", title).put("type", "string");
    ArrayNode values = choice.putArray("enum");
    codes.forEach(values::add);
    return choice;
  }

  /** The same, or null, which says no more than absence. */
  static ObjectNode nullable(ObjectNode node) {
    String type = node.get("type").textValue();
    node.putArray("type").add(type).add("null");
    if (node.get("enum") instanceof ArrayNode values) {
      values.addNull();
    }
    return node;
  }
}
