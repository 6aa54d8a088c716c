package org.gongkai.platform;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
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

  /** Of the page before, or null. */
  public @Nullable String cursor() {
    return cursor;
  }
}
