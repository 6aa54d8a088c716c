package org.gongkai.language;

import java.util.BitSet;
import java.util.List;
import org.gongkai.language.Concepts.Token;

/** Which signs of a sentence something explains: words, names in quotes, marks, those of dates. */
final class Explained {

  /** Signs that say nothing by themselves. */
  private static final String NO_WORDS = "、0123456789年月日“”\"-，,；;:：()（）。\n";

  private final BitSet signs;

  /** Where names in quotes begin. */
  private final BitSet names = new BitSet();

  Explained(String sentence, List<Token> tokens) {
    this.signs = new BitSet(sentence.length());
    tokens.forEach(token -> signs.set(token.start(), token.end()));
    BitSet read = (BitSet) signs.clone();
    for (int i = 0; i < sentence.length(); i++) {
      int end = Names.close(sentence, i);
      if (end > i) {
        signs.set(i, end + 1);
        names.set(i);
        i = end;
      }
      char sign = sentence.charAt(i);
      if (sign == '@') {
        int next = read.nextSetBit(i);
        int last = Math.min(sentence.length(), i + Names.LONGEST);
        signs.set(i, next < 0 ? last : Math.min(next, last));
      }
      if (NO_WORDS.indexOf(sign) >= 0) {
        signs.set(i);
      }
    }
  }

  /** How many signs nothing explains. */
  int missing(int from, int to) {
    return to - from - signs.get(from, to).cardinality();
  }

  /** How many of some signs nothing explains. */
  int missing(BitSet some, int from, int to) {
    BitSet missing = some.get(from, to);
    missing.andNot(signs.get(from, to));
    return missing.cardinality();
  }

  /** Whether a name in quotes begins between two places. */
  boolean hasName(int from, int to) {
    int name = names.nextSetBit(from);
    return name >= 0 && name < to;
  }
}
