package org.gongkai.language;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the marks and numbers of a sentence divide it, whatever its words mean. */
final class Marks {

  private static final SignSet ENDS = SignSet.of("，,；;:：()（）。\n");
  private static final SignSet STRONG_ENDS = SignSet.of("；;。\n");
  private static final SignSet COMMAS = SignSet.of("，,");
  private static final SignSet BEFORE_A_CLAUSE = SignSet.of("，,；;除");
  private static final SignSet DIGITS = SignSet.of("0123456789");
  private static final SignSet BEFORE_A_LIST = SignSet.of("，,:：(（");
  private static final int LONGEST_KIND = 12;
  private static final char AND = '、';
  private static final char MONTH = '月';

  private final String sentence;
  private final char quantity;
  private final List<String> lists;
  private final boolean hasBrackets;
  private int @Nullable [] opens;

  /**
   * Of a sentence.
   *
   * @param lists words that open a list of what a number counts
   */
  Marks(String sentence, char quantity, List<String> lists) {
    this.sentence = sentence;
    this.quantity = quantity;
    this.lists = lists;
    this.hasBrackets = sentence.indexOf(')') >= 0;
  }

  int length() {
    return sentence.length();
  }

  boolean isOneOf(int place, SignSet signs) {
    return signs.has(sentence.charAt(place));
  }

  boolean isComma(int place) {
    return COMMAS.has(sentence.charAt(place));
  }

  boolean isEnd(int place) {
    return ENDS.has(sentence.charAt(place));
  }

  boolean isStrongEnd(int place) {
    return STRONG_ENDS.has(sentence.charAt(place));
  }

  boolean isAnd(int place) {
    return sentence.charAt(place) == AND;
  }

  /** Whether an item ends here: with its clause, with the next item, or with a number. */
  boolean endsItem(int place) {
    char sign = sentence.charAt(place);
    return sign == quantity || sign == AND || ENDS.has(sign);
  }

  /** Where the item of a number ends. */
  int itemEnd(int number) {
    int end = number + 1;
    while (end < sentence.length() && !endsItem(end)) {
      end++;
    }
    return end;
  }

  boolean isNumber(int place) {
    return place < sentence.length() && sentence.charAt(place) == quantity;
  }

  /** Where the next number stands; behind the end where none does. */
  int nextNumber(int from) {
    int number = sentence.indexOf(quantity, from);
    return number < 0 ? sentence.length() : number;
  }

  boolean hasNumber(int from, int to) {
    int number = sentence.indexOf(quantity, from);
    return number >= 0 && number < to;
  }

  /** Where the clause of a place begins. */
  int clauseStart(int place) {
    return ENDS.behindLast(sentence, 0, place);
  }

  /** Where the clause behind a place ends. */
  int clauseEnd(int place) {
    return ENDS.first(sentence, Math.min(place + 1, sentence.length()), sentence.length());
  }

  /** Behind the last strong mark before a place. */
  int strongStart(int place) {
    return STRONG_ENDS.behindLast(sentence, 0, place);
  }

  /** Where the next strong mark stands from a place on; the end where none does. */
  int strongEnd(int place) {
    return STRONG_ENDS.first(sentence, place, sentence.length());
  }

  /** Whether the words behind a word lead to a number in the same clause. */
  boolean leadsToNumber(int place) {
    int number = sentence.indexOf(quantity, place);
    return number >= 0 && number < clauseEnd(place);
  }

  /**
   * Where the list begins that stands behind a number with another one; less than 0 where none
   * does.
   */
  int listBehind(int number) {
    for (String opens : lists) {
      int at = number + 1;
      while (at < sentence.length() && BEFORE_A_LIST.has(sentence.charAt(at))) {
        at++;
      }
      if (sentence.startsWith(opens, at)) {
        return hasNumber(at, sentence.length()) ? at + opens.length() : -1;
      }
    }
    return -1;
  }

  /** The same, where a mark may open the list, too: 公开12条：网站5条、微信7条. */
  int markedListBehind(int number) {
    int at = number + 1;
    boolean opens = false;
    while (at < sentence.length() && BEFORE_A_LIST.has(sentence.charAt(at))) {
      opens |= !COMMAS.has(sentence.charAt(at));
      at++;
    }
    int list = listBehind(number);
    return list < 0 && opens ? at : list;
  }

  /** Whether a clause opens with a number, so that words before it are of another one. */
  boolean opensClause(int place) {
    return place > 0 && BEFORE_A_CLAUSE.has(sentence.charAt(place - 1));
  }

  /** Whether there is an enumeration between two places. */
  boolean enumerates(int from, int to) {
    int and = sentence.indexOf(AND, from);
    return and >= 0 && and < to;
  }

  /** Whether an item of the same list follows a number: 信息8条、公告2条. */
  boolean isListed(int place) {
    return place + 1 < sentence.length()
        && sentence.charAt(place + 1) == AND
        && leadsToNumber(place + 1);
  }

  /** Whether what stands between two numbers is the next item, or the next short clause. */
  boolean goesOn(int number, int next) {
    int start = number + 2;
    return start < next
        && next - start <= LONGEST_KIND
        && (isComma(number + 1) || isAnd(number + 1))
        && ENDS.first(sentence, start, next) == next;
  }

  /** Whether an enumeration leads to a place from what has no number: 美篇、 but not 网站(12条)、 */
  boolean continuesAt(int place) {
    return place > 1 && sentence.charAt(place - 1) == AND && !endsItemWithNumber(place - 2);
  }

  /** 网站12条、 or 网站(12条)、 */
  private boolean endsItemWithNumber(int place) {
    int last = place > 0 && sentence.charAt(place) == ')' ? place - 1 : place;
    return sentence.charAt(last) == quantity;
  }

  /**
   * Whether the clause of a number opens with such a word, behind at least two that were listed.
   */
  boolean addsUp(int place, Set<String> totals) {
    int start = place;
    while (start > 0
        && sentence.charAt(start - 1) != quantity
        && !ENDS.has(sentence.charAt(start - 1))) {
      start--;
    }
    int last = start - 2;
    return last > 0
        && sentence.charAt(last) == quantity
        && sentence.lastIndexOf(quantity, last - 1) >= 0
        && begins(start, totals);
  }

  /** Whether a word stands between two places. */
  boolean says(int from, int to, String word) {
    int at = sentence.indexOf(word, from);
    return at >= 0 && at + word.length() <= to;
  }

  /** Whether one of some words begins at a place. */
  boolean begins(int place, Iterable<String> words) {
    for (String word : words) {
      if (sentence.startsWith(word, place)) {
        return true;
      }
    }
    return false;
  }

  /** Where what stands between two places stands again, from a place on; less than 0 nowhere. */
  int next(int from, int to, int at) {
    return sentence.indexOf(sentence.substring(from, to), at);
  }

  /** Whether what stands between two places is one of some words. */
  boolean isWord(int from, int to, List<String> words) {
    for (String word : words) {
      if (word.length() == to - from && sentence.startsWith(word, from)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of some words ends at a place. */
  boolean endsWith(int place, List<String> words) {
    for (String word : words) {
      if (sentence.startsWith(word, place - word.length())) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of some words stands between two places. */
  boolean hasOneOf(int from, int to, List<String> words) {
    for (String word : words) {
      if (says(from, to, word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of some signs stands between two places. */
  boolean joins(int from, int to, SignSet signs) {
    return signs.isIn(sentence, from, to);
  }

  /** Whether one of some signs stands between two places, and in no name in quotes. */
  boolean joinsOutsideNames(int from, int to, SignSet signs) {
    for (int i = from; i < to; i++) {
      int end = NamedEntities.close(sentence, i);
      if (end > i) {
        i = end;
      } else if (signs.has(sentence.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Where a bracket opens that closes right before a place; less than 0 where none does. */
  int opensBefore(int place) {
    return place > 0 && ")）".indexOf(sentence.charAt(place - 1)) >= 0
        ? Math.max(sentence.lastIndexOf('(', place - 1), sentence.lastIndexOf('（', place - 1))
        : -1;
  }

  /**
   * Where a bracket opens that closes right before a place and has no number: (含网上申请), (以下简称门户网站);
   * the place itself where none does.
   */
  int asideBefore(int end) {
    if (sentence.charAt(end - 1) != ')') {
      return end;
    }
    int open = sentence.lastIndexOf('(', end - 1);
    return open > 0 && !isNumeral(open + 1, end - 1) && sentence.indexOf(quantity, open) >= end
        ? open
        : end;
  }

  /** (一) is the number of a heading. */
  private boolean isNumeral(int from, int to) {
    for (int i = from; i < to; i++) {
      char sign = sentence.charAt(i);
      if (!ChineseNumerals.isNumeral(sign) && !DIGITS.has(sign)) {
        return false;
      }
    }
    return true;
  }

  /** By place: where a bracket opens last that opens there or before; -1 where none does. */
  private int[] opensBefore() {
    int[] all = opens;
    if (all == null) {
      all = new int[sentence.length()];
      int last = -1;
      for (int i = 0; i < all.length; i++) {
        last = sentence.charAt(i) == '(' ? i : last;
        all[i] = last;
      }
      opens = all;
    }
    return all;
  }

  /** Whether what begins at a place stands in a bracket that closes before another place. */
  boolean isAside(int start, int place) {
    if (!hasBrackets) {
      return false;
    }
    int open = opensBefore()[start];
    int close = open < 0 ? -1 : sentence.indexOf(')', open);
    return close > start && close < place;
  }

  /**
   * Where the bracket that opens last before a place has its words, if it stands right behind a
   * number and closes behind the place: 2件(结果维持); less than 0 where none does.
   */
  int bracketOfNumber(int place) {
    if (!hasBrackets) {
      return -1;
    }
    int open = sentence.lastIndexOf('(', place);
    return open > 0 && sentence.charAt(open - 1) == quantity && sentence.indexOf(')', open) > place
        ? open + 1
        : -1;
  }

  /**
   * Where a bracket right behind a number ends that has no number of its own; less than 0 where
   * there is none.
   */
  int bracketEnd(int number) {
    if (number + 1 >= sentence.length() || "(（".indexOf(sentence.charAt(number + 1)) < 0) {
      return -1;
    }
    int end = number + 2;
    while (end < sentence.length() && ")）。".indexOf(sentence.charAt(end)) < 0) {
      if (sentence.charAt(end) == quantity) {
        return -1;
      }
      end++;
    }
    return end;
  }

  /** Where a month is named between two places: 7月; less than 0 where none is. */
  int month(int from, int to) {
    int month = sentence.indexOf(MONTH, from + 1);
    while (month > 0 && month < to && !DIGITS.has(sentence.charAt(month - 1))) {
      month = sentence.indexOf(MONTH, month + 1);
    }
    return month > 0 && month < to ? month - 1 : -1;
  }

  boolean namesAMonthBehind(int place) {
    return sentence.indexOf(MONTH, place) > 0;
  }
}
