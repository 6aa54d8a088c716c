package org.gongkai.document;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.form.Content;
import org.gongkai.form.ContentReader;
import org.gongkai.form.Forms;
import org.gongkai.form.Scope;
import org.gongkai.problem.Language;
import org.gongkai.reading.DocumentFormat;
import org.gongkai.reading.Reading;
import org.gongkai.reading.ReportPrinter;
import org.gongkai.reading.StoredRevisions;
import org.gongkai.report.ReportPath;

/** Findings as a table, with room for what the organ says of each. */
@Path("/api/v1/reports/{id}/explanation-sheet")
@Produces({DocumentFormat.DOCX_TYPE, MediaType.TEXT_HTML, DocumentFormat.PDF_TYPE})
@Tag(name = "documents")
class ExplanationSheetResource {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Reading reading;
  private final StoredRevisions revisions;
  private final ContentReader contents;
  private final ReportDocuments documents;
  private final DocumentAnswers answers;
  private final Clock clock;
  private final Letters letters;

  ExplanationSheetResource(
      Reading reading,
      StoredRevisions revisions,
      ContentReader contents,
      ReportDocuments documents,
      DocumentAnswers answers,
      Clock clock,
      Forms forms) {
    this.reading = reading;
    this.revisions = revisions;
    this.contents = contents;
    this.documents = documents;
    this.answers = answers;
    this.clock = clock;
    this.letters = new Letters(Phrases.of(forms));
  }

  @GET
  @RolesAllowed({"organ", "office", "admin"})
  @Operation(
      operationId = "getExplanationSheet",
      summary = "Findings to explain / 校验问题说明表",
      description =
          "The errors and warnings of the newest revision as a table, with room for what the organ"
              + " says of each: to go with a return.")
  @APIResponse(responseCode = "200", description = "The sheet")
  @APIResponse(responseCode = "304", description = "As named in `If-None-Match`")
  public Response explanation(
      @BeanParam ReportPath path, @BeanParam LetterFormat format, @Context HttpHeaders headers) {
    DocumentFormat wanted = format.of(headers);
    ReportPrinter.Printable report = revisions.printable(path.id(), 0);
    Content content = contents.read(report.content());
    Paper paper =
        letters.explanation(
            documents.title(content),
            documents.reporter(content.organ(), content.year(), Scope.ORGAN),
            reading.findings(path.id(), null, Language.ZH).view(),
            today());
    return answers.of(paper, List.of(), "explanation-" + report.report(), wanted, headers);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }
}
