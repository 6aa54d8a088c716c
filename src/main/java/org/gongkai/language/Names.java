package org.gongkai.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.language.Concepts.Token;

/** Names in a sentence, of which the words do not mean what they mean elsewhere. */
final class Names {

  static final int LONGEST = 30;

  private static final String OPENING = "“《\"";
  private static final String CLOSING = "”》\"";
  private static final Pattern ORGAN_BEHIND =
      Pattern.compile("(?:服务|管理|保障|事务|交易|执法|督查){0,2}(?:局|中心|委员会|办公室|厅|总站)");

  /** 信访局, 新闻办公室. */
  private static final Set<String> NAMED_AFTER = Set.of(Language.OTHER_THING, Language.PIECE);

  private static final Pattern COLUMN = Pattern.compile("(?:等)?(?:栏目|专栏|板块|频道|模块|系统|平台)");

  private Names() {}

  /** Where a name in quotes that opens at a place closes; less than the place where none opens. */
  static int close(String sentence, int place) {
    int opens = OPENING.indexOf(sentence.charAt(place));
    int end = opens < 0 ? -1 : sentence.indexOf(CLOSING.charAt(opens), place + 1);
    return end - place < LONGEST ? end : -1;
  }

  /**
   * The words outside of names: what is done in the name of an account, or by what means, is not
   * done (“青溪发布”), and an organ has its name from what it deals with (信访局).
   *
   * @param accounts what a name in quotes can be the name of by its last word: 《青溪市人民政府公报》
   */
  static List<Token> outside(List<Token> words, String sentence, Set<String> accounts) {
    List<Token> outside = new ArrayList<>(words);
    outside.removeIf(t -> NAMED_AFTER.contains(t.concept()) && isInOrgan(t, sentence));
    for (int i = 0; i < sentence.length(); i++) {
      int end = close(sentence, i);
      if (end > i) {
        int from = i + 1;
        List<Token> inside =
            outside.stream().filter(t -> t.start() >= from && t.end() <= end).toList();
        int read = inside.stream().mapToInt(t -> t.end() - t.start()).sum();
        if (read < end - from
            || COLUMN.matcher(sentence).region(end + 1, sentence.length()).lookingAt()) {
          inside.stream()
              .filter(t -> t.end() < end || !accounts.contains(t.concept()))
              .forEach(outside::remove);
        }
        i = end;
      }
    }
    return outside;
  }

  private static boolean isInOrgan(Token word, String sentence) {
    return ORGAN_BEHIND.matcher(sentence).region(word.end(), sentence.length()).lookingAt();
  }
}
