package org.gongkai.webhook;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Says in the contract what a receiver of webhooks gets, as callbacks of the operation that makes
 * one: of the {@code webhooks} of a contract, generators make clients that do not compile.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class WebhookContract implements OASFilter {

  private static final String REFS = "#/components/schemas/";
  private static final String ADDRESS = "{$request.body#/url}";
  private static final String CHANGE = "WebhookMessage";
  private static final String PING = "WebhookPingMessage";
  private static final String PINGED = "PingedWebhook";

  @Override
  public void filterOpenAPI(OpenAPI contract) {
    contract
        .getComponents()
        .addSchema(
            CHANGE,
            message("A change, as it is sent to a webhook. / 推送的变更。", "report.submitted", "Change"))
        .addSchema(PING, message("What tries a webhook. / 推送测试。", "webhook.ping", PINGED))
        .addSchema(
            PINGED,
            object("Which webhook is tried. / 所测试的推送。")
                .addProperty(
                    "webhook",
                    text("Its id")
                        .format("uuid")
                        .addExample("0b6f3c1e-5a77-4d0e-9a53-2c1f7f0e8d11"))
                .addRequired("webhook"));
    PathItem webhooks = Objects.requireNonNull(contract.getPaths().getPathItem("/api/v1/webhooks"));
    Operation made = Objects.requireNonNull(webhooks.getPOST());
    call(
        made,
        "change",
        sent(
            "receiveChange",
            "A change of the feed / 一项变更",
            "Sent to the address of a webhook for each change that its key may see, at least once"
                + " and in no certain order; again with growing pauses until the receiver answers"
                + " 2xx.",
            CHANGE));
    call(
        made,
        "ping",
        sent(
            "receivePing",
            "A try / 推送测试",
            "Sent once, when the webhook is pinged; its signature is that of every message.",
            PING));
  }

  private static void call(Operation made, String name, PathItem sent) {
    made.addCallback(name, OASFactory.createCallback().addPathItem(ADDRESS, sent));
  }

  private static PathItem sent(String id, String summary, String description, String schema) {
    Operation operation =
        OASFactory.createOperation()
            .operationId(id)
            .summary(summary)
            .description(description)
            .addTag("changes")
            .security(List.of())
            .addParameter(
                header(
                        "webhook-id",
                        "The same at each attempt; ignore a message whose id was received before")
                    .example("msg_2b1f6f1c6d1e4a0f_1207"))
            .addParameter(
                header("webhook-timestamp", "When this attempt was made, in seconds since 1970")
                    .example("1769329800"))
            .addParameter(
                header(
                        "webhook-signature",
                        "Standard Webhooks: `v1,` and the base64 of the HMAC-SHA256, by the secret"
                            + " of the webhook, of id, timestamp and body, joined by full stops")
                    .example("v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4="))
            .requestBody(
                OASFactory.createRequestBody()
                    .description("The message; what is signed are its bytes")
                    .required(true)
                    .content(
                        OASFactory.createContent()
                            .addMediaType(
                                "application/json",
                                OASFactory.createMediaType()
                                    .schema(OASFactory.createSchema().ref(REFS + schema)))))
            .responses(
                OASFactory.createAPIResponses()
                    .addAPIResponse(
                        "204", OASFactory.createAPIResponse().description("It has arrived"))
                    .addAPIResponse(
                        "410",
                        OASFactory.createAPIResponse()
                            .description("Nothing more is wanted: the webhook is disabled")));
    return OASFactory.createPathItem().POST(operation);
  }

  private static Parameter header(String name, String description) {
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.HEADER)
        .required(true)
        .description(description)
        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
  }

  private static Schema message(String description, String type, String data) {
    return object(description)
        .addProperty("type", text("What has happened").addExample(type))
        .addProperty("timestamp", text("When it happened, in UTC").format("date-time"))
        .addProperty("data", OASFactory.createSchema().ref(REFS + data))
        .required(List.of("type", "timestamp", "data"));
  }

  private static Schema object(String description) {
    return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).description(description);
  }

  private static Schema text(String description) {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
  }
}
