package org.gongkai.crosscheck;

import java.util.Arrays;
import java.util.Collection;
import org.gongkai.language.Glyphs;
import org.gongkai.language.Phrase;
import org.gongkai.language.SignSet;

/**
 * What a text says in words alone: its Chinese characters, without numerals, figures and marks, and
 * without the sentences that every report must have. Two texts that differ only in their numbers
 * are the same; each character knows where it stands in the text.
 */
public final class PlainText {

  private static final String NUMERALS = "一二三四五六七八九十百千万亿零〇两";
  private static final SignSet SENTENCE_ENDS = SignSet.of("。！？；!?;\n");

  /** Signs of words. */
  private static final SignSet WORDS =
      SignSet.where(sign -> sign >= '\u4e00' && sign <= '\u9fff' && NUMERALS.indexOf(sign) < 0);

  /** Nothing longer is compared beyond this. */
  private static final int LONGEST = 60_000;

  private final char[] signs;
  private final int[] origins;

  private PlainText(char[] signs, int[] origins) {
    this.signs = signs;
    this.origins = origins;
  }

  /**
   * Reads a text.
   *
   * @param customary sentences that are left out
   */
  public static PlainText of(String sent, Phrase customary) {
    String text = Glyphs.read(sent);
    int length = Math.min(text.length(), LONGEST);
    char[] signs = new char[length];
    int[] origins = new int[length];
    int size = 0;
    for (int start = 0; start < length; ) {
      int end = SENTENCE_ENDS.first(text, start, length);
      if (!customary.isIn(text, start, end)) {
        for (int i = start; i < end; i++) {
          if (WORDS.has(text.charAt(i))) {
            signs[size] = text.charAt(i);
            origins[size++] = i;
          }
        }
      }
      start = end + 1;
    }
    return new PlainText(Arrays.copyOf(signs, size), Arrays.copyOf(origins, size));
  }

  /** Several texts one after the other; where its characters stand is of no use. */
  static PlainText joined(Collection<PlainText> texts) {
    StringBuilder signs = new StringBuilder();
    texts.forEach(text -> signs.append(text.signs));
    return new PlainText(signs.toString().toCharArray(), new int[signs.length()]);
  }

  boolean isTheSameAs(PlainText other) {
    return Arrays.equals(signs, other.signs);
  }

  int length() {
    return signs.length;
  }

  char at(int place) {
    return signs[place];
  }

  /** Where a character stands in the text. */
  int origin(int place) {
    return origins[place];
  }
}
