package org.gongkai.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import org.gongkai.platform.Digests;
import org.gongkai.platform.Preconditions;

/** Answers with a tag of what is answered, so that whoever waits asks for little. */
@Singleton
class ImportAnswers {

  private static final int LENGTH = 12;

  private final ObjectMapper mapper;

  ImportAnswers(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  Response of(Object view, HttpHeaders headers) {
    byte[] body = written(view);
    String tag = '"' + HexFormat.of().formatHex(Digests.sha256(body), 0, LENGTH) + '"';
    Response.ResponseBuilder answer =
        Preconditions.isKnown(tag, headers)
            ? Response.notModified()
            : Response.ok(body, MediaType.APPLICATION_JSON_TYPE);
    return answer
        .header("ETag", tag)
        .header("Vary", "Accept-Language")
        .header("Cache-Control", "private, no-cache")
        .build();
  }

  private byte[] written(Object view) {
    try {
      return mapper.writeValueAsBytes(view);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
