package org.gongkai.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.gongkai.platform.Preconditions;

/** Answers of the catalogue: they change with the program only, so each is written once. */
@Singleton
final class FormAnswers {

  private record Written(byte[] body, String tag) {}

  private final ObjectMapper mapper;
  private final Map<String, Written> written = new ConcurrentHashMap<>();

  FormAnswers(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * Answers with what was written under this name, or that the caller has it already.
   *
   * @param name of the answer; there are only as many as the catalogue has parts
   */
  Response of(String name, Supplier<Object> view, HttpHeaders headers) {
    Written answer = written.computeIfAbsent(name, n -> write(view.get()));
    Response.ResponseBuilder response =
        Preconditions.isKnown(answer.tag(), headers)
            ? Response.notModified()
            : Response.ok(answer.body());
    return response
        .header("ETag", answer.tag())
        .header("Cache-Control", "private, max-age=300")
        .build();
  }

  private Written write(Object view) {
    try {
      byte[] body = mapper.writeValueAsBytes(view);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return new Written(body, "\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
