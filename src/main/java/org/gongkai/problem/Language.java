package org.gongkai.problem;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that text for people comes in. Codes are never translated. */
public enum Language {
  ZH,
  EN;

  /** The language that a request asks for. */
  public static Language of(HttpHeaders headers) {
    return of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }

  /**
   * Picks a language.
   *
   * @param acceptable the caller's languages, best first; Chinese when none of them is spoken here
   */
  private static Language of(List<Locale> acceptable) {
    for (Locale locale : acceptable) {
      switch (locale.getLanguage()) {
        case "zh" -> {
          return ZH;
        }
        case "en" -> {
          return EN;
        }
        default -> {
          // the next best
        }
      }
    }
    return ZH;
  }

  /**
   * Picks the language for an {@code Accept-Language} header; Chinese when there is none or it is
   * malformed.
   */
  static Language of(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return ZH;
    }
    try {
      return of(
          Locale.LanguageRange.parse(header).stream()
              .filter(range -> range.getWeight() > 0)
              .map(range -> Locale.forLanguageTag(range.getRange()))
              .toList());
    } catch (IllegalArgumentException e) {
      return ZH;
    }
  }

  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
