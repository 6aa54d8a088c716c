package org.gongkai.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.gongkai.feed.ChangeView;

/**
 * A message to a receiver.
 *
 * @param id the same at each attempt
 * @param body the bytes that are signed and sent
 */
record Message(String id, byte[] body) {

  private record Body(String type, Instant timestamp, Object data) {}

  /** Writes messages. */
  @Singleton
  static final class Writer {

    private final ObjectMapper mapper;

    Writer(ObjectMapper mapper) {
      this.mapper = mapper;
    }

    Message of(Webhook webhook, ChangeView change) {
      return new Message(
          webhook.messageId(change.position()),
          write(new Body(change.kind(), change.at(), change)));
    }

    /** An empty message, to test whether one gets through. */
    Message ping(Webhook webhook, Instant now) {
      return new Message(
          "msg_ping_" + UUID.randomUUID().toString().replace("-", ""),
          write(new Body("webhook.ping", now, Map.of("webhook", webhook.id()))));
    }

    private byte[] write(Body body) {
      try {
        return mapper.writeValueAsBytes(body);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
