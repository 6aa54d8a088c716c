package org.gongkai.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.difference.DifferencesView;
import org.gongkai.platform.Digests;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Preconditions;
import org.gongkai.problem.Language;
import org.gongkai.report.ReportAnswers;
import org.gongkai.report.ReportPath;
import org.gongkai.table.TableFormat;

/** Every revision of a report, its stored document, and the changes of a correction. */
@Path("/api/v1/reports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
class RevisionResource {

  private static final int LAST = 999_999_999;

  private final Reading reading;
  private final StoredRevisions stored;
  private final ReportPrinter printer;
  private final ObjectMapper mapper;

  RevisionResource(
      Reading reading, StoredRevisions stored, ReportPrinter printer, ObjectMapper mapper) {
    this.stored = stored;
    this.mapper = mapper;
    this.reading = reading;
    this.printer = printer;
  }

  @GET
  @Path("/revisions")
  @RolesAllowed({"organ", "office", "admin"})
  @Operation(
      operationId = "listRevisions",
      summary = "Revisions / 修订历史",
      description = "Every revision of the report, oldest first, without content.")
  @APIResponse(responseCode = "200", description = "The revisions")
  public RevisionView.Page revisions(@BeanParam ReportPath path) {
    return reading.revisions(path.id());
  }

  @GET
  @Path("/revisions/{number}")
  @Produces({
    MediaType.APPLICATION_JSON,
    DocumentFormat.DOCX_TYPE,
    MediaType.TEXT_HTML,
    DocumentFormat.PDF_TYPE,
    TableFormat.XLSX_TYPE,
    TableFormat.CSV_TYPE
  })
  @RolesAllowed({"organ", "office", "reader", "admin"})
  @Operation(
      operationId = "getRevision",
      summary = "A revision / 某次修订",
      description =
          "The content verbatim, and the findings of the rules when it was filed. For the organ"
              + " itself, offices of its region and above, and administrators; for readers the one that"
              + " is published. As a document, it is the official form of its editions.")
  @APIResponse(
      responseCode = "200",
      description = "The revision",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RevisionView.class)))
  @APIResponse(responseCode = "304", description = "As named in `If-None-Match`")
  @APIResponse(
      responseCode = "410",
      description = "`report-hidden`, for readers: it was public and was taken back; see `reason`")
  public Response revision(
      @BeanParam ReportPath path,
      @Parameter(description = "1 for the first", example = "1") @PathParam("number") String number,
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
    DocumentFormat wanted = DocumentFormat.of(format, headers, DocumentFormat.OF_REPORTS);
    int revision = ReportAnswers.number(number);
    return wanted == DocumentFormat.JSON
        ? json(reading.revision(path.id(), revision, Language.of(headers)), headers)
        : printer.print(stored.printable(path.id(), revision), wanted, headers);
  }

  private Response json(RevisionView revision, HttpHeaders headers) {
    byte[] body;
    try {
      body = mapper.writeValueAsBytes(revision);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    return Preconditions.tagged(body, "Accept, Accept-Language", headers);
  }

  @GET
  @Path("/revisions/{number}/document")
  @RolesAllowed({"organ", "office", "admin"})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getRevisionDocument",
      summary = "Stored document of a revision, verbatim / 修订原文",
      description =
          "The JSON of a revision byte for byte as it was sent, less a byte order mark and less the"
              + " members that only the service says. The SHA-256 of its canonical form (RFC 8785) is"
              + " the digest on the receipt; `Repr-Digest` is that of the bytes as they are.")
  @APIResponse(
      responseCode = "200",
      description = "The report as it was sent",
      headers =
          @Header(
              name = "Repr-Digest",
              description = "SHA-256 of the bytes (RFC 9530): `sha-256=:…:`",
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(ref = "Report")))
  public Response document(
      @BeanParam ReportPath path,
      @Parameter(description = "1 for the first", example = "1") @PathParam("number")
          String number) {
    byte[] document = stored.document(path.id(), ReportAnswers.number(number));
    return Response.ok(document, MediaType.APPLICATION_JSON)
        .header("Repr-Digest", "sha-256=:" + base64(Digests.sha256(document)) + ":")
        .build();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @GET
  @Path("/differences")
  @RolesAllowed({"organ", "office", "admin"})
  @Operation(
      operationId = "getDifferences",
      summary = "Differences of two revisions / 修订差异",
      description =
          "Cell by cell, entry by entry and sentence by sentence what differs between two"
              + " revisions, in data and in words. Blank, n/a, 0 and what is no number are four"
              + " different things.")
  @APIResponse(
      responseCode = "200",
      description = "The differences; empty lists where there are none")
  public DifferencesView differences(
      @BeanParam ReportPath path,
      @Parameter(
              description = "Number of a revision; the one before `to` unless said",
              example = "1",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
          @QueryParam("from")
          String from,
      @Parameter(
              description = "Number of a revision; the newest unless said",
              example = "2",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
          @QueryParam("to")
          String to,
      @Context HttpHeaders headers) {
    return reading.differences(
        path.id(),
        Parameters.number("from", from, 0, 1, LAST),
        Parameters.number("to", to, 0, 1, LAST),
        Language.of(headers));
  }
}
