package org.gongkai.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.StrictJson;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Gathers everything that a document gets wrong outside its cells, each with its place. */
final class Objections {

  /** Several times what a form has cells; a hostile body may have a million. */
  private static final int MOST = 1000;

  private final List<Violation> violations = new ArrayList<>();
  private int unsaid;

  void add(String pointer, Text message) {
    if (violations.size() < MOST) {
      violations.add(new Violation(pointer, message));
    } else {
      unsaid++;
    }
  }

  void add(String pointer, String zh, String en) {
    add(pointer, new Text(zh, en));
  }

  void notOneOf(String pointer, Collection<String> codes) {
    add(pointer, Text.oneOf(codes.stream()));
  }

  /** Whether the node is an object; says so where it is none. */
  boolean isObject(JsonNode node, String pointer) {
    if (!node.isObject()) {
      add(pointer, "须为对象。", "An object is wanted.");
    }
    return node.isObject();
  }

  /** Takes a member of an object, with what is known of its key. */
  @FunctionalInterface
  interface MemberReader<V> {
    void read(String key, JsonNode value, V known);
  }

  /** Hands each member of an object on; says where there is none, or one that is not known. */
  <V> void members(JsonNode node, String pointer, Map<String, V> known, MemberReader<V> member) {
    members(node, pointer, known, null, member);
  }

  /**
   * The same within a section.
   *
   * @param edition that the section is read by, to be named where it has no such key
   */
  <V> void members(
      JsonNode node,
      String pointer,
      Map<String, V> known,
      @Nullable String edition,
      MemberReader<V> member) {
    if (!isObject(node, pointer)) {
      return;
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      V meant = known.get(entry.getKey());
      if (meant != null) {
        member.read(entry.getKey(), entry.getValue(), meant);
      } else {
        String place = pointer + "/" + StrictJson.escape(entry.getKey());
        add(place, unknownKey(entry.getKey(), known.keySet(), edition));
      }
    }
  }

  private static Text unknownKey(String key, Collection<String> known, @Nullable String edition) {
    Text which =
        edition == null
            ? new Text("未知的键", "Unknown key")
            : new Text(
                "未知的键：本部分按 %s 年版读取，该版此处没有这个键".formatted(edition),
                "Unknown key: the section is read by edition %s, which has no such key here"
                    .formatted(edition));
    String all = String.join(", ", known);
    Text meant =
        Nearest.to(key, known)
            .map(k -> new Text("是否应为 “%s”？".formatted(k), "Did you mean \"%s\"? ".formatted(k)))
            .orElse(new Text("", ""));
    return new Text(
        which.zh() + "。" + meant.zh() + "此处可用：" + all + "。",
        which.en() + ". " + meant.en() + "Known here: " + all + ".");
  }

  void raise() {
    if (unsaid > 0) {
      violations.add(
          new Violation("", new Text("另有 %s 处错误未列出。", "%s more are not listed.").with(unsaid)));
    }
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
  }
}
