package org.gongkai.webhook;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.feed.ChangeQuery;
import org.gongkai.platform.Paging;
import org.gongkai.platform.Parameters;
import org.gongkai.platform.Write;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;

/** The deliveries of a webhook. */
@Path("/api/v1/webhooks/{id}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "changes")
class DeliveryResource {

  private final Webhooks webhooks;

  DeliveryResource(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  @GET
  @RolesAllowed({"office", "reader", "admin"})
  @Operation(
      operationId = "listDeliveries",
      summary = "Deliveries / 推送记录",
      description =
          "What was and is to be sent to a webhook, newest change first; with `state=dead` what did"
              + " not get through. Delivered ones are forgotten after a while. For the key that made the"
              + " webhook, and administrators.")
  @APIResponse(responseCode = "200", description = "A page of deliveries")
  public DeliveryView.Page list(
      @Parameter(description = "The webhook's id") @PathParam("id") String id,
      @Parameter(
              description = "Only deliveries in this state",
              schema = @Schema(implementation = DeliveryView.DeliveryState.class))
          @QueryParam("state")
          String state,
      @BeanParam Paging page) {
    return webhooks.deliveries(
        Webhook.id(id),
        Parameters.choice("state", state, DeliveryView.DeliveryState.class),
        ChangeQuery.position("cursor", page.cursor(), Long.MAX_VALUE),
        page.size());
  }

  @POST
  @Path("/{position}/retry")
  @Write
  @RolesAllowed({"office", "reader", "admin"})
  @Operation(
      operationId = "retryDelivery",
      summary = "Send it again / 重新推送",
      description =
          "Starts a dead delivery again, with all its attempts. For the key that made the"
              + " webhook, and administrators.")
  @APIResponse(
      responseCode = "200",
      description = "It is pending",
      content = @Content(schema = @Schema(implementation = DeliveryView.class)))
  @APIResponse(
      responseCode = "409",
      description = "`state-conflict`: it is not dead, or the webhook is disabled")
  public Response retry(
      @Parameter(description = "The webhook's id") @PathParam("id") String id,
      @Parameter(description = "Position of the change in the feed", example = "1207")
          @PathParam("position")
          String position) {
    if (!ChangeQuery.isPosition(position)) {
      throw ProblemException.of(ProblemType.NOT_FOUND);
    }
    return Response.ok(webhooks.retry(Webhook.id(id), Long.parseLong(position))).build();
  }
}
