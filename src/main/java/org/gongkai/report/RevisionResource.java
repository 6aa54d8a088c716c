package org.gongkai.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.problem.Language;

/** Every revision of a report. */
@Path("/api/v1/reports/{id}/revisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
public class RevisionResource {

  private final Reading reading;

  RevisionResource(Reading reading) {
    this.reading = reading;
  }

  @GET
  @RolesAllowed({"organ", "office", "admin"})
  @Operation(
      operationId = "listRevisions",
      summary = "Revisions / 修订历史",
      description = "Every revision of the report, oldest first, without content.")
  @APIResponse(responseCode = "200", description = "The revisions")
  public RevisionView.Page revisions(
      @Parameter(description = "Id of the report", example = "42") @PathParam("id") String id) {
    return reading.revisions(ReportAnswers.id(id));
  }

  @GET
  @Path("/{number}")
  @RolesAllowed({"organ", "office", "reader", "admin"})
  @Operation(
      operationId = "getRevision",
      summary = "A revision / 某次修订",
      description =
          "The content to the letter, and what the rules said of it when it was filed. For the organ"
              + " itself, offices of its region and above, and administrators; for readers the one that"
              + " is published.")
  @APIResponse(responseCode = "200", description = "The revision")
  public RevisionView revision(
      @Parameter(description = "Id of the report", example = "42") @PathParam("id") String id,
      @Parameter(description = "1 for the first", example = "1") @PathParam("number") String number,
      @Context HttpHeaders headers) {
    return reading.revision(ReportAnswers.id(id), ReportAnswers.number(number), language(headers));
  }

  private static Language language(HttpHeaders headers) {
    return Language.of(headers.getAcceptableLanguages());
  }
}
