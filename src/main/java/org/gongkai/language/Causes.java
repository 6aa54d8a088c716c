package org.gongkai.language;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.language.Concepts.Token;

/**
 * What cases are about, said in many words: 针对青溪镇有关政府信息公开事务的行政复议. Whose it was and what it was
 * called there changes nothing, unless it tells some cases from others.
 */
final class Causes {

  private static final int LONGEST = 40;
  private static final List<String> BEGINS =
      List.of("针对", "因", "涉及", "与", "对", "就", "不服", "由", "以", "有关", "关于", "涉");

  /** Of some cases only: 因答复不当引起的. */
  private static final List<String> TELLS_APART = List.of("不当", "不及时", "逾期", "超期", "不作为", "不规范");

  private final RoleConcepts roles;

  Causes(RoleConcepts roles) {
    this.roles = roles;
  }

  /** The words with one for the cause; the same where none is told. */
  Stretch inShort(Stretch words, Clauses clauses) {
    List<Token> tokens = words.tokens();
    int at = 0;
    while (at < tokens.size() && !roles.caused.has(tokens.get(at).concept())) {
      at++;
    }
    int cause = Math.min(at, tokens.size() - 1);
    while (cause >= 0 && !roles.about.has(tokens.get(cause).concept())) {
      cause--;
    }
    if (at == tokens.size() || cause < 0) {
      return words;
    }
    int to = tokens.get(at).start();
    int from = begin(tokens.get(cause).start(), words, clauses);
    if (from < 0 || to - from > LONGEST || clauses.marks().hasOneOf(from, to, TELLS_APART)) {
      return words;
    }
    List<Token> others = new ArrayList<>();
    for (Token token : tokens) {
      if (token.end() <= from || token.start() >= to || token.equals(tokens.get(cause))) {
        others.add(token);
      }
    }
    return words.with(others, clauses.unexplained(from, to));
  }

  /** Whether it is said of some cases only: 因答复不当引起的诉讼未发生. */
  static boolean tellsApart(int from, int to, Marks marks) {
    return marks.hasOneOf(from, to, TELLS_APART);
  }

  /** Where the clause begins to tell the cause; less than 0 where it does not. */
  private int begin(int cause, Stretch words, Clauses clauses) {
    int start = words.tokens().getFirst().start();
    for (int i = start; i <= cause; i++) {
      if (clauses.marks().begins(i, BEGINS)) {
        return i;
      }
    }
    return -1;
  }
}
