package org.gongkai.benchmark;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the service answered. */
record Answer(int status, String tag, byte[] body) {

  /** No number passes through a double: sums are compared exactly. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  Answer expecting(int wanted) {
    if (status != wanted) {
      throw new Unmeasurable("Status %d instead of %d: %s".formatted(status, wanted, text()));
    }
    return this;
  }

  JsonNode json() throws IOException {
    return JSON.readTree(body);
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
