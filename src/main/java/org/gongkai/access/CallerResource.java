package org.gongkai.access;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows callers how the service identifies them. */
@Path("/api/v1/caller")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "keys")
class CallerResource {

  private final Access access;

  CallerResource(Access access) {
    this.access = access;
  }

  @GET
  @Authenticated
  @Operation(
      operationId = "getCaller",
      summary = "Who am I / 当前调用者",
      description =
          "The role, organ and region of the key or token that was sent. For every caller with a"
              + " valid one; a way to try it without touching anything.")
  @APIResponse(responseCode = "200", description = "Who the service takes you for")
  public CallerView get() {
    return CallerView.of(access.current());
  }
}
