package org.gongkai.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import org.gongkai.platform.Preconditions;

/** Answers with a tag of what is answered, so that whoever waits asks for little. */
@Singleton
class ImportAnswers {

  private final ObjectMapper mapper;

  ImportAnswers(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  Response of(Object view, HttpHeaders headers) {
    byte[] body = written(view);
    return Preconditions.tagged(body, "Accept-Language", headers);
  }

  private byte[] written(Object view) {
    try {
      return mapper.writeValueAsBytes(view);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
