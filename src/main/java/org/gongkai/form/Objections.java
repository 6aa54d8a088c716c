package org.gongkai.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.gongkai.platform.StrictJson;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;

/** Gathers everything that a document gets wrong outside its cells, each with its place. */
final class Objections {

  /** More than this help nobody, and a hostile body may have a million. */
  private static final int MOST = 200;

  private final List<Violation> violations = new ArrayList<>();
  private int unknownKeys;

  void add(String pointer, Text message) {
    if (violations.size() < MOST) {
      violations.add(new Violation(pointer, message));
    }
  }

  void add(String pointer, String zh, String en) {
    add(pointer, new Text(zh, en));
  }

  void unknownKey(String pointer, String key, Collection<String> known) {
    unknownKeys++;
    add(
        pointer + "/" + StrictJson.escape(key),
        new Text("未知的键；此处可用：%s。", "Unknown key; here are: %s.").with(String.join(", ", known)));
  }

  void notOneOf(String pointer, Collection<String> codes) {
    add(pointer, new Text("须为以下之一：%s。", "One of: %s.").with(String.join(", ", codes)));
  }

  /** Hands each member of an object on; says where there is none, or one that is not known. */
  void members(
      JsonNode node,
      String pointer,
      Map<String, ? extends Object> known,
      BiConsumer<String, JsonNode> member) {
    if (!node.isObject()) {
      add(pointer, "须为对象。", "An object is wanted.");
      return;
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (known.containsKey(entry.getKey())) {
        member.accept(entry.getKey(), entry.getValue());
      } else {
        unknownKey(pointer, entry.getKey(), known.keySet());
      }
    }
  }

  /** How many keys were unknown, which tells whether a document follows an edition. */
  int unknownKeys() {
    return unknownKeys;
  }

  /** Raises at once where nothing can be read at all. */
  void raiseUnlessObject(JsonNode root) {
    if (!root.isObject()) {
      raise();
    }
  }

  void raise() {
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
  }
}
