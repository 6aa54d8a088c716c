package org.gongkai.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.difference.DifferencesView;
import org.gongkai.platform.Parameters;
import org.gongkai.problem.Language;

/** What a correction changed. */
@Path("/api/v1/reports/{id}/differences")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
public class DifferenceResource {

  private static final int LAST = 999_999_999;

  private final Comparing comparing;

  DifferenceResource(Comparing comparing) {
    this.comparing = comparing;
  }

  @GET
  @RolesAllowed({"organ", "office", "admin"})
  @Operation(
      operationId = "getDifferences",
      summary = "Differences of two revisions / 修订差异",
      description =
          "Cell by cell, entry by entry and sentence by sentence what differs between two"
              + " revisions, in data and in words. Blank, n/a, 0 and what is no number are four"
              + " different things.")
  @APIResponse(
      responseCode = "200",
      description = "The differences; empty lists where there are none")
  public DifferencesView differences(
      @Parameter(description = "Id of the report", example = "42") @PathParam("id") String id,
      @Parameter(
              description = "Number of a revision; the one before `to` unless said",
              example = "1",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
          @QueryParam("from")
          String from,
      @Parameter(
              description = "Number of a revision; the newest unless said",
              example = "2",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
          @QueryParam("to")
          String to,
      @Context HttpHeaders headers) {
    return comparing.differences(
        ReportAnswers.id(id),
        Parameters.number("from", from, 0, 1, LAST),
        Parameters.number("to", to, 0, 1, LAST),
        Language.of(headers.getAcceptableLanguages()));
  }
}
