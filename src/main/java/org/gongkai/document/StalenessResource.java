package org.gongkai.document;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.access.Access;
import org.gongkai.form.Content;
import org.gongkai.form.ContentReader;
import org.gongkai.form.Scope;
import org.gongkai.platform.Parameters;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.reading.ReportPrinter;
import org.gongkai.reading.StoredRevisions;
import org.gongkai.registry.OrganInYear;
import org.gongkai.registry.Region;
import org.gongkai.registry.Registry;
import org.gongkai.report.Basis;
import org.gongkai.report.ReportPath;
import org.gongkai.rollup.RollupQueryReader;
import org.gongkai.tally.By;
import org.jspecify.annotations.Nullable;

/** Whether a government's report is still what its organs report. */
@Path("/api/v1/reports/{id}/staleness")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
class StalenessResource {

  private final StoredRevisions revisions;
  private final ContentReader contents;
  private final Registry registry;
  private final Access access;
  private final RollupQueryReader queries;
  private final StaleCells staleCells;
  private final Clock clock;

  StalenessResource(
      StoredRevisions revisions,
      ContentReader contents,
      Registry registry,
      Access access,
      RollupQueryReader queries,
      StaleCells staleCells,
      Clock clock) {
    this.revisions = revisions;
    this.contents = contents;
    this.registry = registry;
    this.access = access;
    this.queries = queries;
    this.staleCells = staleCells;
    this.clock = clock;
  }

  @GET
  @RolesAllowed({"office", "admin"})
  @Operation(
      operationId = "getStaleness",
      summary = "Whether a government's report is out of date / 政府年报是否过时",
      description =
          "The cells of which the sum of the organs' reports has changed since the newest revision of"
              + " a report of scope `area` was written: an organ has corrected its report, or one was"
              + " accepted or taken back since.")
  @APIResponse(responseCode = "200", description = "The cells; none where it is up to date")
  @APIResponse(
      responseCode = "404",
      description = "`nothing-to-reconcile`: no report of scope `area`")
  public StalenessView get(
      @BeanParam ReportPath path,
      @Parameter(
              description = "Whose reports are counted",
              schema =
                  @Schema(implementation = Basis.class, title = "Basis", defaultValue = "accepted"))
          @QueryParam("basis")
          @Nullable String basis) {
    Basis on = Parameters.choice("basis", basis, Basis.class).orElse(Basis.ACCEPTED);
    ReportPrinter.Printable report = revisions.printable(path.id(), 0);
    Content content = contents.read(report.content());
    OrganInYear organ = registry.organInYear(content.organ(), content.year()).orElse(null);
    if (content.scope() != Scope.AREA || organ == null || report.writtenAt() == null) {
      throw ProblemException.of(ProblemType.NOTHING_TO_RECONCILE);
    }
    Region region = access.readableRegion("region", organ.region());
    RollupQueryReader.Which which = new RollupQueryReader.Which(on.code(), null, null, false);
    return staleCells.of(
        report.report(),
        content,
        queries.ofYear(region, content.year(), By.NONE, which),
        report.writtenAt(),
        clock.instant());
  }
}
