package org.gongkai.language;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.gongkai.language.Concepts.Token;

/** Which signs of a sentence something explains: words, names in quotes, marks, those of dates. */
final class Explained {

  /** Signs that say nothing by themselves. */
  private static final SignSet NO_WORDS = SignSet.of("、0123456789年月日“”\"-，,；;:：()（）。\n");

  private static final char ACCOUNT = '@';

  private static final SignSet SPECIAL = NamedEntities.OPENS.and(ACCOUNT);

  /** How the name of an organ ends. */
  private static final SignSet ENDS_ORGAN = SignSet.of("省市县区旗州盟镇乡局委办厅部街处院所队会");

  /** How an organ above is called: 上级, 市局, 省厅. */
  private static final SignSet ABOVE = SignSet.of("上市省部国");

  private static final int LONGEST_ORGAN = 12;

  private final String sentence;

  /** By place: how many signs before it nothing explains. */
  private final int[] missing;

  /** Where names in quotes begin. */
  private final BitSet names = new BitSet();

  Explained(String sentence, List<Token> tokens) {
    this.sentence = sentence;
    int length = sentence.length();
    boolean[] explained = new boolean[length];
    for (Token token : tokens) {
      Arrays.fill(explained, token.start(), token.end(), true);
    }
    for (int i = SPECIAL.first(sentence, 0, length);
        i < length;
        i = SPECIAL.first(sentence, i + 1, length)) {
      int end = NamedEntities.close(sentence, i);
      if (end > i) {
        Arrays.fill(explained, i, end + 1, true);
        names.set(i);
        i = end;
      } else if (sentence.charAt(i) == ACCOUNT) {
        int last = Math.min(length, i + NamedEntities.LONGEST);
        Arrays.fill(explained, i, Math.min(last, nextWord(tokens, i, last)), true);
      }
    }
    missing = new int[length + 1];
    for (int i = 0; i < length; i++) {
      boolean says = !explained[i] && !NO_WORDS.has(sentence.charAt(i));
      missing[i + 1] = missing[i] + (says ? 1 : 0);
    }
  }

  /** Whether a sign says something: no mark, and none of a date. A number says something. */
  static boolean isPartOfWord(char sign) {
    return !NO_WORDS.has(sign);
  }

  private static int nextWord(List<Token> tokens, int from, int otherwise) {
    for (Token token : tokens) {
      if (token.end() > from) {
        return Math.max(from, token.start());
      }
    }
    return otherwise;
  }

  /** How many signs nothing explains. */
  int missing(int from, int to) {
    return missing[to] - missing[from];
  }

  /** How many of some signs nothing explains. */
  int missing(BitSet some, int from, int to) {
    int count = 0;
    for (int i = some.nextSetBit(from); i >= 0 && i < to; i = some.nextSetBit(i + 1)) {
      count += missing(i, i + 1);
    }
    return count;
  }

  /** Whether a place is in a name in quotes. */
  boolean isInName(int place) {
    int opens = names.previousSetBit(place);
    return opens >= 0 && NamedEntities.close(sentence, opens) > place;
  }

  /** Whether a name in quotes begins between two places. */
  boolean hasName(int from, int to) {
    int name = names.nextSetBit(from);
    return name >= 0 && name < to;
  }

  /** Whether nothing explains what stands right before words: 超期答复. */
  boolean isStrangeInFrontOf(Stretch words) {
    int first = words.tokens().isEmpty() ? 0 : words.tokens().getFirst().start();
    return first > 0 && missing(first - 1, first) > 0;
  }

  /** How many of the signs that nothing explains name organs: 申请市文旅局未收到. */
  int organsBetween(int from, int to) {
    int signs = 0;
    for (int i = from; i < to; i++) {
      int start = i;
      while (i < to && missing(i, i + 1) > 0) {
        i++;
      }
      int length = i - start;
      boolean organ =
          length > 1
              && length <= LONGEST_ORGAN
              && ENDS_ORGAN.has(sentence.charAt(i - 1))
              && !ABOVE.has(sentence.charAt(start));
      signs += organ ? length : 0;
    }
    return signs;
  }
}
