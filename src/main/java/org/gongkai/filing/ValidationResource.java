package org.gongkai.filing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.finding.FindingView;
import org.gongkai.problem.Language;
import org.gongkai.problem.ProblemView;
import org.gongkai.report.FindingViews;
import org.gongkai.report.ReportChecks;
import org.gongkai.report.Submission;

/** Tries a report: what would be found, with nothing kept. */
@Path("/api/v1/validations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
class ValidationResource {

  private final Submission.Reader reader;
  private final ReportChecks reportChecks;
  private final FindingViews views;

  ValidationResource(Submission.Reader reader, ReportChecks reportChecks, FindingViews views) {
    this.reader = reader;
    this.reportChecks = reportChecks;
    this.views = views;
  }

  /** What the rules say of a report that is not kept. */
  @Schema(
      name = "Validation",
      description = "What the rules say of a report that is not kept. / 校验结果，不保存。",
      requiredProperties = {"valid", "editions", "findings"})
  record Validation(
      @Schema(
              description =
                  "Whether it could be submitted: no hard rule is broken, and nothing else hinders"
                      + " it",
              examples = "true")
          boolean valid,
      @Schema(
              description = "Per section the edition of the form, stated or recognised",
              examples =
                  "{\"disclosure\":\"2021\",\"applications\":\"2019\",\"contests\":\"2021\"}")
          Map<String, String> editions,
      @Schema(description = "What was found; errors first") List<FindingView> findings,
      @Schema(
              description =
                  "Beside broken rules, why it could not be submitted now: its year is not over")
          List<ProblemView.ViolationView> violations) {}

  @POST
  @RolesAllowed({"organ", "office", "admin"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "validateReport",
      summary = "Try a report / 校验报告",
      description =
          "Applies every rule to a report and keeps nothing. Rules across years are applied where"
              + " the caller may file for the organ and last year's report is there. What could not"
              + " even be kept as a draft is refused as a filing would be. For organs, offices and"
              + " administrators.")
  @APIResponse(
      responseCode = "200",
      description = "What was found",
      content = @Content(schema = @Schema(implementation = Validation.class)))
  @APIResponse(
      responseCode = "422",
      description =
          "`year-not-over`: of a later year than this one; `scope-not-open`: of a scope that is not"
              + " the organ's")
  public Validation validate(
      @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Report")))
          byte[] body,
      @Context HttpHeaders headers) {
    Submission submission = reader.read(body);
    ReportChecks.Trial trial = reportChecks.tryOut(submission);
    Language language = Language.of(headers);
    return new Validation(
        trial.isSubmittable(),
        submission.content().editions(),
        views.of(trial.assessment(), language),
        trial.hindrances().stream()
            .map(v -> new ProblemView.ViolationView(v.pointer(), v.message().in(language)))
            .toList());
  }
}
