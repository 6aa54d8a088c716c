package org.gongkai.tally;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.access.Access;
import org.gongkai.journal.Auditing;
import org.gongkai.platform.Write;

/** What operators do with the sums that are kept. */
@Path("/api/v1/rollups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rollups")
class TallyCheckResource {

  private final Access access;
  private final TallyChecks checks;
  private final Rebuilding rebuilding;
  private final Auditing auditing;

  TallyCheckResource(Access access, TallyChecks checks, Rebuilding rebuilding, Auditing auditing) {
    this.access = access;
    this.checks = checks;
    this.rebuilding = rebuilding;
    this.auditing = auditing;
  }

  /** What a check found. */
  @Schema(
      name = "TallyCheck",
      description = "Kept sums held against what they are made of. / 汇总数核对结果。",
      requiredProperties = {"region", "regions", "differences"})
  record CheckView(
      @Schema(description = "Code of the region", examples = "371002") String region,
      @Schema(description = "How many regions were looked at, it among them", examples = "1")
          int regions,
      @Schema(description = "Sums that are wrong; there should be none")
          List<TallyChecks.TallyDifference> differences) {}

  /** What a rebuild has begun. */
  @Schema(
      name = "TallyRebuild",
      description = "Kept sums are made anew. / 重建汇总数。",
      requiredProperties = {"waiting"})
  record RebuildView(
      @Schema(description = "Regions whose sums wait to be made anew", examples = "3400")
          int waiting) {}

  /**
   * No transaction of its own: each region is looked at in one, and to hold another one meanwhile
   * would take two connections. Carried out again it only looks again.
   */
  @POST
  @Path("/checks")
  @RolesAllowed("admin")
  @Operation(
      operationId = "checkRollups",
      summary = "Recompute sums and compare / 核对汇总数",
      description =
          "Recomputes the kept sums of the region and of every region below it, from the reports"
              + " and the registry, and says which differ. It changes nothing but the metric"
              + " `gongkai_rollup_differences`. A nation takes minutes.")
  @APIResponse(
      responseCode = "200",
      description = "What was found",
      content = @Content(schema = @Schema(implementation = CheckView.class)))
  @APIResponse(responseCode = "422", description = "`unknown-region`: not registered")
  public Response check(
      @Parameter(description = "Code of the region", required = true, example = "371002")
          @QueryParam("region")
          String region) {
    String code = access.readableRegion("region", region).code();
    TallyChecks.Found found = checks.check(code);
    QuarkusTransaction.requiringNew().run(() -> auditing.done("checkRollups", 200));
    return Response.ok(new CheckView(code, found.regions(), found.differences())).build();
  }

  @POST
  @Write
  @Path("/rebuild")
  @RolesAllowed("admin")
  @Operation(
      operationId = "rebuildRollups",
      summary = "Make the kept sums anew / 重建汇总数",
      description =
          "Makes all kept sums again from the reports and the registry, region by region from"
              + " below, in the background. Until its turn a region keeps the sums that it has.")
  @APIResponse(
      responseCode = "202",
      description = "It has begun",
      content = @Content(schema = @Schema(implementation = RebuildView.class)))
  public Response rebuild() {
    return Response.accepted(new RebuildView(rebuilding.rebuild())).build();
  }
}
