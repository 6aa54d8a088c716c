package org.gongkai.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.gongkai.problem.JsonProblems;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Text;
import org.gongkai.problem.UnstorableText;
import org.gongkai.problem.Violation;

/**
 * Reads a document whose every word is kept: I-JSON (RFC 7493), so that its canonical form (RFC
 * 8785), and with it the digest on a receipt, says exactly what was sent.
 */
@Singleton
public final class StrictJson {

  /** More than this help nobody, and a hostile body may have a million. */
  private static final int MOST = 100;

  private static final String BYTE_ORDER_MARK = "\ufeff";

  private static final Text INEXACT =
      new Text(
          "数字超出 JSON 能够精确交换的范围（RFC 7493）。",
          "A number that JSON cannot exchange exactly (RFC 7493).");

  private final ObjectMapper mapper;

  public StrictJson(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * The text of a body: UTF-8, less the byte order mark that some editors put before it.
   *
   * @throws ProblemException {@code malformed-json} where it is no UTF-8
   */
  @SuppressWarnings("UnusedException") // says no more than we do
  public static String text(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw ProblemException.of(
          ProblemType.MALFORMED_JSON, "请求体不是 UTF-8 编码。", "The body is not UTF-8.");
    }
  }

  /**
   * Parses a text. It is no longer bytes, for of those the parser would guess the encoding.
   *
   * @throws ProblemException {@code malformed-json}, or {@code invalid-request} that names the
   *     first numbers and texts which JSON cannot carry exactly
   */
  public JsonNode read(String text) {
    return read(text, 1);
  }

  /**
   * The same of a part of a file.
   *
   * @param line of the file that the text begins in, from 1
   */
  public JsonNode read(String text, long line) {
    JsonNode root = parse(text, line);
    List<Violation> violations = new ArrayList<>();
    inspect(root, new ArrayDeque<>(), violations);
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
    return root;
  }

  @SuppressWarnings("UnusedException") // says no more than we do
  private JsonNode parse(String text, long line) {
    try {
      JsonNode root = mapper.readTree(text);
      if (root == null || root.isMissingNode()) {
        throw ProblemException.emptyBody();
      }
      return root;
    } catch (JsonProcessingException e) {
      throw JsonProblems.of(e, line);
    } catch (NumberFormatException e) {
      // what the parser throws, bare, at an exponent of more than ten digits
      throw ProblemException.of(
          ProblemType.MALFORMED_JSON,
          "数字的指数超出范围。",
          "A number has an exponent that is out of range.");
    }
  }

  /** The path is written out only where something is wrong: a long one can have many places. */
  private static void inspect(JsonNode node, Deque<String> path, List<Violation> violations) {
    if (violations.size() >= MOST) {
      return;
    }
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        if (StorableText.isStorable(member.getKey())) {
          path.addLast(member.getKey());
          inspect(member.getValue(), path, violations);
          path.removeLast();
        } else {
          violations.add(new Violation(pointer(path), UnstorableText.KEY));
        }
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        path.addLast(String.valueOf(i));
        inspect(node.get(i), path, violations);
        path.removeLast();
      }
    } else if (node.isTextual() && !StorableText.isStorable(node.textValue())) {
      violations.add(new Violation(pointer(path), UnstorableText.WHY));
    } else if (node.isNumber() && !node.isInt() && !isExact(node.decimalValue())) {
      violations.add(new Violation(pointer(path), INEXACT));
    }
  }

  private static String pointer(Deque<String> path) {
    StringBuilder pointer = new StringBuilder();
    path.forEach(key -> pointer.append('/').append(escape(key)));
    return pointer.toString();
  }

  /**
   * Whether the number survives the double precision that RFC 8785 writes numbers in, as every int
   * does.
   */
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
