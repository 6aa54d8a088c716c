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

/** Organs from a file, over HTTP. */
@Path("/api/v1/organs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "registry", description = "Regions and organs. / 行政区划与行政机关。")
class OrganImportResource {

  private final OrganImport imports;

  OrganImportResource(OrganImport imports) {
    this.imports = imports;
  }

  @POST
  @Path("/import")
  @Write
  @Consumes("text/csv")
  @RolesAllowed({"office", "admin"})
  @Operation(
      operationId = "importOrgans",
      summary = "Import organs from CSV / 导入行政机关",
      description =
          "A header line, then one line for a version of an organ. The columns are code, name,"
              + " region, kind and, where wanted, validFrom, validTo, successor, or in Chinese 代码,"
              + " 名称, 行政区划代码, 类别, 生效日期, 失效日期, 并入机关代码 and other common names of them, with kinds as"
              + " codes or in Chinese. Cells are separated by commas, semicolons or tabs. UTF-8;"
              + " UTF-16 with a byte order mark; GB18030 where the request says so or all names of"
              + " columns are Chinese. Each line means what a PUT means; several lines of one organ"
              + " are its versions, and the one without validFrom is the oldest. Nothing is taken"
              + " when a line is wrong, or with `partial` the organs whose lines are all good.")
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
      @Parameter(
              description = "Take codes although a check character is wrong / 校验码不符仍登记",
              example = "false",
              schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
          @QueryParam("insist")
          String insist,
      InputStream body,
      @Context HttpHeaders headers) {
    ImportReport report =
        imports.take(
            body,
            CsvFile.charset(headers.getMediaType()),
            Parameters.flag("partial", partial),
            Parameters.flag("insist", insist));
    return Response.ok(ImportResultView.of(report, Language.of(headers))).build();
  }
}
