package org.gongkai.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import org.erdtman.jcs.NumberToJSON;

/**
 * The digest of a JSON document: that of its canonical form (RFC 8785), so that neither spaces nor
 * the order of keys matter and anybody can compute it again.
 */
public final class CanonicalJson {

  private static final Comparator<Map.Entry<String, JsonNode>> BY_KEY = Map.Entry.comparingByKey();

  private CanonicalJson() {}

  /** SHA-256 of the canonical form of an object or array. */
  public static byte[] digest(String json) {
    try {
      return Digests.sha256(new JsonCanonicalizer(json).getEncodedUTF8());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same of a document that {@link StrictJson} has read, which need not be parsed again. */
  public static byte[] digest(JsonNode root) {
    return Digests.sha256(text(root).getBytes(StandardCharsets.UTF_8));
  }

  static String text(JsonNode root) {
    StringBuilder text = new StringBuilder(1 << 13);
    write(root, text);
    return text.toString();
  }

  private static void write(JsonNode node, StringBuilder text) {
    switch (node.getNodeType()) {
      case OBJECT -> writeObject(node, text);
      case ARRAY -> {
        char before = '[';
        for (JsonNode element : node) {
          text.append(before);
          write(element, text);
          before = ',';
        }
        text.append(node.isEmpty() ? "[]" : "]");
      }
      case STRING -> writeText(node.textValue(), text);
      case NUMBER -> writeNumber(node, text);
      default -> text.append(node.asText());
    }
  }

  /** In the order of the UTF-16 units of their keys, which is how Java compares. */
  private static void writeObject(JsonNode node, StringBuilder text) {
    List<Map.Entry<String, JsonNode>> members = new ArrayList<>(node.properties());
    members.sort(BY_KEY);
    char before = '{';
    for (Map.Entry<String, JsonNode> member : members) {
      text.append(before);
      writeText(member.getKey(), text);
      text.append(':');
      write(member.getValue(), text);
      before = ',';
    }
    text.append(members.isEmpty() ? "{}" : "}");
  }

  private static void writeNumber(JsonNode node, StringBuilder text) {
    if (node.isInt()) {
      text.append(node.intValue());
      return;
    }
    try {
      text.append(NumberToJSON.serializeNumber(node.doubleValue()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeText(String value, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\b' -> text.append("\\b");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\f' -> text.append("\\f");
        case '\r' -> text.append("\\r");
        default -> {
          if (c < ' ') {
            text.append("\\u%04x".formatted((int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }
}
