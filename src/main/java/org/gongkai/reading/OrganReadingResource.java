package org.gongkai.reading;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.filing.OrganReportPath;
import org.gongkai.form.Scope;
import org.gongkai.platform.Moments;
import org.gongkai.platform.Parameters;
import org.gongkai.problem.Language;
import org.gongkai.report.ReportAnswers;
import org.gongkai.report.ReportView;

/** Reports by organ, year and scope, for systems that keep no ids of ours. */
@Path("/api/v1/organs/{code}/reports/{year}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
class OrganReadingResource {

  private final Reading reading;
  private final ReportAnswers answers;
  private final Moments moments;

  OrganReadingResource(Reading reading, ReportAnswers answers, Moments moments) {
    this.reading = reading;
    this.answers = answers;
    this.moments = moments;
  }

  @GET
  @RolesAllowed({"public", "organ", "office", "reader", "admin"})
  @Operation(
      operationId = "getReportOfYear",
      summary = "The report of a year / 某年度报告",
      description =
          "The report of an organ and a year, as getReport answers it. For the organ itself,"
              + " offices of its region and above, and administrators. Readers see a published"
              + " report as it was published last.")
  @APIResponse(
      responseCode = "200",
      description = "The report",
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  @APIResponse(responseCode = "304", description = "As named in `If-None-Match`")
  @APIResponse(
      responseCode = "410",
      description = "`report-hidden`, for readers: it was public and was taken back; see `reason`")
  public Response get(
      @BeanParam OrganReportPath path,
      @Parameter(
              description = "The scope; `organ` unless said",
              schema = @Schema(implementation = Scope.class))
          @QueryParam("scope")
          String scope,
      @Parameter(
              description = "An instant (RFC 3339): the report as it was then",
              schema = @Schema(type = SchemaType.STRING, format = "date-time"),
              example = "2022-02-01T00:00:00+08:00")
          @QueryParam("asOf")
          String asOf,
      @Context HttpHeaders headers) {
    Scope whose = Parameters.choice("scope", scope, Scope.class).orElse(Scope.ORGAN);
    Instant then = moments.past("asOf", asOf).orElse(null);
    return answers.of(reading.report(path.in(whose), then, Language.of(headers)), headers);
  }
}
