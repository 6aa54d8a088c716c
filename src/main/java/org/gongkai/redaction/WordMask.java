package org.gongkai.redaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Masks words wherever they stand in a text. What is masked is as long as it was: findings name
 * places in the text, and these stay.
 */
final class WordMask {

  static final char SIGN = '*';

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final List<String> words;
  private final Set<String> names;

  /**
   * Prepares the mask.
   *
   * @param names of members, which stay: such may hold a word by chance. All others are words that
   *     somebody has written in the place of a number
   */
  WordMask(List<String> words, Set<String> names) {
    this.words = List.copyOf(words);
    this.names = Set.copyOf(names);
  }

  List<String> words() {
    return words;
  }

  /** Whether a word stands in a text of a JSON text, which may be null, however it is written. */
  boolean standsIn(@Nullable String json) {
    return json != null && !maskedJson(json).equals(json);
  }

  /** Whether a word stands in a text, which may be null. */
  boolean standsInText(@Nullable String text) {
    return text != null && words.stream().anyMatch(text::contains);
  }

  /** Which signs of a text are masked. */
  boolean[] hits(String text) {
    boolean[] hits = new boolean[text.length()];
    for (String word : words) {
      for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        Arrays.fill(hits, at, at + word.length(), true);
      }
    }
    return hits;
  }

  /** The text with the words masked. */
  String masked(String text) {
    return masked(text, 0, hits(text));
  }

  /**
   * A stretch of a text with those signs masked that are hit.
   *
   * @param at where it begins in the text
   */
  static String masked(String stretch, int at, boolean[] hits) {
    StringBuilder masked = new StringBuilder(stretch);
    for (int i = 0; i < stretch.length() && at + i < hits.length; i++) {
      if (hits[at + i]) {
        masked.setCharAt(i, SIGN);
      }
    }
    return masked.toString();
  }

  /** Whether a word stands in a text, which may be null. */
  static boolean stands(String word, @Nullable String text) {
    return text != null && text.contains(word);
  }

  /** What stands in a cell in place of a number, with the words masked. */
  JsonNode masked(JsonNode stated) {
    String written = stated.toString();
    String masked = maskedJson(written);
    try {
      return masked.equals(written) ? stated : JSON.readTree(masked);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A JSON text with the words masked in its texts, and in names of no member; all else stays to
   * the letter.
   */
  String maskedJson(String json) {
    StringBuilder masked = new StringBuilder(json.length());
    for (int at = 0; at < json.length(); ) {
      int end = json.charAt(at) == '"' ? endOfText(json, at) : at + 1;
      String written = json.substring(at, end);
      boolean isText =
          written.length() > 1
              && !(isName(json, end) && names.contains(written.substring(1, written.length() - 1)));
      masked.append(isText ? maskedText(written) : written);
      at = end;
    }
    return masked.toString();
  }

  private static int endOfText(String json, int begin) {
    int at = begin + 1;
    while (json.charAt(at) != '"') {
      at += json.charAt(at) == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  private static boolean isName(String json, int end) {
    int at = end;
    while (at < json.length() && Character.isWhitespace(json.charAt(at))) {
      at++;
    }
    return at < json.length() && json.charAt(at) == ':';
  }

  private String maskedText(String written) {
    try {
      String text = JSON.readValue(written, String.class);
      String masked = masked(text);
      return masked.equals(text) ? written : JSON.writeValueAsString(masked);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
