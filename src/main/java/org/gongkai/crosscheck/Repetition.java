package org.gongkai.crosscheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.language.Phrase;

/**
 * What of a text stands in other texts word for word: stretches of eight characters or more, not
 * counting numerals, figures, marks and what every report must say.
 *
 * @param length characters that are compared
 * @param repeated how many of them are part of such a stretch
 * @param passages the stretches, in the order of the text; none begins before the one before ends
 */
public record Repetition(int length, int repeated, List<Passage> passages) {

  public Repetition {
    passages = List.copyOf(passages);
  }

  /**
   * A stretch that stands in both.
   *
   * @param start where it begins in the text
   * @param part of the other text where it stands, too
   * @param startThere where it begins in that part
   */
  public record Passage(int start, int end, String part, int startThere, int endThere) {}

  /** A place of the other text. */
  record Place(String part, PlainText text, int at) {}

  /** A stretch by its characters that are compared. */
  record Run(int start, int length, Place place) {

    /** Without what the stretch before it has already. */
    private Passage from(PlainText text, int first) {
      int skipped = first - start;
      PlainText there = place.text();
      return new Passage(
          text.origin(first),
          text.origin(start + length - 1) + 1,
          place.part(),
          there.origin(place.at() + skipped),
          there.origin(place.at() + length - 1) + 1);
    }
  }

  /**
   * Compares.
   *
   * @param other texts by their part
   * @param customary sentences that are left out
   */
  public static Repetition of(String text, Map<String, String> other, Phrase customary) {
    PlainText plain = PlainText.of(text, customary);
    List<Passage> passages = new ArrayList<>();
    int repeated = 0;
    int until = 0;
    for (Run run : runs(plain, other, customary)) {
      int first = Math.max(until, run.start());
      int end = run.start() + run.length();
      if (first < end) {
        passages.add(run.from(plain, first));
        repeated += end - first;
        until = end;
      }
    }
    return new Repetition(plain.length(), repeated, passages);
  }

  /** The stretches as they are found from the first character to the last; they may overlap. */
  static List<Run> runs(PlainText text, Map<String, String> other, Phrase customary) {
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
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < hashes.length; i++) {
      Place place = there.get(hashes[i]);
      int length = place == null ? 0 : lengthOfRun(text, i, place);
      if (place != null && length >= Shingles.STRETCH) {
        runs.add(new Run(i, length, place));
        i += length - Shingles.STRETCH;
      }
    }
    return runs;
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
