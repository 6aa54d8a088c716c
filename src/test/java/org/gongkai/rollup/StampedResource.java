package org.gongkai.rollup;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongkai.tally.Coverage;

/** In tests only: answers with a rollup whose stamp is known before the rollup is. */
@Path("/stamped")
public class StampedResource {

  /** How often a rollup was made. */
  static final AtomicInteger MADE = new AtomicInteger();

  private final TableAnswers answers;

  StampedResource(TableAnswers answers) {
    this.answers = answers;
  }

  @GET
  @PermitAll
  @Operation(hidden = true)
  @Produces({"application/json", "text/csv"})
  public Response stamped(
      @QueryParam("stamp") String stamp,
      @QueryParam("changed") String changed,
      @BeanParam RollupParameters asked,
      @Context HttpHeaders headers) {
    Instant then = changed == null ? null : Instant.parse(changed);
    return answers.of(stamp, then, StampedResource::made, asked, headers);
  }

  private static RollupView made() {
    MADE.incrementAndGet();
    return new RollupView(
        "371002", "环翠区", "submitted", "none", false, Coverage.NONE, null, null, List.of(), null);
  }
}
