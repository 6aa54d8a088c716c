package org.gongkai.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.problem.JsonProblems;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Violation;

/**
 * Reads a document whose every word is kept: I-JSON (RFC 7493), so that its canonical form (RFC
 * 8785), and with it the digest on a receipt, says exactly what was sent.
 */
@Singleton
public final class StrictJson {

  private final ObjectMapper mapper;

  public StrictJson(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * Parses a body.
   *
   * @throws ProblemException {@code malformed-json}, or {@code invalid-request} that names each
   *     number or text which JSON cannot carry exactly
   */
  public JsonNode read(byte[] body) {
    requireUtf8(body);
    JsonNode root = parse(body);
    List<Violation> violations = new ArrayList<>();
    inspect(root, "", violations);
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
    return root;
  }

  private JsonNode parse(byte[] body) {
    try {
      JsonNode root = mapper.readTree(body);
      if (root == null || root.isMissingNode()) {
        throw ProblemException.of(ProblemType.MALFORMED_JSON, "请求体为空。", "The body is empty.");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw JsonProblems.of(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireUtf8(byte[] body) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
    } catch (CharacterCodingException e) {
      throw ProblemException.of(
          ProblemType.MALFORMED_JSON, "请求体不是 UTF-8 编码。", "The body is not UTF-8.");
    }
  }

  private static void inspect(JsonNode node, String pointer, List<Violation> violations) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              e -> {
                requireStorable(e.getKey(), pointer, violations);
                inspect(e.getValue(), pointer + "/" + escape(e.getKey()), violations);
              });
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        inspect(node.get(i), pointer + "/" + i, violations);
      }
    } else if (node.isTextual()) {
      requireStorable(node.textValue(), pointer, violations);
    } else if (node.isNumber() && !isExact(node.decimalValue())) {
      violations.add(
          Violation.at(
              pointer,
              "数字超出 JSON 能够精确交换的范围（RFC 7493）。",
              "A number that JSON cannot exchange exactly (RFC 7493)."));
    }
  }

  private static void requireStorable(String text, String pointer, List<Violation> violations) {
    if (!StorableText.isStorable(text)) {
      violations.add(
          Violation.at(
              pointer, "文本中含有 U+0000 或不成对的代理字符。", "The text has U+0000 or a lone surrogate."));
    }
  }

  /** Whether the number survives the double precision that RFC 8785 writes numbers in. */
  private static boolean isExact(BigDecimal number) {
    double rounded = number.doubleValue();
    return Double.isFinite(rounded)
        && new BigDecimal(Double.toString(rounded)).compareTo(number) == 0;
  }

  /** Escapes a key for a JSON pointer (RFC 6901). */
  public static String escape(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
