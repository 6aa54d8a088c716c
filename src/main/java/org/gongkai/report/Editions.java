package org.gongkai.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Per section the edition that a report follows, as stored JSON. */
public final class Editions {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<LinkedHashMap<String, String>> TYPE = new TypeReference<>() {};

  private Editions() {}

  static String write(Map<String, String> editions) {
    try {
      return JSON.writeValueAsString(editions);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Map<String, String> read(String stored) {
    try {
      return JSON.readValue(stored, TYPE);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
