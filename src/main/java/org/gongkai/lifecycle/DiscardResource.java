package org.gongkai.lifecycle;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.platform.Preconditions;
import org.gongkai.platform.Write;
import org.gongkai.report.ReportPath;

/** Drafts that nobody wants any more. */
@Path("/api/v1/reports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
class DiscardResource {

  private final ReportLifecycle lifecycle;

  DiscardResource(ReportLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  @DELETE
  @Write
  @RolesAllowed({"organ", "office", "admin"})
  @Operation(
      operationId = "discardDraft",
      summary = "Discard a draft / 删除草稿",
      description =
          "Throws a draft away that was never handed in, with all of its revisions; organ, year and"
              + " scope are free again. `If-Match` names what was seen. What was handed in once is"
              + " not deleted: it can be withdrawn. The audit log and the feed (`report.discarded`)"
              + " keep who did it and when.")
  @APIResponse(responseCode = "204", description = "There is no draft any more / 已删除")
  @APIResponse(
      responseCode = "409",
      description = "`state-conflict`: the report was handed in once, see `state`")
  @APIResponse(
      responseCode = "428",
      description = "`precondition-required`: there is no `If-Match`")
  public void discard(@BeanParam ReportPath path, @BeanParam Preconditions conditions) {
    long report = path.id();
    conditions.requireMatchGiven();
    lifecycle.discard(report, conditions);
  }
}
