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

  public static Violation at(String pointer, String zh, String en) {
    return new Violation(pointer, new Text(zh, en));
  }
}
