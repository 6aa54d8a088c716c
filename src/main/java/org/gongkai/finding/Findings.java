package org.gongkai.finding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Findings as they are stored: JSON without words. */
public final class Findings {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          // the database keeps the members of objects in an order of its own
          .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          // and numbers plainly: 100, where BigDecimal says 1E+2
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();
  private static final TypeReference<List<Finding>> LIST = new TypeReference<>() {};

  private Findings() {}

  public static String write(@Nullable List<Finding> findings) {
    try {
      return JSON.writerFor(LIST).writeValueAsString(findings);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same findings in the same words, however the database has written them. */
  public static String canonical(String stored) {
    return write(read(stored));
  }

  public static List<Finding> read(String stored) {
    try {
      return JSON.readValue(stored, LIST);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
