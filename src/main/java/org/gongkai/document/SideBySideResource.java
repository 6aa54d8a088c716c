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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.difference.SideBySide;
import org.gongkai.difference.SideBySideView;
import org.gongkai.form.ContentReader;
import org.gongkai.form.Forms;
import org.gongkai.form.Scope;
import org.gongkai.platform.Parameters;
import org.gongkai.problem.Language;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;
import org.gongkai.reading.DocumentFormat;
import org.gongkai.reading.ReportPrinter;
import org.gongkai.reading.StoredRevisions;
import org.gongkai.report.ReportPath;
import org.jspecify.annotations.Nullable;

/** Two reports beside each other. */
@Path("/api/v1/reports/{id}/comparison")
@Tag(name = "documents")
class SideBySideResource {

  private static final int LAST = 999_999_999;

  private final StoredRevisions revisions;
  private final ContentReader contents;
  private final SideBySide sideBySide;
  private final ReportDocuments documents;
  private final DocumentAnswers answers;
  private final SideBySidePaper papers;

  SideBySideResource(
      StoredRevisions revisions,
      ContentReader contents,
      SideBySide sideBySide,
      ReportDocuments documents,
      DocumentAnswers answers,
      Forms forms) {
    this.revisions = revisions;
    this.contents = contents;
    this.sideBySide = sideBySide;
    this.documents = documents;
    this.answers = answers;
    this.papers = new SideBySidePaper(Phrases.of(forms));
  }

  @GET
  @Produces({
    MediaType.APPLICATION_JSON,
    DocumentFormat.DOCX_TYPE,
    MediaType.TEXT_HTML,
    DocumentFormat.PDF_TYPE
  })
  @RolesAllowed({"public", "organ", "office", "reader", "admin"})
  @Operation(
      operationId = "compareReports",
      summary = "Two reports side by side / 两份报告对照",
      description =
          "Two years of an organ, two organs, or two revisions: every cell of both editions with"
              + " the difference, every channel, every sentence, and how much of the first one's"
              + " text stands in the second one word for word. For those who may read both; readers"
              + " and the public compare what is published.")
  @APIResponse(
      responseCode = "200",
      description = "The comparison",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SideBySideView.class)))
  @APIResponse(responseCode = "304", description = "As named in `If-None-Match`")
  public Response compare(
      @BeanParam ReportPath path,
      @Parameter(
              description = "Id of the report to compare it with",
              required = true,
              schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1"),
              example = "41")
          @QueryParam("with")
          @Nullable String with,
      @Parameter(
              description =
                  "Number of a revision of the first one; the newest that the caller may read"
                      + " unless said",
              example = "1",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
          @QueryParam("revision")
          @Nullable String revision,
      @Parameter(
              description =
                  "Number of a revision of the second one; the newest that the caller may read"
                      + " unless said",
              example = "1",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
          @QueryParam("withRevision")
          @Nullable String withRevision,
      @BeanParam ComparisonFormat format,
      @Context HttpHeaders headers) {
    DocumentFormat wanted = format.of(headers);
    int number = Parameters.number("revision", revision, 0, 1, LAST);
    int other = Parameters.number("withRevision", withRevision, 0, 1, LAST);
    if (with == null) {
      throw ProblemException.invalid(
          new Violation(
              "?with", new Text("必填：另一份报告的编号。", "Required: the id of the other report.")));
    }
    long second = Parameters.id("with", with);
    Language language = wanted == DocumentFormat.JSON ? Language.of(headers) : Language.ZH;
    SideBySideView view =
        sideBySide.of(compared(path.id(), number), compared(second, other), language);
    if (wanted == DocumentFormat.JSON) {
      return answers.json(view, headers);
    }
    return answers.of(
        papers.of(view, title(view.first()), title(view.second())),
        List.of(),
        "comparison-" + view.first().report() + "-" + view.second().report(),
        wanted,
        headers);
  }

  private SideBySide.Compared compared(long id, int revision) {
    ReportPrinter.Printable found = revisions.printable(id, revision);
    org.gongkai.form.Content content = contents.read(found.content());
    SideBySideView.ReportSide side =
        new SideBySideView.ReportSide(
            found.report(),
            found.revision(),
            content.organ(),
            documents.reporter(content.organ(), content.year(), Scope.ORGAN),
            content.year(),
            content.scope());
    return new SideBySide.Compared(side, content);
  }

  private String title(SideBySideView.ReportSide side) {
    String reporter = documents.reporter(side.organ(), side.year(), side.scope());
    return documents.title(side.scope(), reporter, side.year());
  }
}
