package org.gongkai.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.platform.Parameters;

/** The form as a workbook to fill in and to send back. */
@Path("/api/v1/forms/{edition}/template.xlsx")
@Tag(name = "imports")
class TemplateResource {

  private final Templates templates;

  TemplateResource(Templates templates) {
    this.templates = templates;
  }

  @GET
  @Produces({ImportResource.XLSX, MediaType.APPLICATION_JSON})
  @RolesAllowed({"organ", "office", "admin"})
  @Operation(
      operationId = "getFormTemplate",
      summary = "The form as a workbook to fill in / 下载填报模板",
      description =
          "Labels cannot be changed, totals are calculated, and last year's figures and what was carried"
              + " forward stand as notes on the cells. Filled in, it is sent back with `POST /imports`."
              + " With `organ` and `year` that organ's, for whoever may file for it; without them one"
              + " that anybody can fill in.")
  @APIResponse(
      responseCode = "200",
      description = "The workbook",
      headers =
          @Header(
              name = "Content-Disposition",
              description = "`attachment`, with its name",
              schema = @Schema(type = SchemaType.STRING)),
      content =
          @Content(
              mediaType = ImportResource.XLSX,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "422",
      description = "`unknown-organ`: not registered, or not in that year")
  public Response get(
      @Parameter(description = "Id of the edition", example = "2021") @PathParam("edition")
          String edition,
      @Parameter(
              description = "Code of the organ; an organ's own unless said",
              example = "113710020043609788")
          @QueryParam("organ")
          String organ,
      @Parameter(
              description = "The report year; required with an organ",
              schema = @Schema(type = SchemaType.INTEGER),
              example = "2021")
          @QueryParam("year")
          String year) {
    Templates.Template template =
        templates.of(
            edition,
            Parameters.text("organ", organ).orElse(null),
            Parameters.year("year", year).orElse(null));
    return Response.ok(template.workbook(), ImportResource.XLSX)
        .header("Content-Disposition", FileName.attachment(template.name()))
        .header("Cache-Control", "private, no-store")
        .build();
  }
}
