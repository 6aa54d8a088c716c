package org.gongkai.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.UncheckedIOException;
import java.util.List;

/** Findings as they are stored: JSON without words. */
public final class Findings {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();
  private static final TypeReference<List<Finding>> LIST = new TypeReference<>() {};

  private Findings() {}

  public static String write(List<Finding> findings) {
    try {
      return JSON.writerFor(LIST).writeValueAsString(findings);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<Finding> read(String stored) {
    try {
      return JSON.readValue(stored, LIST);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
