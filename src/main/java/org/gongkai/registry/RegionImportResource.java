package org.gongkai.registry;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Write;
import org.gongkai.problem.Language;

/** Regions from a file, over HTTP. */
@Path("/api/v1/regions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "registry", description = "Regions and organs. / 行政区划与行政机关。")
class RegionImportResource {

  private final RegionImport imports;

  RegionImportResource(RegionImport imports) {
    this.imports = imports;
  }

  @POST
  @Path("/import")
  @Write
  @Consumes("text/csv")
  @RolesAllowed({"office", "admin"})
  @Operation(
      operationId = "importRegions",
      summary = "Import regions from CSV / 导入行政区划",
      description =
          "A header, then lines: code, name, level, parent and, where wanted, validFrom, validTo;"
              + " or 代码, 名称, 级别, 上级代码, 启用日期, 停用日期; separators and encodings as for organs. In any"
              + " order, 100,000 lines at most. Nothing is taken when a line is wrong, or with"
              + " `partial` the good ones.")
  @RequestBody(
      required = true,
      content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(
      responseCode = "200",
      description = "What became of the lines / 导入结果",
      content = @Content(schema = @Schema(implementation = ImportResultView.class)))
  @APIResponse(
      responseCode = "422",
      description = "`import-refused`: lines are wrong and nothing was taken / 有误，未导入")
  public Response importAll(
      @Parameter(
              description = "Take the good lines although others are wrong / 仅导入正确的行",
              example = "false",
              schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
          @QueryParam("partial")
          String partial,
      InputStream body,
      @Context HttpHeaders headers) {
    return Response.ok(
            ImportResultView.of(
                imports.take(
                    body,
                    CsvFile.charset(headers.getMediaType()),
                    Parameters.flag("partial", partial)),
                Language.of(headers)))
        .build();
  }
}
