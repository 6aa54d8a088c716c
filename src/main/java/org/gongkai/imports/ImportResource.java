package org.gongkai.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Write;
import org.gongkai.problem.Language;

/** Imports: files sent in, looked at, forgotten. */
@Path("/api/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "imports", description = "Word, web pages, Excel, PDF and text. / 文件导入。")
class ImportResource {

  static final String ADDRESS = "/api/v1/imports/";

  static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** The files of a large zip come in parts. */
  private static final int MOST_FILES = 1000;

  private final ImportReception reception;
  private final Imports imports;
  private final ImportViews views;
  private final ImportAnswers answers;

  ImportResource(
      ImportReception reception, Imports imports, ImportViews views, ImportAnswers answers) {
    this.reception = reception;
    this.imports = imports;
    this.views = views;
    this.answers = answers;
  }

  @POST
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
    DOCX,
    XLSX,
    "application/zip",
    "application/x-zip-compressed"
  })
  @Operation(
      operationId = "importFile",
      summary = "Send a document / 导入文件",
      description =
          "Reads a report as it was written: Word (docx, doc), a web page, Excel, PDF with text,"
              + " plain text, or a zip of many of them. What it is is told by its bytes, not by its"
              + " name or `Content-Type`. Nothing is filed by it: look at what was recognised, with"
              + " the place of each cell, and take it over. A file is read at once where a place is"
              + " free, and otherwise, like a zip, in the background; ask again then at `Location`."
              + " Files are kept for 30 days, unless the operator says otherwise, or until they are"
              + " deleted.")
  @RequestBody(
      required = true,
      description =
          "The file; its name in `Content-Disposition`. A form (`multipart/form-data`, as pages and"
              + " `curl -F` send it) with the file as its only part is taken, too / 文件",
      content = {
        @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = MediaType.APPLICATION_OCTET_STREAM,
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @APIResponse(
      responseCode = "201",
      description = "It is read; `Location` names the import",
      headers =
          @Header(
              name = "Location",
              description = "Address of the import",
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  @APIResponse(
      responseCode = "202",
      description = "It waits to be read; ask at `Location`",
      headers =
          @Header(
              name = "Location",
              description = "Address of the import",
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  @APIResponse(
      responseCode = "409",
      description =
          "`state-conflict`: too much of the sender is kept; delete imports that are done with")
  @APIResponse(
      responseCode = "422",
      description =
          "`unreadable-file`: it cannot be read wholly and for sure, see `reason`; `unknown-organ`:"
              + " not registered")
  public Response begin(
      @Parameter(
              description = "Code of the organ that it is of, where the sender knows it",
              example = "113710020043609788")
          @QueryParam("organ")
          String organ,
      @Parameter(
              description = "The report year, where the sender knows it",
              schema = @Schema(type = SchemaType.INTEGER),
              example = "2021")
          @QueryParam("year")
          String year,
      @Parameter(
              description = "`attachment; filename*=UTF-8''…`: what the file is called",
              schema = @Schema(type = SchemaType.STRING),
              example = "attachment; filename*=UTF-8''2021%E5%B9%B4%E5%BA%A6%E6%8A%A5%E5%91%8A.txt")
          @HeaderParam("Content-Disposition")
          String disposition,
      InputStream body,
      @Context HttpHeaders headers,
      @Context UriInfo address)
      throws IOException {
    Import.Said said =
        new Import.Said(
            Parameters.text("organ", organ).orElse(null),
            Parameters.year("year", year).orElse(null));
    SentFile file =
        SentFile.of(headers.getHeaderString(HttpHeaders.CONTENT_TYPE), disposition, body);
    Import begun = reception.begin(file.content(), file.name(), said);
    Response.ResponseBuilder answer =
        begun.state() == Import.ImportState.DONE
            ? Response.status(Response.Status.CREATED)
            : Response.accepted();
    return answer
        .location(URI.create(ADDRESS + begun.id()))
        .entity(view(begun, 0, MOST_FILES, wording(headers, address)))
        .build();
  }

  @GET
  @RolesAllowed({"organ", "office", "admin"})
  @Operation(
      operationId = "listImports",
      summary = "Imports / 导入列表",
      description =
          "Newest first, without their files. An organ sees its own, an office those of its region"
              + " and below.")
  @APIResponse(responseCode = "200", description = "A page of imports")
  public ImportView.Page list(
      @Parameter(description = "The `next` of the page before") @QueryParam("cursor") String cursor,
      @Parameter(
              description = "How many at most",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "500",
                      defaultValue = "50"))
          @QueryParam("limit")
          String limit) {
    long before =
        Optional.ofNullable(cursor).map(c -> Parameters.id("cursor", c)).orElse(Long.MAX_VALUE);
    int size = Parameters.number("limit", limit, 50, 1, 500);
    List<Import> found = imports.page(before, size + 1);
    boolean more = found.size() > size;
    List<Import> page = more ? found.subList(0, size) : found;
    return new ImportView.Page(
        page.stream().map(of -> ImportView.of(of, null, null)).toList(),
        imports.count(),
        more ? Long.toString(page.getLast().id()) : null);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"organ", "office", "admin"})
  @Operation(
      operationId = "getImport",
      summary = "One import / 查看导入",
      description =
          "How far it is, and its files: whole where it has one, otherwise in brief. With"
              + " `If-None-Match` whoever waits is told that nothing is new.")
  @APIResponse(
      responseCode = "200",
      description = "The import",
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  @APIResponse(responseCode = "304", description = "As named in `If-None-Match`")
  public Response get(
      @Parameter(description = "Id of the import", example = "7") @PathParam("id") String id,
      @Parameter(description = "The `next` of the part of the files before") @QueryParam("cursor")
          String cursor,
      @Parameter(
              description = "How many files at most",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "1000",
                      defaultValue = "1000"))
          @QueryParam("limit")
          String limit,
      @Context HttpHeaders headers,
      @Context UriInfo address) {
    int after = cursor == null ? 0 : (int) Math.min(Parameters.id("cursor", cursor), 1 << 30);
    int size = Parameters.number("limit", limit, MOST_FILES, 1, MOST_FILES);
    Import found = imports.get(Imports.id(id));
    return answers.of(view(found, after, size, wording(headers, address)), headers);
  }

  @DELETE
  @Path("/{id}")
  @Write
  @RolesAllowed({"organ", "office", "admin"})
  @Operation(
      operationId = "deleteImport",
      summary = "Forget an import / 删除导入",
      description =
          "Its files are gone, those that wait unread; reports that were made of them stay.")
  @APIResponse(responseCode = "204", description = "The import is deleted / 已删除")
  public void delete(
      @Parameter(description = "Id of the import", example = "7") @PathParam("id") String id) {
    imports.delete(Imports.id(id));
  }

  private ImportView view(Import of, int after, int size, ImportViews.Wording wording) {
    List<ImportedFile> found = imports.files(of, after, size + 1);
    boolean more = found.size() > size;
    List<ImportedFile> page = more ? found.subList(0, size) : found;
    boolean one = of.counts().files() == 1;
    return ImportView.of(
        of,
        page.stream()
            .map(file -> one ? views.whole(file, wording) : views.brief(file, wording))
            .toList(),
        more ? String.valueOf(page.getLast().number()) : null);
  }

  static ImportViews.Wording wording(HttpHeaders headers, UriInfo address) {
    return new ImportViews.Wording(Language.of(headers), address.getRequestUri().getRawPath());
  }
}
