package org.gongkai.language;

import java.util.List;

/**
 * A stretch of a text that is found fault with.
 *
 * @param masked its words as they may be repeated
 */
public record Span(int start, int end, String masked) {

  /** Shows the first and the last signs only. */
  public static Span hiding(String text, int start, int end, int first, int last) {
    StringBuilder masked = new StringBuilder(text.substring(start, end));
    for (int i = first; i < masked.length() - last; i++) {
      masked.setCharAt(i, '*');
    }
    return new Span(start, end, masked.toString());
  }

  public static Span showing(String text, int start, int end) {
    return new Span(start, end, text.substring(start, end));
  }

  /** The text with these spans masked, as long as it was. */
  public static String mask(String text, List<Span> spans) {
    if (spans.isEmpty()) {
      return text;
    }
    StringBuilder masked = new StringBuilder(text);
    spans.forEach(s -> masked.replace(s.start(), s.end(), s.masked()));
    return masked.toString();
  }
}
