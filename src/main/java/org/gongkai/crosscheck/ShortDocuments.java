package org.gongkai.crosscheck;

import java.util.Optional;

/**
 * Texts of which no part is long enough to be compared by itself. All parts together are the same
 * as those of another organ only where one document was filed under two codes.
 */
final class ShortDocuments {

  /** What is shorter is what every report says. */
  private static final int SHORTEST = 24;

  /** Numbers that stand for it; another must have all of them. */
  private static final int SKETCH = 4;

  private ShortDocuments() {}

  /** All words of a text that is so short; empty where it is not, or says hardly anything. */
  static Optional<PlainText> of(PlainNarrative text, int shortestPart) {
    if (text.parts().values().stream().anyMatch(part -> part.length() >= shortestPart)) {
      return Optional.empty();
    }
    PlainText all = PlainText.joined(text.parts().values());
    return all.length() < SHORTEST ? Optional.empty() : Optional.of(all);
  }

  static Shingles sketch(PlainText all) {
    return Shingles.smallest(all, SKETCH);
  }

  /** The part that is shown: the longest. */
  static String shown(PlainNarrative text) {
    return text.parts().entrySet().stream()
        .max((a, b) -> Integer.compare(a.getValue().length(), b.getValue().length()))
        .orElseThrow()
        .getKey();
  }
}
