package org.gongkai.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether a message got through that was sent to try it. */
@Schema(
    name = "WebhookPing",
    description = "Whether a message got through that was sent to try it. / 推送测试结果。",
    requiredProperties = {"delivered"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record PingView(
    @Schema(description = "Whether the receiver answered with 2xx", examples = "true")
        boolean delivered,
    @Schema(description = "HTTP status of the answer, if there was one", examples = "204")
        @Nullable Integer status,
    @Schema(description = "Why it did not get through", examples = "timeout")
        DeliveryOutcome.@Nullable Failure error) {

  static PingView of(DeliveryOutcome outcome) {
    return new PingView(outcome.isSuccess(), outcome.status(), outcome.failure());
  }
}
