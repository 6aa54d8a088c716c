package org.gongkai.platform;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Which part of a list is wanted, as it was sent. Parameters of lists extend it. */
public class Paging {

  @Parameter(description = "The `next` of the page before")
  @QueryParam("cursor")
  protected @Nullable String cursor;

  @Parameter(
      description = "How many at most",
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "100"))
  @QueryParam("limit")
  @Nullable String limit;

  public int size() {
    return Parameters.number("limit", limit, 100, 1, 1000);
  }

  /** As it was sent, or null. */
  public @Nullable String limit() {
    return limit;
  }

  /**
   * A page of what was found.
   *
   * @param more whether another page comes after it
   */
  public record Page<T>(List<T> items, boolean more) {

    /** The page of what was found where one more than it holds was asked for. */
    public static <T> Page<T> of(List<T> found, int size) {
      boolean more = found.size() > size;
      return new Page<>(more ? found.subList(0, size) : found, more);
    }

    /** The cursor of the page after it, by its last one; null where there is none. */
    public @Nullable String next(Function<T, Object> cursor) {
      return more ? cursor.apply(items.getLast()).toString() : null;
    }
  }

  /** What a cursor of several parts says, by the groups of its shape; empty at the start. */
  public static Optional<MatchResult> parts(@Nullable String cursor, Pattern shape) {
    if (cursor == null) {
      return Optional.empty();
    }
    Matcher parts = shape.matcher(cursor);
    if (!parts.matches()) {
      throw noCursor();
    }
    return Optional.of(parts.toMatchResult());
  }

  /** A cursor that no page can have given. */
  public static ProblemException noCursor() {
    return ProblemException.invalid(
        Violation.at("?cursor", "须为上一页的 next。", "What a page before gave as its next."));
  }

  /** The cursor as an id; empty at the start. */
  public Optional<Long> id() {
    return Optional.ofNullable(cursor).map(c -> Parameters.id("cursor", c));
  }

  /** Of the page before, or null. */
  public @Nullable String cursor() {
    return cursor;
  }
}
