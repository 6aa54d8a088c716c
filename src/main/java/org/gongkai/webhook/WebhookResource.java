package org.gongkai.webhook;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.platform.Paging;
import org.gongkai.platform.Write;
import org.gongkai.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Webhooks: made, listed, tried, ended. */
@Path("/api/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "changes")
class WebhookResource {

  private final Webhooks webhooks;

  WebhookResource(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  @POST
  @Write
  @RolesAllowed({"office", "reader", "admin"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createWebhook",
      summary = "Subscribe to changes / 订阅变更推送",
      description =
          "From now on each change of the feed that the key may see is posted to the address, by"
              + " the rules of Standard Webhooks (standardwebhooks.com): headers `webhook-id`,"
              + " `webhook-timestamp`, `webhook-signature`; body `{\"type\", \"timestamp\","
              + " \"data\"}` with the change as `data`. At least once each, in no certain order;"
              + " repeated with growing pauses until the receiver answers 2xx; 410 ends"
              + " it. For offices, which get changes of their region and below, readers, who get"
              + " those of published reports, and administrators. It ends with the key.")
  @APIResponse(
      responseCode = "201",
      description = "The webhook, with the secret that messages are signed with, this once",
      headers = {
        @Header(
            name = "Location",
            description = "The webhook's address",
            schema = @Schema(type = SchemaType.STRING)),
      },
      content = @Content(schema = @Schema(implementation = WebhookView.class)))
  public Response create(@Nullable NewWebhook wanted) {
    if (wanted == null) {
      throw ProblemException.emptyBody();
    }
    WebhookView made = WebhookView.withSecret(webhooks.make(wanted));
    return Response.created(URI.create("/api/v1/webhooks/" + made.id()))
        .header("Cache-Control", "no-store")
        .entity(made)
        .build();
  }

  @GET
  @RolesAllowed({"office", "reader", "admin"})
  @Operation(
      operationId = "listWebhooks",
      summary = "Webhooks / 推送列表",
      description =
          "Webhooks without their secrets, oldest first. For offices and readers: those that their"
              + " key made. For administrators: all.")
  @APIResponse(responseCode = "200", description = "A page of webhooks")
  public WebhookView.Page list(@BeanParam Paging asked) {
    int size = asked.size();
    Paging.Page<Webhook> page =
        Paging.Page.of(webhooks.page(asked.id().orElse(0L), size + 1), size);
    return new WebhookView.Page(
        page.items().stream().map(WebhookView::of).toList(),
        webhooks.count(),
        page.next(Webhook::number));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"office", "reader", "admin"})
  @Operation(
      operationId = "getWebhook",
      summary = "One webhook / 推送",
      description =
          "A webhook without its secret. For the key that made it, and administrators; one of"
              + " another key is answered like one that does not exist.")
  @APIResponse(responseCode = "200", description = "The webhook")
  public WebhookView get(@Parameter(description = "The webhook's id") @PathParam("id") String id) {
    return WebhookView.of(webhooks.get(Webhook.id(id)));
  }

  @DELETE
  @Path("/{id}")
  @Write
  @RolesAllowed({"office", "reader", "admin"})
  @Operation(
      operationId = "deleteWebhook",
      summary = "End a webhook / 取消推送",
      description =
          "Nothing more is sent to it, and what was is forgotten. For the key that made it, and"
              + " administrators.")
  @APIResponse(responseCode = "204", description = "The webhook is deleted / 已删除")
  public void delete(@Parameter(description = "The webhook's id") @PathParam("id") String id) {
    webhooks.delete(Webhook.id(id));
  }

  @POST
  @Blocking // until the message is under way
  @Path("/{id}/ping")
  @RolesAllowed({"office", "reader", "admin"})
  @Operation(
      operationId = "pingWebhook",
      summary = "Try a webhook / 测试推送",
      description =
          "Sends a signed message of type `webhook.ping`, once, and answers with what became of it;"
              + " four of a caller may be under way at once. For the key that made the"
              + " webhook, and administrators.")
  @APIResponse(responseCode = "200", description = "Whether it got through")
  public CompletionStage<PingView> ping(
      @Parameter(description = "The webhook's id") @PathParam("id") String id) {
    return webhooks.ping(Webhook.id(id)).thenApply(PingView::of);
  }
}
