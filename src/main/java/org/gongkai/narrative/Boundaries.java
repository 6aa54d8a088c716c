package org.gongkai.narrative;

import org.gongkai.language.SignSet;

/** Where the sentences of a passage end, and the clauses and items of which they are made. */
public final class Boundaries {

  /** Ends a sentence. */
  public static final SignSet SENTENCE = SignSet.of("。！？!?\n");

  /** Ends a sentence, or a part that could be one: 公开96条；答复3件. */
  public static final SignSet STRONG = SENTENCE.and('；').and(';');

  public static final SignSet CLAUSE = STRONG.and('，').and(',').and('：').and(':');

  /** A number ends what is said of it, and another begins. */
  public static final SignSet CLAUSE_OR_NUMBER = CLAUSE.and(Passage.QUANTITY);

  /** Ends a clause, or one of the items that it lists. */
  public static final SignSet ITEM = CLAUSE.and('、');

  private Boundaries() {}

  /** The words of its sentence before a place, so many signs at the most. */
  public static String sentenceBefore(String signs, int place, int most) {
    return before(SENTENCE, signs, place, most);
  }

  /** The words between some ends and a place, so many signs at the most. */
  public static String before(SignSet ends, String signs, int place, int most) {
    return signs.substring(ends.behindLast(signs, Math.max(0, place - most), place), place);
  }
}
