package org.gongkai.crosscheck;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.check.Phrase;

/**
 * How much of a text stands in another one too.
 *
 * @param share of its characters that are part of a stretch which stands there, 0 to 1, two digits
 * @param part of the other text where the longest passage stands
 * @param start where the longest passage begins in the text
 * @param startThere where it begins in that part of the other text
 */
record Overlap(BigDecimal share, String part, int start, int end, int startThere, int endThere) {

  private static final int DIGITS = 2;

  /** A place of the other text. */
  private record Place(String part, PlainText text, int at) {}

  static Overlap of(PlainText text, Map<String, String> other, Phrase customary) {
    Map<Integer, Place> there = new HashMap<>();
    other.forEach(
        (part, words) -> {
          PlainText plain = PlainText.of(words, customary);
          int[] hashes = Shingles.hashes(plain);
          for (int i = 0; i < hashes.length; i++) {
            there.putIfAbsent(hashes[i], new Place(part, plain, i));
          }
        });
    int[] hashes = Shingles.hashes(text);
    int covered = 0;
    int until = 0;
    Place longest = null;
    int longestStart = 0;
    int longestLength = 0;
    for (int i = 0; i < hashes.length; i++) {
      Place place = there.get(hashes[i]);
      if (place == null) {
        continue;
      }
      int length = lengthOfRun(text, i, place);
      if (length >= Shingles.STRETCH) {
        int end = i + length;
        covered += Math.max(0, end - Math.max(until, i));
        until = Math.max(until, end);
        if (length > longestLength) {
          longest = place;
          longestStart = i;
          longestLength = length;
        }
        i = end - Shingles.STRETCH;
      }
    }
    if (longest == null) {
      return new Overlap(BigDecimal.ZERO, "", 0, 0, 0, 0);
    }
    PlainText found = longest.text();
    return new Overlap(
        BigDecimal.valueOf(covered)
            .divide(BigDecimal.valueOf(text.length()), DIGITS, RoundingMode.DOWN),
        longest.part(),
        text.origin(longestStart),
        text.origin(longestStart + longestLength - 1) + 1,
        found.origin(longest.at()),
        found.origin(longest.at() + longestLength - 1) + 1);
  }

  /** How many characters are the same from both places on. */
  private static int lengthOfRun(PlainText text, int from, Place place) {
    int length = 0;
    while (from + length < text.length()
        && place.at() + length < place.text().length()
        && text.at(from + length) == place.text().at(place.at() + length)) {
      length++;
    }
    return length;
  }
}
