package org.gongkai.problem;

/**
 * A text for people, in both languages.
 *
 * @param zh Chinese; where an official label exists, exactly that
 * @param en English, in the field's standard terms
 */
public record Text(String zh, String en) {

  public String in(Language language) {
    return switch (language) {
      case ZH -> zh;
      case EN -> en;
    };
  }

  /** Fills {@code %s} places of both languages with the same values. */
  public Text with(Object... values) {
    return new Text(zh.formatted(values), en.formatted(values));
  }
}
