package org.gongkai.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A webhook; its secret only at the one moment when it is made.
 *
 * @param secret null at any other moment
 * @param kinds null where it is told of all
 * @param region null where it is told of all that its key may see
 * @param endedBy null while it has not ended
 */
@Schema(
    name = "Webhook",
    description = "An address to which changes are sent. / 变更推送。",
    requiredProperties = {"id", "url", "state", "createdAt", "createdBy", "position"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookView(
    @Schema(description = "Id of the webhook", examples = "5e0c8f0e-5b7e-4a53-9d0a-0b6e1f2a3c4d")
        UUID id,
    @Schema(
            description = "Where messages are posted",
            examples = "https://mirror.example.cn/hooks/gongkai")
        String url,
    @Schema(
            description =
                "What messages are signed with, as Standard Webhooks wants it; shown this once,"
                    + " in the answer to making it",
            examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw8QX7m1rT0kE=")
        @Nullable String secret,
    @Schema(
            description = "Only changes of these kinds; absent: all",
            examples = "[\"report.submitted\"]")
        @Nullable List<String> kinds,
    @Schema(description = "Changes of this region and all below; absent: all", examples = "371002")
        @Nullable String region,
    @Schema(description = "Whether it gets changes", examples = "active")
        Webhook.WebhookState state,
    @Schema(
            description = "Why it ended: the receiver answered 410 Gone, or its key ended",
            examples = "receiver")
        Webhook.@Nullable EndedBy endedBy,
    @Schema(description = "When it was made", examples = "2026-01-05T01:20:00Z") Instant createdAt,
    @Schema(
            description = "The key that made it; it ends with that key",
            examples = "综合平台 (gk_m2n7p4qa)")
        String createdBy,
    @Schema(
            description = "Position of the feed up to which its deliveries are made",
            examples = "1207")
        long position) {

  static WebhookView of(Webhook webhook) {
    return of(webhook, null);
  }

  static WebhookView withSecret(Webhook webhook) {
    return of(webhook, webhook.secret().text());
  }

  private static WebhookView of(Webhook webhook, @Nullable String secret) {
    return new WebhookView(
        webhook.id(),
        webhook.url(),
        secret,
        webhook.kinds().orElse(null),
        webhook.region().orElse(null),
        webhook.state(),
        webhook.endedBy().orElse(null),
        webhook.createdAt(),
        webhook.createdByName(),
        webhook.position());
  }

  /** Without the secret: what is printed can end up in a log. */
  @Override
  public String toString() {
    return "WebhookView[" + id + "]";
  }

  /** A part of the list of webhooks. */
  @Schema(
      name = "WebhookPage",
      description = "A page of webhooks, oldest first. / 推送列表。",
      requiredProperties = {"items", "total"})
  record Page(
      @Schema(description = "The webhooks of this page") List<WebhookView> items,
      @Schema(description = "How many there are, on all pages", examples = "2") long total,
      @Schema(
              nullable = true,
              description = "The cursor of the next page; null on the last one",
              examples = "17")
          @JsonInclude(JsonInclude.Include.ALWAYS)
          @Nullable String next) {}
}
