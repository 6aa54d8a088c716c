package org.gongkai.problem;

/**
 * One thing that a request got wrong.
 *
 * @param pointer where: a JSON pointer (RFC 6901) into the body, {@code ?name} for a query
 *     parameter, {@code path:name} for a part of the path, {@code header:name} for a header
 * @param message what is wrong there, and what is wanted instead
 */
public record Violation(String pointer, Text message) {

  /** That nothing was sent. */
  public static final Violation EMPTY_BODY = at("", "请求体为空。", "The body is empty.");

  /** The place in words: a pointer into a body is one for programs and people alike. */
  Text place() {
    int colon = pointer.indexOf(':');
    String name = pointer.substring(pointer.startsWith("?") ? 1 : colon + 1);
    if (pointer.startsWith("?")) {
      return new Text("参数 " + name, "parameter " + name);
    }
    return switch (pointer.substring(0, Math.max(0, colon))) {
      case "path" -> new Text("地址中的 " + name, name + " in the address");
      case "header" -> new Text("请求头 " + name, "header " + name);
      default -> new Text(pointer, pointer);
    };
  }

  public static Violation at(String pointer, String zh, String en) {
    return new Violation(pointer, new Text(zh, en));
  }
}
