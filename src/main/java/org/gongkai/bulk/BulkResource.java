package org.gongkai.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.journal.Idempotency;
import org.gongkai.journal.Lease;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Spool;
import org.gongkai.platform.WriteGate;
import org.gongkai.problem.Language;
import org.gongkai.report.FilingState;
import org.gongkai.report.Submission;

/** Many reports in one request. */
@Path("/api/v1/reports/bulk")
@Tag(name = "reports")
public class BulkResource {

  public static final String NDJSON = "application/x-ndjson";

  /** Others who file for one of these organs wait until all are filed. */
  private static final int MOST_TOGETHER = 128;

  private final Bulk bulk;
  private final Idempotency idempotency;
  private final WriteGate gate;
  private final ObjectMapper mapper;

  BulkResource(Bulk bulk, Idempotency idempotency, WriteGate gate, ObjectMapper mapper) {
    this.gate = gate;
    this.bulk = bulk;
    this.idempotency = idempotency;
    this.mapper = mapper;
  }

  @POST
  @RolesAllowed({"office", "admin"})
  @Consumes({NDJSON, "application/ndjson", "application/jsonl"})
  @Produces(NDJSON)
  @Operation(
      operationId = "fileReports",
      summary = "File many reports / 批量提交",
      description =
          "One report on each line (NDJSON). Each is filed, or corrected, by organ, year and scope,"
              + " and accepted or refused on its own; the answer has a line for each, in their"
              + " order, and a last one with `summary`. Where more than a thousand lines are"
              + " refused, and more than are taken, the rest is not looked at:"
              + " `summary.givenUpAfter` is the last line that was. Where the connection breaks,"
              + " send the same again: what is there already is `unchanged`. For offices, whose"
              + " region the organs belong to, and administrators.")
  @APIResponse(
      responseCode = "200",
      description = "For each line sent a line that says what became of it, then a summary",
      content =
          @Content(
              mediaType = NDJSON,
              schema = @Schema(oneOf = {BulkLine.class, BulkLine.Last.class})))
  @APIResponse(
      responseCode = "409",
      description = "`request-in-flight`: the same is being filed at this moment")
  @APIResponse(
      responseCode = "422",
      description = "`idempotency-key-reused`: the key named another request")
  public Response file(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = NDJSON,
                      schema =
                          @Schema(
                              type = SchemaType.STRING,
                              description = "On each line a `Report` as for `POST /reports`")))
          InputStream body,
      @Parameter(
              description = "The state to be in afterwards; submitted, or as it is",
              schema = @Schema(implementation = FilingState.class))
          @QueryParam("state")
          String state,
      @Parameter(description = "What corrections are for", example = "历史数据迁移") @QueryParam("reason")
          String reason,
      @Context HttpHeaders headers,
      @Context UriInfo address) {
    Bulk.Order order =
        new Bulk.Order(
            Parameters.choice("state", state, FilingState.class).orElse(null),
            Parameters.reason("reason", reason).orElse(null),
            Language.of(headers),
            address.getRequestUri().getRawPath());
    // On disk first: a sender that reads no answer before it has sent everything, as most do, would
    // otherwise wait for us while we wait for it.
    Spool spool = Spool.of(body);
    try {
      gate.requireOpen();
      Lease lease = idempotency.begin(spool.digest());
      return Response.ok((StreamingOutput) out -> run(spool, lease, order, out)).build();
    } catch (RuntimeException e) {
      spool.close();
      throw e;
    }
  }

  private void run(Spool spool, Lease lease, Bulk.Order order, OutputStream out)
      throws IOException {
    try (spool;
        lease;
        BulkLines lines = new BulkLines(spool.open(), Submission.LARGEST);
        Prefetch<List<Bulk.Line>> ahead = bulk.ahead(() -> next(lines), order)) {
      lease.begin();
      BulkProgress progress = bulk.begin();
      try {
        write(out, new BulkLine.Last(file(ahead, lease, order, progress, out)));
      } finally {
        bulk.end(progress);
      }
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private BulkLine.Summary file(
      Prefetch<List<Bulk.Line>> ahead,
      Lease lease,
      Bulk.Order order,
      BulkProgress progress,
      OutputStream out)
      throws Exception {
    for (List<Bulk.Line> some = ahead.next(); !some.isEmpty(); some = ahead.next()) {
      lease.requireHeld();
      for (BulkLine answer : bulk.file(some, order, progress)) {
        write(out, answer);
      }
      if (progress.givesUp()) {
        return progress.summary(some.getLast().number());
      }
    }
    return progress.summary(null);
  }

  /** The next lines that are not blank; fewer where they are long. */
  private List<Bulk.Line> next(BulkLines lines) throws IOException {
    List<Bulk.Line> some = new ArrayList<>();
    int bytes = 0;
    while (some.size() < MOST_TOGETHER && bytes < Submission.LARGEST) {
      byte[] line = lines.next();
      if (line == null) {
        break;
      }
      if (!isBlank(line)) {
        some.add(bulk.read(lines.number(), line));
        bytes += line.length;
      }
    }
    return some;
  }

  private void write(OutputStream out, Object line) throws IOException {
    byte[] json = mapper.writeValueAsBytes(line);
    byte[] whole = java.util.Arrays.copyOf(json, json.length + 1);
    whole[json.length] = '\n';
    out.write(whole);
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
