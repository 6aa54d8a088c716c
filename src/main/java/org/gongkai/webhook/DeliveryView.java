package org.gongkai.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.WireCode;
import org.jspecify.annotations.Nullable;

/** One change on its way to one webhook. */
@Schema(
    name = "Delivery",
    description = "One change on its way to one webhook. / 一次推送。",
    requiredProperties = {"position", "messageId", "kind", "state", "attempts"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryView(
    @Schema(description = "Position of the change in the feed", examples = "1207") long position,
    @Schema(
            description = "The header `webhook-id`, the same at each attempt",
            examples = "msg_5e0c8f0e5b7e_1207")
        String messageId,
    @Schema(description = "What has happened", examples = "report.submitted") String kind,
    @Schema(description = "How far it has come", examples = "dead") DeliveryState state,
    @Schema(description = "How often it was sent, since it was last asked for", examples = "9")
        int attempts,
    @Schema(
            description = "When it is sent next; only of a pending one",
            examples = "2026-01-25T08:30:05Z")
        @Nullable Instant nextAt,
    @Schema(description = "HTTP status of the last answer, if there was one", examples = "503")
        @Nullable Integer lastStatus,
    @Schema(description = "Why the last attempt failed", examples = "status")
        DeliveryOutcome.@Nullable Failure lastError,
    @Schema(description = "When it got through", examples = "2026-01-25T08:30:01Z")
        @Nullable Instant deliveredAt) {

  /** A part of the list of deliveries. */
  @Schema(
      name = "DeliveryPage",
      description = "A page of deliveries, newest change first. / 推送记录（新的在前）。",
      requiredProperties = {"items", "total"})
  record Page(
      @Schema(description = "The deliveries of this page") List<DeliveryView> items,
      @Schema(description = "How many there are, on all pages", examples = "2") long total,
      @Schema(
              nullable = true,
              description = "The cursor of the next page; null on the last one",
              examples = "1203")
          @JsonInclude(JsonInclude.Include.ALWAYS)
          @Nullable String next) {}

  /** How far a delivery has come. */
  public enum DeliveryState implements WireCode {
    /** Still to send, for the first time or again. */
    PENDING,
    DELIVERED,
    /** Every attempt has failed; only a caller's retry starts it again. */
    DEAD;

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
