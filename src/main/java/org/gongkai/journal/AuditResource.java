package org.gongkai.journal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.access.Access;
import org.gongkai.access.Caller;
import org.gongkai.platform.Paging;

/** Who did what and when, and who was refused. */
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
class AuditResource {

  private final AuditQuery query;
  private final Access access;

  AuditResource(AuditQuery query, Access access) {
    this.query = query;
    this.access = access;
  }

  @GET
  @RolesAllowed({"office", "admin"})
  @Operation(
      operationId = "listAudit",
      summary = "Audit / 操作留痕",
      description =
          "Every write and every refused attempt, newest first. Of a request with many lines there is"
              + " an entry for each region with counts. An office sees what was about its"
              + " region and below, and what callers from there attempted; administrators see all.")
  @APIResponse(responseCode = "200", description = "A page of the audit")
  public AuditView.Page list(@BeanParam AuditParameters asked) {
    Caller caller = access.current();
    int size = asked.size();
    String visible = caller.isAdmin() ? null : caller.region().orElseThrow();
    Paging.Page<AuditView> page = Paging.Page.of(query.page(asked.filter(visible), size + 1), size);
    return new AuditView.Page(page.items(), page.next(AuditView::id));
  }
}
