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
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.check.FindingView;
import org.gongkai.form.Severity;
import org.gongkai.platform.Parameters;
import org.gongkai.problem.Language;

/** What the rules say of a report. */
@Path("/api/v1/reports/{id}/findings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
public class FindingResource {

  private final Reading reading;
  private final ReportAnswers answers;

  FindingResource(Reading reading, ReportAnswers answers) {
    this.reading = reading;
    this.answers = answers;
  }

  @GET
  @RolesAllowed({"organ", "office", "admin"})
  @Operation(
      operationId = "listFindings",
      summary = "Findings / 校验结果",
      description = "What all rules say of the newest revision, errors first.")
  @APIResponse(
      responseCode = "200",
      description = "The findings",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = FindingView.class)))
  @APIResponse(responseCode = "304", description = "As named in `If-None-Match`")
  public Response findings(
      @Parameter(description = "Id of the report", example = "42") @PathParam("id") String id,
      @Parameter(
              description = "Only findings of this severity",
              schema = @Schema(implementation = Severity.class))
          @QueryParam("severity")
          String severity,
      @Context HttpHeaders headers) {
    Severity only = Parameters.choice("severity", severity, Severity.class).orElse(null);
    return answers.of(reading.findings(ReportAnswers.id(id), only, language(headers)), headers);
  }

  private static Language language(HttpHeaders headers) {
    return Language.of(headers.getAcceptableLanguages());
  }
}
