package org.gongkai.registry;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.platform.Preconditions;
import org.gongkai.platform.Write;
import org.gongkai.problem.Language;

/** Regions over HTTP. */
@Path("/api/v1/regions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "registry", description = "Regions and organs. / 行政区划与行政机关。")
class RegionResource {

  private final RegionCatalogue catalogue;
  private final RegionRegistration registration;

  RegionResource(RegionCatalogue catalogue, RegionRegistration registration) {
    this.catalogue = catalogue;
    this.registration = registration;
  }

  @GET
  @RolesAllowed({"public", "organ", "office", "reader", "admin"})
  @Operation(
      operationId = "listRegions",
      summary = "List regions / 查询行政区划",
      description =
          "Regions in force today or on `asOf`, ordered by code. China's regions down to district"
              + " level are there from the start; offices add townships and zones.")
  @APIResponse(
      responseCode = "200",
      description = "A page of regions / 行政区划列表",
      content = @Content(schema = @Schema(implementation = RegionView.Page.class)))
  @APIResponse(
      responseCode = "422",
      description = "`unknown-region`: the parent is not registered / 上级区划未登记")
  public RegionView.Page list(
      @Parameter(description = "Only those directly below / 上级行政区划", example = "371000")
          @QueryParam("parent")
          String parent,
      @Parameter(
              description = "Level / 级别",
              example = "district",
              schema = @Schema(implementation = RegionLevel.class))
          @QueryParam("level")
          String level,
      @Parameter(description = "A part of the name, or how the code begins / 名称或代码", example = "环翠")
          @QueryParam("q")
          String q,
      @Parameter(
              description = "In force on this day; today when absent / 日期",
              example = "2020-12-31",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @QueryParam("asOf")
          String asOf,
      @Parameter(
              description = "How many at once / 每页条数",
              example = "100",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "1000",
                      defaultValue = "100"))
          @QueryParam("limit")
          String limit,
      @Parameter(description = "`next` of the page before / 上一页的 next", example = "371002")
          @QueryParam("cursor")
          String cursor) {
    return catalogue.page(parent, level, q, asOf, limit, cursor);
  }

  @GET
  @RolesAllowed({"public", "organ", "office", "reader", "admin"})
  @Path("/{code}")
  @Operation(
      operationId = "getRegion",
      summary = "A region and its place / 行政区划及其上级",
      description = "A region, retired or not, with all above it and the number of those below.")
  @APIResponse(
      responseCode = "200",
      description = "The region / 行政区划",
      content = @Content(schema = @Schema(implementation = RegionView.Detail.class)))
  public Response one(
      @Parameter(description = "Code / 代码", example = "371002") @PathParam("code") String code,
      @Context HttpHeaders headers) {
    return answered(Response.ok(), code, headers);
  }

  @PUT
  @Path("/{code}")
  @Write
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"office", "admin"})
  @Operation(
      operationId = "putRegion",
      summary = "Register or correct a region / 登记、更正行政区划",
      description =
          "An office registers regions below its own, such as townships and zones. Parent and level"
              + " of a region that organs or regions depend on cannot change: register a new code"
              + " and retire this one with `validTo`.")
  @APIResponse(
      responseCode = "200",
      description = "Changed, or as it was / 已更新或未变",
      content = @Content(schema = @Schema(implementation = RegionView.Detail.class)))
  @APIResponse(
      responseCode = "201",
      description = "Registered / 已登记",
      headers =
          @Header(
              name = "Location",
              description = "Address of the region",
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = RegionView.Detail.class)))
  @APIResponse(
      responseCode = "409",
      description = "`conflict`: others depend on its place / 已有下级区划或行政机关")
  @APIResponse(
      responseCode = "422",
      description = "`unknown-region`: the parent is not registered / 上级区划未登记")
  public Response put(
      @Parameter(
              description = "GB/T 2260 code, 9 digits for a township / 代码",
              example = "371002001",
              schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9]{6}([0-9]{3})?$"))
          @PathParam("code")
          String code,
      @BeanParam Preconditions conditions,
      RegionForm form,
      @Context HttpHeaders headers) {
    RegistrationOutcome outcome = registration.put(code, form, conditions);
    Response.ResponseBuilder answer =
        outcome == RegistrationOutcome.CREATED
            ? Response.created(URI.create("/api/v1/regions/" + code))
            : Response.ok();
    return answered(answer, code, headers);
  }

  /** Reads the tag first: after a write in between, it is stale rather than too new. */
  private Response answered(Response.ResponseBuilder answer, String code, HttpHeaders headers) {
    return answer
        .header("ETag", catalogue.tag(code))
        .entity(catalogue.region(code, Language.of(headers)))
        .build();
  }
}
