package org.gongkai.document;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.access.Access;
import org.gongkai.form.Forms;
import org.gongkai.form.Scope;
import org.gongkai.platform.Write;
import org.gongkai.reading.DocumentFormat;
import org.gongkai.registry.Region;
import org.gongkai.report.Admissions;
import org.gongkai.report.Filing;
import org.gongkai.report.FilingContext;
import org.gongkai.report.FilingState;
import org.gongkai.report.ReportAnswers;
import org.gongkai.report.ReportView;
import org.gongkai.report.Submission;
import org.gongkai.rollup.RollupQueryReader;
import org.gongkai.tally.By;
import org.gongkai.tally.RollupQuery;
import org.jspecify.annotations.Nullable;

/** The government's own report, from the reports of its organs. */
@Path("/api/v1/rollups/report")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rollups")
class AreaReportResource {

  private final Access access;
  private final RollupQueryReader queries;
  private final AreaReports reports;
  private final ReportDocuments documents;
  private final DocumentAnswers answers;
  private final OfficialForm official;
  private final Submission.Reader reader;
  private final Filing filing;
  private final ReportAnswers filed;

  AreaReportResource(
      Access access,
      RollupQueryReader queries,
      AreaReports reports,
      ReportDocuments documents,
      DocumentAnswers answers,
      Forms forms,
      Submission.Reader reader,
      Filing filing,
      ReportAnswers filed) {
    this.access = access;
    this.queries = queries;
    this.reports = reports;
    this.documents = documents;
    this.answers = answers;
    this.official = new OfficialForm(forms);
    this.reader = reader;
    this.filing = filing;
    this.filed = filed;
  }

  private record Asked(Region region, RollupQuery sums, @Nullable String organ) {}

  private Asked asked(AreaReportParameters of) {
    Region region = access.readableRegion("region", of.region);
    RollupQuery sums =
        queries.ofYear(
            region,
            of.year(),
            By.NONE,
            new RollupQueryReader.Which(of.basis().code(), null, null, false));
    return new Asked(region, sums, of.organ());
  }

  @GET
  @Produces({
    MediaType.APPLICATION_JSON,
    DocumentFormat.DOCX_TYPE,
    MediaType.TEXT_HTML,
    DocumentFormat.PDF_TYPE
  })
  @RolesAllowed({"office", "admin"})
  @Operation(
      operationId = "makeAreaReport",
      summary = "A government's report from its organs' / 由汇总生成政府年报",
      description =
          "All tables of the form in force for the year, added up from the organs' reports, and"
              + " sentences with the same figures and last year's beside them. Cells of which no"
              + " organ states anything are blank; organs that are missing or follow another layout"
              + " are listed. What those state as a whole and the form wants in parts is in totals"
              + " only: the cells of the parts are blank, and `undivided` says how much there is to"
              + " divide and whose it is. What no table says is for the office to write: as a"
              + " document it is meant to be edited. For offices of the region and above, and"
              + " administrators.")
  @APIResponse(
      responseCode = "200",
      description = "The report, and what it is made of",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AreaReportView.class)))
  @APIResponse(responseCode = "304", description = "As named in `If-None-Match`")
  @APIResponse(responseCode = "422", description = "`unknown-region`: not registered")
  public Response make(
      @BeanParam AreaReportParameters of,
      @BeanParam ComparisonFormat format,
      @Context HttpHeaders headers) {
    DocumentFormat wanted = format.of(headers);
    Asked asked = asked(of);
    AreaReportView made = reports.make(asked.region(), asked.sums(), asked.organ());
    if (wanted == DocumentFormat.JSON) {
      return answers.json(made, headers);
    }
    String title = documents.title(Scope.AREA, made.name(), made.year());
    return answers.of(
        reports.paper(made, official, title),
        List.of(),
        "area-report-" + made.region() + "-" + made.year(),
        wanted,
        headers);
  }

  @POST
  @Write(shared = true)
  @RolesAllowed({"office", "admin"})
  @Operation(
      operationId = "draftAreaReport",
      summary = "Draft a government's report / 以汇总起草政府年报",
      description =
          "Keeps the report that `GET` shows as a draft of scope `area`, for the office to go on"
              + " with. Section 6 begins with what it has to know and to decide, to be taken out"
              + " before the report is handed in: who is not in it, what has to be divided, what"
              + " the organs say of fees.")
  @APIResponse(
      responseCode = "201",
      description = "Kept as a draft; `Location` and `ETag` name it",
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  @APIResponse(
      responseCode = "409",
      description = "`report-exists`: the office has one for this year; see `Location`")
  @APIResponse(
      responseCode = "422",
      description =
          "`unknown-region`, `unknown-organ`: not registered; `scope-not-open`: no office that may"
              + " report on the area")
  public Response draft(@BeanParam AreaReportParameters of, @Context HttpHeaders headers) {
    Asked asked = asked(of);
    AreaReportView made = reports.make(asked.region(), asked.sums(), asked.organ());
    Submission submission = reader.read(answers.bytes(reports.draft(made)));
    Admissions.Permit permit =
        filing.requireFiling(FilingContext.Key.of(submission.content()), FilingState.DRAFT);
    return filing.create(permit, submission, FilingState.DRAFT, filed.to(headers));
  }
}
