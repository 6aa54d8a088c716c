package org.gongkai.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The one way to refuse a request. Immutable: each {@code with…} gives a new exception. */
public final class ProblemException extends RuntimeException {

  private final ProblemType type;
  private final Text explanation;
  private final transient List<Violation> violations;
  private final transient Map<String, Function<Language, Object>> members;
  private final transient Map<String, String> headers;

  private ProblemException(
      ProblemType type,
      Text explanation,
      List<Violation> violations,
      Map<String, Function<Language, Object>> members,
      Map<String, String> headers) {
    super(type.code() + ": " + explanation.en(), null, false, false);
    this.type = type;
    this.explanation = explanation;
    this.violations = violations;
    this.members = members;
    this.headers = headers;
  }

  /** A problem with the description of its type as detail. */
  public static ProblemException of(ProblemType type) {
    return of(type, type.description());
  }

  public static ProblemException of(ProblemType type, Text detail) {
    return new ProblemException(type, detail, List.of(), Map.of(), Map.of());
  }

  public static ProblemException of(ProblemType type, String zh, String en) {
    return of(type, new Text(zh, en));
  }

  /** That nothing was sent where JSON is wanted. */
  public static ProblemException emptyBody() {
    return of(ProblemType.MALFORMED_JSON, Violation.EMPTY_BODY.message());
  }

  /** A request with the given violations; the first one is the detail. */
  public static ProblemException invalid(List<Violation> violations) {
    return invalid(ProblemType.INVALID_REQUEST, violations);
  }

  public static ProblemException invalid(Violation... violations) {
    return invalid(List.of(violations));
  }

  public static ProblemException invalid(ProblemType type, List<Violation> violations) {
    return new ProblemException(
        type, placed(violations.getFirst()), List.copyOf(violations), Map.of(), Map.of());
  }

  /** With its place before it, unless it is about the whole. */
  private static Text placed(Violation violation) {
    Text place = violation.place();
    return violation.pointer().isEmpty()
        ? violation.message()
        : new Text(
            place.zh() + "：" + violation.message().zh(),
            place.en() + ": " + violation.message().en());
  }

  /**
   * Adds a member of the problem's own, such as {@code findings}, made in the caller's language.
   */
  public ProblemException with(String member, Function<Language, Object> value) {
    Map<String, Function<Language, Object>> more = new LinkedHashMap<>(members);
    more.put(member, value);
    return new ProblemException(type, explanation, violations, more, headers);
  }

  public ProblemException withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new ProblemException(type, explanation, violations, members, more);
  }

  public ProblemType type() {
    return type;
  }

  public List<Violation> violations() {
    return violations;
  }

  Text explanation() {
    return explanation;
  }

  Map<String, Function<Language, Object>> members() {
    return members;
  }

  Map<String, String> headers() {
    return headers;
  }
}
