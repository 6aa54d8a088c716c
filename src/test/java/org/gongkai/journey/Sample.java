package org.gongkai.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Real reports of the years 2019, 2021 and 2024, and the smallest that can be filed. */
public final class Sample {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private Sample() {}

  /** A bureau of a district: 2021, with the section on applications of the 2019 edition. */
  public static ObjectNode huancui(String organ) {
    return read("huancui-industry-bureau-2021.json", organ);
  }

  /** A general office: 2019, with most zeros left blank and {@code 251000元} in a cell. */
  public static ObjectNode shanghai(String organ) {
    return read("shanghai-general-office-2019.json", organ);
  }

  /** A whole city: 2024, with large numbers. */
  public static ObjectNode huaian(String organ) {
    return read("huaian-city-2024.json", organ);
  }

  /** A report that states nothing but zeros. */
  public static ObjectNode nil(String organ, int year) {
    ObjectNode report = JSON.createObjectNode().put("organ", organ).put("year", year);
    report.putArray("nil").add("disclosure").add("applications").add("contests");
    return report;
  }

  /** Puts a value where a pointer says, with what has to be above it. */
  public static ObjectNode with(ObjectNode report, String pointer, Object value) {
    int last = pointer.lastIndexOf('/');
    ObjectNode parent = last == 0 ? report : report.withObject(pointer.substring(0, last));
    parent.set(pointer.substring(last + 1), JSON.valueToTree(value));
    return report;
  }

  /** As JSON, whatever it is. */
  static JsonNode tree(Object value) {
    return JSON.valueToTree(value);
  }

  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode read(String name, String organ) {
    try (InputStream file = Sample.class.getResourceAsStream("/samples/" + name)) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return ((ObjectNode) json(text)).put("organ", organ);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
