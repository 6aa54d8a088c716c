package org.gongkai.language;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.language.Concepts.Token;

/** Names in a sentence, of which the words do not mean what they mean elsewhere. */
final class NamedEntities {

  static final int LONGEST = 30;

  private static final String OPENING = "“《\"";
  static final SignSet OPENS = SignSet.of(OPENING);
  private static final String CLOSING = "”》\"";
  private static final Pattern ORGAN_BEHIND =
      Pattern.compile(
          "(?:服务|管理|保障|事务|交易|执法|督查){0,2}(?:局|中心|委员会|办公室|厅|总站|办(?![理结公事件法])|委(?![托员])|处(?![理置罚分]))");

  /** With what that begins. */
  private static final SignSet ORGANS = SignSet.of("服管保事交执督局中委办厅总");

  private static final Pattern COLUMN = Pattern.compile("(?:等)?(?:栏目|专栏|板块|频道|模块|系统|平台)");

  private NamedEntities() {}

  /** Where a name in quotes that opens at a place closes; less than the place where none opens. */
  static int close(String sentence, int place) {
    int opens = OPENING.indexOf(sentence.charAt(place));
    int end = opens < 0 ? -1 : sentence.indexOf(CLOSING.charAt(opens), place + 1);
    return end - place < LONGEST ? end : -1;
  }

  /**
   * Leaves only the words outside of names: what is done in the name of an account, or by what
   * means, is not done (“青溪发布”), and an organ has its name from what it deals with (信访局). A name in
   * quotes can be that of an account by its last word: 《青溪市人民政府公报》
   */
  static List<Token> outside(List<Token> words, String sentence, RoleConcepts roles) {
    List<Token> outside = new ArrayList<>(words);
    outside.removeIf(t -> roles.namedAfter.has(t.concept()) && isInOrgan(t, sentence));
    int length = sentence.length();
    BitSet accounts = starts(outside, roles.accounts);
    for (int i = OPENS.first(sentence, 0, length);
        i < length;
        i = OPENS.first(sentence, i + 1, length)) {
      int end = close(sentence, i);
      if (end > i) {
        leaveOut(outside, sentence, i + 1, end, accounts.get(end + 1), roles);
        i = end;
      }
    }
    return outside;
  }

  private static BitSet starts(List<Token> words, ConceptSet sort) {
    BitSet starts = new BitSet();
    for (Token word : words) {
      if (sort.has(word.concept())) {
        starts.set(word.start());
      }
    }
    return starts;
  }

  /**
   * Leaves out the words of a name between two places, if it is not made of words alone.
   *
   * @param ofAccount whether an account follows, of which it is the name: “青溪政府网”微信公众号
   */
  private static void leaveOut(
      List<Token> words,
      String sentence,
      int from,
      int end,
      boolean ofAccount,
      RoleConcepts roles) {
    int read = 0;
    for (Token token : words) {
      if (token.start() >= from && token.end() <= end) {
        read += token.end() - token.start();
      }
    }
    if (read < end - from
        || ofAccount
        || COLUMN.matcher(sentence).region(end + 1, sentence.length()).lookingAt()) {
      words.removeIf(
          token ->
              token.start() >= from
                  && token.end() <= end
                  && (token.end() < end
                      || !roles.quotable.has(token.concept())
                      || ofAccount && roles.main.has(token.concept())));
    }
  }

  private static boolean isInOrgan(Token word, String sentence) {
    return ORGANS.isIn(sentence, word.end(), Math.min(sentence.length(), word.end() + 1))
        && ORGAN_BEHIND.matcher(sentence).region(word.end(), sentence.length()).lookingAt();
  }
}
