package org.gongkai.feed;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.platform.Parameters;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;

/** What has changed, in order, for mirrors. */
@Path("/api/v1/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "changes")
class ChangeResource {

  private final Changes changes;

  ChangeResource(Changes changes) {
    this.changes = changes;
  }

  @GET
  @RolesAllowed({"organ", "office", "reader", "admin"})
  @Operation(
      operationId = "listChanges",
      summary = "What has changed / 变更列表",
      description =
          "Changes of reports and organs in the order of their positions. Keep `next` and ask"
              + " `after` it: nothing is left out and nothing comes later at a position that was"
              + " passed. An organ sees its own changes, an office those of its region and below,"
              + " a reader only what is published, where it may read, and administrators all. A report"
              + " whose organ turns out to have been elsewhere in its year is `report.moved`, once for"
              + " the region that it has left and once for the one that it has come to. That all files of"
              + " an import are read is `import.finished`, for whose it is and the offices above.")
  @APIResponse(responseCode = "200", description = "A part of the feed")
  public ChangeView.Page list(
      @Parameter(
              description = "The `next` of the part before; from the beginning, unless said",
              schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"),
              example = "1207")
          @QueryParam("after")
          String after,
      @Parameter(
              description = "How many at most; 0: none, but `newest`, to begin there",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "0",
                      maximum = "1000",
                      defaultValue = "100"))
          @QueryParam("limit")
          String limit,
      @Parameter(description = "Only changes of this region and below", example = "371002")
          @QueryParam("region")
          String region,
      @Parameter(
              description =
                  "Only changes of this kind: `organ.changed`, `import.finished`, `report.moved`, or one of a"
                      + " report",
              example = "report.submitted")
          @QueryParam("kind")
          String kind) {
    ChangeQuery.Filter wanted =
        ChangeQuery.Filter.of(
            Parameters.text("kind", kind).map(ChangeResource::known),
            Parameters.text("region", region));
    return changes.page(
        wanted,
        ChangeQuery.position("after", after, 0),
        Parameters.number("limit", limit, 100, 0, 1000));
  }

  private static String known(String kind) {
    if (!ChangeKinds.isKnown(kind)) {
      throw ProblemException.invalid(new Violation("?kind", ChangeKinds.oneOfThem()));
    }
    return kind;
  }
}
