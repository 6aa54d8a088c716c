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
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Preconditions;
import org.gongkai.platform.Write;
import org.gongkai.problem.Language;

/** Organs over HTTP. */
@Path("/api/v1/organs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "registry", description = "Regions and organs. / 行政区划与行政机关。")
class OrganResource {

  private final OrganCatalogue catalogue;
  private final OrganRegistration registration;

  OrganResource(OrganCatalogue catalogue, OrganRegistration registration) {
    this.catalogue = catalogue;
    this.registration = registration;
  }

  @GET
  @RolesAllowed({"public", "organ", "office", "reader", "admin"})
  @Operation(
      operationId = "listOrgans",
      summary = "List organs / 查询行政机关",
      description =
          "Organs of a region and all below it, ordered by code: those that exist today, or with"
              + " `year` those that existed in it, each as it last was in that year.")
  @APIResponse(
      responseCode = "200",
      description = "A page of organs / 行政机关列表",
      content = @Content(schema = @Schema(implementation = OrganView.Page.class)))
  @APIResponse(responseCode = "422", description = "`unknown-region`: not registered / 行政区划未登记")
  public OrganView.Page list(
      @Parameter(description = "Region; all below it included / 行政区划（含下级）", example = "371002")
          @QueryParam("region")
          String region,
      @Parameter(
              description = "A part of the name, or how the code begins / 名称或代码",
              example = "财政局")
          @QueryParam("q")
          String q,
      @Parameter(
              description = "Kind / 类型",
              example = "department",
              schema = @Schema(implementation = OrganKind.class))
          @QueryParam("kind")
          String kind,
      @Parameter(
              description = "Year / 年度",
              example = "2021",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1949", maximum = "2100"))
          @QueryParam("year")
          String year,
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
      @Parameter(
              description = "`next` of the page before / 上一页的 next",
              example = "113710020043609788")
          @QueryParam("cursor")
          String cursor,
      @Context HttpHeaders headers) {
    return catalogue.page(region, q, kind, year, limit, cursor, Language.of(headers));
  }

  @GET
  @RolesAllowed({"public", "organ", "office", "reader", "admin"})
  @Path("/{code}")
  @Operation(
      operationId = "getOrgan",
      summary = "An organ and its history / 行政机关及其沿革",
      description =
          "The version of today (of a closed organ the last one), all versions, and what is"
              + " doubtful about its code.")
  @APIResponse(
      responseCode = "200",
      description = "The organ / 行政机关",
      content = @Content(schema = @Schema(implementation = OrganView.Detail.class)))
  public Response one(
      @Parameter(description = "Code / 代码", example = "113710020043609788") @PathParam("code")
          String code,
      @Context HttpHeaders headers) {
    return answered(Response.ok(), code, headers);
  }

  @PUT
  @Path("/{code}")
  @Write
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"office", "admin"})
  @Operation(
      operationId = "putOrgan",
      summary = "Register, correct, rename, move or close an organ / 登记、更正、更名、划转、撤并",
      description =
          "The first PUT registers the organ. Without `validFrom` the newest version is corrected;"
              + " with a later one a new version begins and the former ends; with that of a"
              + " version, that one is corrected. `validTo` closes, `successor` says what it was"
              + " merged into. A move must be permitted in both regions, and so must a merger."
              + " Mergers that lead back to an organ that was merged itself are refused. The same"
              + " content again changes nothing.")
  @APIResponse(
      responseCode = "200",
      description = "Changed, or as it was / 已更新或未变",
      content = @Content(schema = @Schema(implementation = OrganView.Detail.class)))
  @APIResponse(
      responseCode = "201",
      description = "Registered / 已登记",
      headers =
          @Header(
              name = "Location",
              description = "Address of the organ",
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = OrganView.Detail.class)))
  @APIResponse(
      responseCode = "422",
      description =
          "`unknown-region`, `unknown-organ`: the region or the successor is not registered /"
              + " 行政区划或并入机关未登记")
  public Response put(
      @Parameter(
              description =
                  "Unified social credit code, or a code of the office's own / 统一社会信用代码或自编代码",
              example = "113710020043609788",
              schema = @Schema(type = SchemaType.STRING, pattern = "^" + OrganCode.PATTERN + "$"))
          @PathParam("code")
          String code,
      @Parameter(
              description = "Registers a new organ although a check character is wrong / 校验码不符仍登记",
              example = "false",
              schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
          @QueryParam("insist")
          String insist,
      @BeanParam Preconditions conditions,
      OrganForm form,
      @Context HttpHeaders headers) {
    RegistrationOutcome outcome =
        registration.put(code, form, Parameters.flag("insist", insist), conditions);
    Response.ResponseBuilder answer =
        outcome == RegistrationOutcome.CREATED
            ? Response.created(URI.create("/api/v1/organs/" + code))
            : Response.ok();
    return answered(answer, code, headers);
  }

  /** Reads the tag first: after a write in between, it is stale rather than too new. */
  private Response answered(Response.ResponseBuilder answer, String code, HttpHeaders headers) {
    return answer
        .header("ETag", catalogue.tag(code))
        .entity(catalogue.organ(code, Language.of(headers)))
        .build();
  }
}
