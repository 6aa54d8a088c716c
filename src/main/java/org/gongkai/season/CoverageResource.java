package org.gongkai.season;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.access.Access;
import org.gongkai.platform.Parameters;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;
import org.gongkai.registry.Region;
import org.gongkai.rollup.RollupQueryReader;
import org.jspecify.annotations.Nullable;

/** Who has filed, who is late, who is missing. */
@Path("/api/v1/coverage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rollups")
class CoverageResource {

  private final Access access;
  private final RollupQueryReader wishes;
  private final FilingCoverage coverage;

  CoverageResource(Access access, RollupQueryReader wishes, FilingCoverage coverage) {
    this.access = access;
    this.wishes = wishes;
    this.coverage = coverage;
  }

  @GET
  @RolesAllowed({"reader", "office", "admin"})
  @Operation(
      operationId = "getCoverage",
      summary = "How many have filed / 报送情况统计",
      description =
          "Counts the organs of a region by the state of their own report of a year, and by whether"
              + " it was filed in time; as of today.")
  @APIResponse(
      responseCode = "200",
      description = "The counts",
      content = @Content(schema = @Schema(implementation = FilingCoverageView.class)))
  @APIResponse(responseCode = "422", description = "`unknown-region`: not registered")
  public FilingCoverageView counts(
      @Parameter(
              description = "Code of the region; organs of the regions below it are in",
              required = true,
              example = "371002")
          @QueryParam("region")
          String region,
      @Parameter(
              description = "The report year",
              required = true,
              schema = @Schema(type = SchemaType.INTEGER),
              example = "2025")
          @QueryParam("year")
          String year,
      @Parameter(
              description =
                  "`region`: also for each region directly below, and for the organs of the region"
                      + " itself under its own code",
              schema =
                  @Schema(
                      implementation = CoverageDivision.class,
                      title = "CoverageDivision",
                      defaultValue = "none"))
          @QueryParam("by")
          String by) {
    Region of = access.readableRegion("region", region);
    return coverage.counts(of, wishes.begunYear(year), dividedBy(by));
  }

  @GET
  @Path("/organs")
  @RolesAllowed({"office", "admin"})
  @Operation(
      operationId = "listStandings",
      summary = "Where each organ stands / 各机关报送情况",
      description =
          "The organs behind the counts, by region and code: those expected, exempt ones, and those"
              + " that filed without being expected; as of today.")
  @APIResponse(responseCode = "200", description = "A page of organs")
  @APIResponse(responseCode = "422", description = "`unknown-region`: not registered")
  public Standing.Page organs(@BeanParam StandingParameters asked) {
    Region of = access.readableRegion("region", asked.region);
    wishes.begunYear(asked.year);
    return coverage.page(asked.filter(of, coverage.today()), asked.after(), asked.size());
  }

  private static CoverageDivision dividedBy(@Nullable String by) {
    if (by == null) {
      return CoverageDivision.NONE;
    }
    return Parameters.choice(by, CoverageDivision.class)
        .orElseThrow(
            () ->
                ProblemException.invalid(
                    Violation.at(
                        "?by",
                        "须为 none 或 region；各机关见 /api/v1/coverage/organs。",
                        "none or region; for organs see /api/v1/coverage/organs.")));
  }
}
