package org.gongkai.redaction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.platform.Preconditions;
import org.gongkai.platform.Write;
import org.gongkai.problem.Language;
import org.gongkai.report.RedactionView;
import org.gongkai.report.ReportAnswers;
import org.gongkai.report.ReportPath;
import org.gongkai.report.ReportTag;
import org.jspecify.annotations.Nullable;

/** Takes personal data out of all that is kept of a report. */
@Path("/api/v1/reports/{id}/redactions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
class RedactionResource {

  private final Redactions redactions;
  private final ReportAnswers answers;

  RedactionResource(Redactions redactions, ReportAnswers answers) {
    this.redactions = redactions;
    this.answers = answers;
  }

  @POST
  @Write
  @RolesAllowed("admin")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "redactReport",
      summary = "Mask personal data / 遮盖个人信息",
      description =
          "Masks words in every revision of a report, its findings and those of others that quote it,"
              + " and in what was said of it; each sign becomes `*`. The original is gone. Digests"
              + " stay, so that receipts can still be checked against what was sent; the document of a"
              + " redacted revision no longer has its digest, and `redacted` says who masked it, when"
              + " and why. Figures are never changed. Answers that were kept for an `Idempotency-Key`"
              + " of these reports are forgotten. For administrators.")
  @APIResponse(
      responseCode = "200",
      description = "What was masked; `ETag` is that of the report",
      headers =
          @Header(
              name = "ETag",
              description = "Names the revision, for `If-Match`",
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = RedactionView.Done.class)))
  public Response redact(
      @BeanParam ReportPath path,
      @BeanParam Preconditions conditions,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = RedactionForm.class)))
          @Nullable RedactionForm form,
      @Context HttpHeaders headers) {
    long report = path.id();
    RedactionForm.Wanted wanted = (form == null ? RedactionForm.EMPTY : form).wanted();
    Language language = Language.of(headers);
    ReportTag.Tagged<RedactionView.Done> done =
        redactions.redact(report, wanted, conditions, language);
    return answers.done(done);
  }
}
