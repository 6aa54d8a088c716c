package org.gongkai.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A stored answer, for repetitions of the request.
 *
 * @param body as sent: JSON, or a text of the type that the headers say; empty for an answer
 *     without one
 */
record StoredResponse(int status, Map<String, String> headers, String body) {

  /** Says that an answer is the repetition of one. */
  static final String REPLAYED = "Idempotency-Replayed";

  static StoredResponse of(Response answer, ObjectMapper mapper) {
    Map<String, String> headers = new LinkedHashMap<>();
    answer.getHeaders().forEach((name, values) -> headers.put(name, values.getFirst().toString()));
    return new StoredResponse(answer.getStatus(), headers, written(answer.getEntity(), mapper));
  }

  private static String written(Object entity, ObjectMapper mapper) {
    try {
      return switch (entity) {
        case null -> "";
        case String text -> text;
        default -> mapper.writeValueAsString(entity);
      };
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  Response toResponse() {
    Response.ResponseBuilder answer = Response.status(status).header(REPLAYED, "true");
    headers.forEach(answer::header);
    return body.isEmpty()
        ? answer.build()
        : answer
            .type(headers.getOrDefault(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON))
            .entity(body)
            .build();
  }
}
