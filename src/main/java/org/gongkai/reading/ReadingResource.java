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
import org.gongkai.access.Access;
import org.gongkai.access.Role;
import org.gongkai.access.Visibility;
import org.gongkai.platform.Moments;
import org.gongkai.problem.Language;
import org.gongkai.report.ReportAnswers;
import org.gongkai.report.ReportEventView;
import org.gongkai.report.ReportPath;
import org.gongkai.report.ReportTag;
import org.gongkai.report.ReportView;
import org.gongkai.table.TableFormat;

/** Reports, listed and by their ids. */
@Path("/api/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
class ReadingResource {

  private final Reading reading;
  private final ReportQuery query;
  private final ReportAnswers answers;
  private final Access access;
  private final Moments moments;
  private final ReportPrinter printer;

  ReadingResource(
      Reading reading,
      ReportQuery query,
      ReportAnswers answers,
      Access access,
      Moments moments,
      ReportPrinter printer) {
    this.printer = printer;
    this.reading = reading;
    this.query = query;
    this.answers = answers;
    this.access = access;
    this.moments = moments;
  }

  @GET
  @RolesAllowed({"public", "organ", "office", "reader", "admin"})
  @Operation(
      operationId = "listReports",
      summary = "Reports / 报告列表",
      description =
          "Reports without their content, in the order of their ids. An organ sees its own, an"
              + " office those of its region and below, a reader what is published.")
  @APIResponse(responseCode = "200", description = "A page of reports")
  public ReportSummary.Page list(@BeanParam ReportListParameters asked) {
    if (asked.asOf != null) {
      access.requireKey(Reading.ASOF.zh(), Reading.ASOF.en());
    }
    boolean published = access.current().role() == Role.READER;
    Visibility visible = published ? access.visiblePublishedReports() : access.visibleReports();
    return query.page(
        asked.filter(published, moments).seenBy(visible), asked.after(), asked.size());
  }

  @GET
  @Path("/{id}")
  @Produces({
    MediaType.APPLICATION_JSON,
    DocumentFormat.DOCX_TYPE,
    MediaType.TEXT_HTML,
    DocumentFormat.PDF_TYPE,
    TableFormat.XLSX_TYPE,
    TableFormat.CSV_TYPE
  })
  @RolesAllowed({"public", "organ", "office", "reader", "admin"})
  @Operation(
      operationId = "getReport",
      summary = "A report / 年度报告",
      description =
          "Where the report stands, what the rules say of it, and its content as it was sent; with"
              + " `asOf`, as it was then. For the organ itself, offices of its region and above, and"
              + " administrators. Readers see a published report as it was published last."
              + " As a document, it is the official form of its editions, to print or publish.")
  @APIResponse(
      responseCode = "200",
      description = "The report; `ETag` names the revision for `If-Match`, and no document",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ReportView.class)))
  @APIResponse(responseCode = "304", description = "As named in `If-None-Match`")
  @APIResponse(
      responseCode = "410",
      description = "`report-hidden`, for readers: it was public and was taken back; see `reason`")
  public Response get(
      @BeanParam ReportPath path,
      @Parameter(
              description = "An instant (RFC 3339): the report as it was then",
              schema = @Schema(type = SchemaType.STRING, format = "date-time"),
              example = "2022-02-01T00:00:00+08:00")
          @QueryParam("asOf")
          String asOf,
      @Parameter(
              description = DocumentFormat.PARAMETER,
              schema =
                  @Schema(
                      implementation = DocumentFormat.class,
                      title = "DocumentFormat",
                      defaultValue = "json"))
          @QueryParam("format")
          String format,
      @Context HttpHeaders headers) {
    Instant then = moments.past("asOf", asOf).orElse(null);
    DocumentFormat wanted = DocumentFormat.of(format, headers, DocumentFormat.OF_REPORTS);
    ReportTag.Tagged<ReportView> report = reading.report(path.id(), then, Language.of(headers));
    return wanted == DocumentFormat.JSON
        ? varying(answers.of(report, headers))
        : printer.print(ReportPrinter.Printable.of(report.view()), wanted, headers);
  }

  @GET
  @Path("/{id}/events")
  @RolesAllowed({"organ", "office", "admin"})
  @Operation(
      operationId = "listReportEvents",
      summary = "Events of a report / 办理记录",
      description = "Who did what and when, oldest first.")
  @APIResponse(responseCode = "200", description = "The events")
  public ReportEventView.Page events(@BeanParam ReportPath path, @Context HttpHeaders headers) {
    return reading.events(path.id(), Language.of(headers));
  }

  static Response varying(Response answer) {
    answer.getHeaders().putSingle("Vary", "Accept, Accept-Language");
    return answer;
  }
}
