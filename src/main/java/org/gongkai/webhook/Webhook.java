package org.gongkai.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.access.Role;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.WireCode;

/**
 * An address to which we send changes.
 *
 * @param number the order in which they were made
 * @param kinds sends only changes of these kinds; empty: all
 * @param role with the region, what it may get: as much as the key that made it may see; the region
 *     is empty for all
 * @param createdBy the key that made it
 * @param position position of the last change that deliveries exist for
 */
record Webhook(
    UUID id,
    long number,
    String url,
    WebhookSecret secret,
    Optional<List<String>> kinds,
    Role role,
    Optional<String> region,
    UUID createdBy,
    String createdByName,
    Instant createdAt,
    WebhookState state,
    Optional<EndedBy> endedBy,
    long position) {

  /**
   * Reads an id from an address.
   *
   * @throws ProblemException {@code not-found} where it is none
   */
  @SuppressWarnings("UnusedException") // says no more than we do
  static UUID id(String written) {
    try {
      return UUID.fromString(written);
    } catch (IllegalArgumentException e) {
      throw ProblemException.of(ProblemType.NOT_FOUND);
    }
  }

  boolean isActive() {
    return state == WebhookState.ACTIVE;
  }

  /**
   * The header {@code webhook-id}: the same at each attempt, so that receivers recognise
   * repetitions.
   */
  String messageId(long position) {
    return "msg_" + id.toString().replace("-", "").substring(0, 12) + "_" + position;
  }

  /** What has ended a webhook. */
  @Schema(name = "WebhookEnd", description = "What disabled a webhook. / 停用原因。")
  public enum EndedBy implements WireCode {
    /** It answered 410 Gone. */
    RECEIVER,
    /** The key that made it was revoked or has expired. */
    KEY;

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether a webhook gets changes. */
  public enum WebhookState implements WireCode {
    ACTIVE,
    DISABLED;

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
