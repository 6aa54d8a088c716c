package org.gongkai.platform;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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

  /** Of the page before, or null. */
  public @Nullable String cursor() {
    return cursor;
  }
}
