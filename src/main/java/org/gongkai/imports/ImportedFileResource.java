package org.gongkai.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.gongkai.platform.Preconditions;
import org.gongkai.platform.Write;
import org.gongkai.report.ReportView;
import org.jspecify.annotations.Nullable;

/** Files of imports: looked at, and taken over into reports. */
@Path("/api/v1/imports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "imports")
class ImportedFileResource {

  private final Imports imports;
  private final ImportViews views;
  private final ImportAnswers answers;
  private final Takeover takeover;

  ImportedFileResource(
      Imports imports, ImportViews views, ImportAnswers answers, Takeover takeover) {
    this.imports = imports;
    this.views = views;
    this.answers = answers;
    this.takeover = takeover;
  }

  /** Which file an address names. */
  public static class FilePath {

    @Parameter(description = "Id of the import", example = "7")
    @PathParam("id")
    String id = "";

    @Parameter(description = "The file's place in the import, from 1", example = "1")
    @PathParam("number")
    String number = "";

    private ImportedFile of(Imports imports) {
      return imports.file(Imports.id(id), Imports.number(number));
    }
  }

  @GET
  @Path("/files/{number}")
  @RolesAllowed({"organ", "office", "admin"})
  @Operation(
      operationId = "getImportedFile",
      summary = "A file of an import / 查看导入的文件",
      description =
          "What was recognised in it, cell by cell with the place of each, what was left over, and"
              + " what the rules say of it now.")
  @APIResponse(
      responseCode = "200",
      description = "The file",
      content = @Content(schema = @Schema(implementation = ImportedFileView.class)))
  @APIResponse(responseCode = "304", description = "As named in `If-None-Match`")
  public Response get(
      @BeanParam FilePath path, @Context HttpHeaders headers, @Context UriInfo address) {
    return answers.of(
        views.whole(path.of(imports), ImportResource.wording(headers, address)), headers);
  }

  @GET
  @Path("/files/{number}/content")
  @RolesAllowed({"organ", "office", "admin"})
  @Produces({MediaType.APPLICATION_OCTET_STREAM, MediaType.APPLICATION_JSON})
  @Operation(
      operationId = "getImportedContent",
      summary = "A file as it was sent / 下载原文件",
      description = "To be saved, never to be shown by a browser: nobody has looked at it.")
  @APIResponse(
      responseCode = "200",
      description = "Its bytes",
      headers =
          @Header(
              name = "Content-Disposition",
              description = "`attachment`, with its name",
              schema = @Schema(type = SchemaType.STRING)),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response content(@BeanParam FilePath path) {
    ImportedFile file = path.of(imports);
    return Response.ok(imports.content(file), MediaType.APPLICATION_OCTET_STREAM_TYPE)
        .header("Content-Disposition", FileName.attachment(file.name()))
        .header("Cache-Control", "private, no-store")
        .build();
  }

  @POST
  @Path("/files/{number}/draft")
  @Write(shared = true)
  @RolesAllowed({"organ", "office", "admin"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "takeOverFile",
      summary = "Take a file over / 采用导入结果",
      description =
          "Files what was recognised as a draft of the organ and year, as `POST"
              + " /reports?state=draft` does; with `report` and `If-Match` as a correction of that"
              + " report, as `PUT /reports/{id}` does: it says then what the file says, and no"
              + " more. Nothing is handed in.")
  @APIResponse(
      responseCode = "201",
      description = "A draft; `Location` and `ETag` name it",
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  @APIResponse(
      responseCode = "200",
      description = "Corrected, or the same already",
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  @APIResponse(
      responseCode = "409",
      description =
          "`report-exists`: the organ has filed for this year and scope, see `Location`;"
              + " `state-conflict`: the file is not read, or the report is accepted or published,"
              + " so that the office must reopen it")
  @APIResponse(
      responseCode = "422",
      description =
          "`figures-inconsistent` with `findings`: of a correction of a report that is handed in, a"
              + " hard rule is broken; `unknown-organ`: not registered, or not in that year;"
              + " `year-not-over`: of a later year than this one; `scope-not-open`: of a scope that"
              + " is not the organ's")
  @APIResponse(
      responseCode = "428",
      description = "`precondition-required`: a correction, and there is no `If-Match`")
  public Response draft(
      @BeanParam FilePath path,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = DraftForm.class)))
          @Nullable DraftForm form,
      @BeanParam Preconditions conditions,
      @Context HttpHeaders headers) {
    return takeover.take(
        path.of(imports), form == null ? DraftForm.NOTHING : form, conditions, headers);
  }

  @POST
  @Path("/drafts")
  @Write
  @RolesAllowed({"organ", "office", "admin"})
  @Operation(
      operationId = "takeOverFiles",
      summary = "Take all files over / 批量采用导入结果",
      description =
          "Makes a draft of each file that was read, is not taken over yet, and leaves exactly one"
              + " organ and year and no doubt of its scope. Each on its own: one that is refused"
              + " keeps no other back. Reports that are there already are not changed.")
  @APIResponse(
      responseCode = "200",
      description = "What became of each; 200 also where some were refused",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DraftBatchView.class)))
  public Response drafts(
      @Parameter(description = "Id of the import", example = "7") @PathParam("id") String id,
      @Parameter(
              description = "Which of the numbers of publications that texts state go into reports",
              schema = @Schema(implementation = PublicationChoice.class, defaultValue = "none"))
          @QueryParam("publications")
          @Nullable String publications,
      @Context HttpHeaders headers,
      @Context UriInfo address) {
    PublicationChoice chosen =
        Parameters.choice("publications", publications, PublicationChoice.class)
            .orElse(PublicationChoice.NONE);
    return Response.ok(
            takeover.takeAll(
                imports.get(Imports.id(id)), chosen, ImportResource.wording(headers, address)))
        .build();
  }
}
