package org.gongkai.platform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * Jackson, made strict. Its defaults are unsafe for counts: 1.9 becomes 1, "12" becomes 12, unknown
 * keys vanish and the last of two equal keys wins.
 */
@Singleton
public final class JsonSettings implements ObjectMapperCustomizer {

  /** A report nests six deep; what nests deeper than this is an attack. */
  static final int DEEPEST = 64;

  /** No key of ours is half as long, and a refusal names the keys on the way to what is wrong. */
  private static final int LONGEST_KEY = 200;

  @Override
  public void customize(ObjectMapper mapper) {
    strict(mapper);
  }

  /** Applies the settings to a mapper that is not the container's. */
  public static ObjectMapper strict(ObjectMapper mapper) {
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxNameLength(LONGEST_KEY)
                .maxNumberLength(400)
                .build());
    mapper
        .getFactory()
        .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
    mapper.configure(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION, false);
    mapper.configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true);
    mapper.configure(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, true);
    mapper.configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true);
    mapper.configure(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY, true);
    mapper.configure(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS, true);
    mapper.configure(DeserializationFeature.ACCEPT_FLOAT_AS_INT, false);
    mapper.configure(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, true);
    mapper.configure(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, false);
    mapper.setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));
    mapper.setConfig(
        mapper.getDeserializationConfig().without(MapperFeature.ALLOW_COERCION_OF_SCALARS));
    for (LogicalType type :
        new LogicalType[] {
          LogicalType.Textual,
          LogicalType.Integer,
          LogicalType.Float,
          LogicalType.Boolean,
          LogicalType.Enum
        }) {
      for (CoercionInputShape shape : CoercionInputShape.values()) {
        if (shape != natural(type)) {
          mapper.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
        }
      }
    }
    mapper
        .coercionConfigFor(LogicalType.Float)
        .setCoercion(CoercionInputShape.Integer, CoercionAction.TryConvert);
    mapper.registerModule(new JavaTimeModule());
    mapper.registerModule(
        new SimpleModule("gongkai")
            .addDeserializer(String.class, new TextDeserializer())
            .addDeserializer(
                Instant.class,
                new MomentDeserializer<>(
                    Instant.class, DateTimeFormatter.ISO_OFFSET_DATE_TIME, Instant::from))
            .addDeserializer(
                LocalDate.class,
                new MomentDeserializer<>(
                    LocalDate.class, DateTimeFormatter.ISO_LOCAL_DATE, LocalDate::from)));
    return mapper;
  }

  private static CoercionInputShape natural(LogicalType type) {
    return switch (type) {
      case Integer -> CoercionInputShape.Integer;
      case Float -> CoercionInputShape.Float;
      case Boolean -> CoercionInputShape.Boolean;
      default -> CoercionInputShape.String;
    };
  }
}
