package org.gongkai.document;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.form.Content;
import org.gongkai.form.ContentReader;
import org.gongkai.form.Forms;
import org.gongkai.form.Scope;
import org.gongkai.platform.Parameters;
import org.gongkai.reading.DocumentFormat;
import org.gongkai.reading.StoredRevisions;
import org.gongkai.report.ReportPath;
import org.jspecify.annotations.Nullable;

/** Notices of what a correction changed. */
@Path("/api/v1/reports/{id}/correction-notice")
@Produces({DocumentFormat.DOCX_TYPE, MediaType.TEXT_HTML, DocumentFormat.PDF_TYPE})
@Tag(name = "documents")
class CorrectionNoticeResource {

  private static final int LAST = 999_999_999;

  private final StoredRevisions revisions;
  private final ContentReader contents;
  private final ReportDocuments documents;
  private final DocumentAnswers answers;
  private final Letters letters;

  CorrectionNoticeResource(
      StoredRevisions revisions,
      ContentReader contents,
      ReportDocuments documents,
      DocumentAnswers answers,
      Forms forms) {
    this.revisions = revisions;
    this.contents = contents;
    this.documents = documents;
    this.answers = answers;
    this.letters = new Letters(Phrases.of(forms));
  }

  @GET
  @RolesAllowed({"organ", "office", "admin"})
  @Operation(
      operationId = "getCorrectionNotice",
      summary = "Notice of a correction / 更正公告",
      description =
          "What a correction changed, a sentence for each difference, as a notice to publish beside"
              + " the report.")
  @APIResponse(responseCode = "200", description = "The notice")
  @APIResponse(responseCode = "304", description = "As named in `If-None-Match`")
  public Response correction(
      @BeanParam ReportPath path,
      @Parameter(
              description = "Number of a revision; the one before `to` unless said",
              example = "1",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
          @QueryParam("from")
          @Nullable String from,
      @Parameter(
              description = "Number of a revision; the newest unless said",
              example = "2",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
          @QueryParam("to")
          @Nullable String to,
      @BeanParam LetterFormat format,
      @Context HttpHeaders headers) {
    DocumentFormat wanted = format.of(headers);
    int before = Parameters.number("from", from, 0, 1, LAST);
    int after = Parameters.number("to", to, 0, 1, LAST);
    StoredRevisions.Corrected corrected = revisions.corrected(path.id(), before, after);
    Content content = contents.read(corrected.report().content());
    String organ = documents.reporter(content.organ(), content.year(), Scope.ORGAN);
    Paper paper =
        letters.correction(
            documents.title(content),
            organ,
            corrected.changes(),
            corrected.reason(),
            corrected.writtenAt());
    return answers.of(
        paper, List.of(), "correction-" + corrected.report().report(), wanted, headers);
  }
}
