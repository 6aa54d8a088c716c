package org.gongkai.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.difference.DifferenceViews;
import org.gongkai.finding.CellState;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Write;
import org.gongkai.problem.Language;
import org.gongkai.report.ReportPath;

/** What was published of a report, held against what is stored. */
@Path("/api/v1/reports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "imports")
class VerificationResource {

  private static final int LAST = 999_999_999;

  private final Verifications verifications;
  private final DifferenceViews views;
  private final ImportViews cells;

  VerificationResource(Verifications verifications, DifferenceViews views, ImportViews cells) {
    this.verifications = verifications;
    this.views = views;
    this.cells = cells;
  }

  @POST
  @Path("/verification")
  @Write
  @RolesAllowed({"organ", "office", "admin"})
  @Consumes({
    MediaType.APPLICATION_OCTET_STREAM,
    MediaType.MULTIPART_FORM_DATA,
    MediaType.TEXT_PLAIN,
    MediaType.TEXT_HTML,
    "application/xhtml+xml",
    "application/pdf",
    "application/msword",
    "application/vnd.ms-excel",
    ImportResource.DOCX,
    ImportResource.XLSX
  })
  @Operation(
      operationId = "verifyPublication",
      summary = "Hold what was published against what is stored / 发布核验",
      description =
          "Reads a saved page or a file as `POST /imports` does, and lists every difference in"
              + " cells and text against the revision that is published. The result is kept with"
              + " the report, the file is not; where cells surely differ, `GET /findings` shows it"
              + " as `PUB-DIFF` until a later verification finds nothing.")
  @RequestBody(
      required = true,
      description =
          "The page or file; its name in `Content-Disposition`. A form (`multipart/form-data`, as"
              + " pages and `curl -F` send it) with the file as its only part is taken, too /"
              + " 已公布的网页或文件",
      content = {
        @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = MediaType.APPLICATION_OCTET_STREAM,
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @APIResponse(
      responseCode = "201",
      description = "What differs; `Location` names it",
      headers =
          @Header(
              name = "Location",
              description = "Address of the verification",
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = VerificationView.class)))
  @APIResponse(
      responseCode = "409",
      description = "`state-conflict`: nothing of the report is public, and no revision was named")
  @APIResponse(
      responseCode = "422",
      description = "`unreadable-file`: it cannot be read wholly and for sure, see `reason`")
  public Response verify(
      @BeanParam ReportPath path,
      @Parameter(
              description = "Number of a revision; the published one unless said",
              example = "1",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
          @QueryParam("revision")
          String revision,
      @Parameter(
              description = "`attachment; filename*=UTF-8''…`: what the file is called",
              schema = @Schema(type = SchemaType.STRING))
          @HeaderParam("Content-Disposition")
          String disposition,
      InputStream body,
      @Context HttpHeaders headers)
      throws IOException {
    SentFile file =
        SentFile.of(headers.getHeaderString(HttpHeaders.CONTENT_TYPE), disposition, body);
    Verifications.Shown made =
        verifications.verify(
            path.id(),
            Parameters.number("revision", revision, 0, 1, LAST),
            file.content(),
            file.name());
    Verification verification = made.verification();
    String address =
        "/api/v1/reports/" + verification.report() + "/verifications/" + verification.number();
    return Response.created(URI.create(address)).entity(view(made, headers)).build();
  }

  @GET
  @Path("/verifications")
  @Transactional
  @RolesAllowed({"organ", "office", "admin"})
  @Operation(
      operationId = "listVerifications",
      summary = "Verifications of a report / 核验记录",
      description = "Newest first, without what differs.")
  @APIResponse(responseCode = "200", description = "The verifications")
  public VerificationView.Page list(@BeanParam ReportPath path) {
    return new VerificationView.Page(
        verifications.all(path.id()).stream()
            .map(verification -> VerificationView.of(verification, null, null))
            .toList());
  }

  @GET
  @Path("/verifications/{number}")
  @Transactional
  @RolesAllowed({"organ", "office", "admin"})
  @Operation(
      operationId = "getVerification",
      summary = "A verification / 查看核验结果",
      description = "With every difference in cells and text.")
  @APIResponse(responseCode = "200", description = "The verification")
  public VerificationView get(
      @BeanParam ReportPath path,
      @Parameter(description = "1 for the first", example = "1") @PathParam("number") String number,
      @Context HttpHeaders headers) {
    return view(verifications.one(path.id(), Imports.number(number)), headers);
  }

  private VerificationView view(Verifications.Shown shown, HttpHeaders headers) {
    Language language = Language.of(headers);
    Verification verification = shown.verification();
    PublishedComparison.Compared compared = shown.compared();
    if (compared == null) {
      return VerificationView.of(verification, null, null);
    }
    return VerificationView.of(
        verification,
        views.of(
            verification.report(),
            verification.revision(),
            verification.revision(),
            compared.differences(),
            language),
        compared.missing().stream()
            .map(
                path ->
                    new VerificationView.MissingCell(
                        path,
                        cells.label(path, language),
                        CellState.stated(compared.stored().figures().known(path))))
            .toList());
  }
}
