package org.gongkai.table;

import jakarta.annotation.security.PermitAll;
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
import org.gongkai.problem.Text;

/** In tests only: answers with a table whose stamp is known before the table is. */
@Path("/stamped")
public class StampedResource {

  /** How often a table was made. */
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
      @Context HttpHeaders headers) {
    Instant then = changed == null ? null : Instant.parse(changed);
    TableRequest asked = TableRequest.of(null, null, headers, "stamped", TableFormat::code);
    return answers
        .withoutMaking(stamp, then, asked)
        .orElseGet(() -> () -> answers.of(stamp, then, made(), asked))
        .get();
  }

  private static Tabular made() {
    MADE.incrementAndGet();
    return new Tabular() {
      @Override
      public Object json() {
        return List.of();
      }

      @Override
      public Table table() {
        return new Table(new Text("", ""), List.of(), List.of());
      }

      @Override
      public Cube cube() {
        throw new UnsupportedOperationException();
      }
    };
  }
}
