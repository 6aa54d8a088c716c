package org.gongkai.language;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.gongkai.language.Concepts.Token;
import org.jspecify.annotations.Nullable;

/** The words of a sentence, and how they lie around its numbers. */
final class Clauses {

  private static final String ENDS = "，,；;:：()（）。\n";

  /** A topic of which more signs are not read is one among others. */
  private static final int STRANGE_TOPIC = 1;

  private static final String STRONG_ENDS = "；;。\n";
  private static final Pattern MONTH = Pattern.compile("[0-9]月");

  private final String sentence;
  private final char quantity;
  private final List<Token> tokens;
  private @Nullable Explained explained;
  private @Nullable Set<String> said;

  /**
   * Reads a sentence.
   *
   * @param quantity stands for a number with its unit
   * @param accounts what a name in quotes can be the name of by its last word: 《青溪市人民政府公报》
   */
  Clauses(String sentence, char quantity, List<Token> tokens, Set<String> accounts) {
    this.sentence = sentence;
    this.quantity = quantity;
    this.tokens = Names.outside(tokens, sentence, accounts);
  }

  /**
   * Words that say something together.
   *
   * @param unexplained how many signs among them no word explains
   * @param named whether a name in quotes stands among them
   * @param continues whether an enumeration leads to the first of them: 美篇、微信
   * @param narrowed whether words were left out that only describe what they are about
   */
  record Stretch(
      List<Token> tokens,
      int end,
      int unexplained,
      boolean named,
      boolean continues,
      boolean narrowed) {

    /** Their concepts. */
    Set<String> said() {
      return meaning(tokens);
    }
  }

  boolean isOf(String other) {
    return sentence.equals(other);
  }

  List<Token> tokens() {
    return tokens;
  }

  int length() {
    return sentence.length();
  }

  /** How many of these concepts are named. */
  int count(Set<String> some) {
    int count = 0;
    for (String concept : said()) {
      count += some.contains(concept) ? 1 : 0;
    }
    return count;
  }

  /** The concepts of the sentence; those that say nothing left out. */
  Set<String> said() {
    Set<String> all = said;
    if (all == null) {
      all = meaning(tokens);
      said = all;
    }
    return all;
  }

  /** The concepts of words; those that say nothing left out. */
  static Set<String> meaning(List<Token> of) {
    Set<String> meaning = new HashSet<>();
    for (Token token : of) {
      if (!token.isFiller()) {
        meaning.add(token.concept());
      }
    }
    return meaning;
  }

  /** The words before a number, back to the clause that says something; a bracket left out. */
  Stretch before(int place, int from) {
    int end = place;
    if (place > from && ")）".indexOf(sentence.charAt(place - 1)) >= 0) {
      int opened =
          Math.max(sentence.lastIndexOf('(', place - 1), sentence.lastIndexOf('（', place - 1));
      end = opened > from ? opened : place;
    }
    BitSet aside = new BitSet();
    int start = end;
    while (start > from) {
      int opened = asideBefore(start);
      if (opened < start) {
        aside.set(opened, start);
        start = opened;
        continue;
      }
      char sign = sentence.charAt(start - 1);
      if (sign == quantity || STRONG_ENDS.indexOf(sign) >= 0) {
        break;
      }
      if (ENDS.indexOf(sign) >= 0 && start < end) {
        boolean among = start > 1 && "中里".indexOf(sentence.charAt(start - 2)) >= 0;
        if (among || !meaning(between(start, end)).isEmpty()) {
          break;
        }
      }
      start--;
    }
    List<Token> its =
        between(start, end).stream().filter(token -> !aside.get(token.start())).toList();
    int first =
        its.stream().filter(t -> !t.isFiller()).mapToInt(Token::start).findFirst().orElse(end);
    return stretch(its, start, first, end, aside);
  }

  /** Where a bracket opens that closes here and has no number: (含网上申请), (以下简称门户网站). */
  private int asideBefore(int end) {
    if (sentence.charAt(end - 1) != ')') {
      return end;
    }
    int open = sentence.lastIndexOf('(', end - 1);
    return open > 0
            && !isNumeral(sentence.substring(open + 1, end - 1))
            && sentence.indexOf(quantity, open) >= end
        ? open
        : end;
  }

  /** (一) is the number of a heading. */
  private static boolean isNumeral(String words) {
    return words
        .chars()
        .allMatch(sign -> ChineseNumerals.isNumeral((char) sign) || sign >= '0' && sign <= '9');
  }

  /** Whether a word stands in a bracket that closes before a place. */
  boolean isAside(Token word, int place) {
    int open = sentence.lastIndexOf('(', word.start());
    int close = open < 0 ? -1 : sentence.indexOf(')', open);
    return close > word.start() && close < place;
  }

  /** Whether a word of the same sort stands before another, up to the last strong mark. */
  boolean isBehind(Token word, String concept) {
    return between(strongStart(word.start()), word.start()).stream()
        .anyMatch(t -> t.concept().equals(concept));
  }

  /** Whether the sentence opens with what alone it is about: 针对某小区维修资金一事，提出申请5件. */
  boolean opensWithTopic(int place) {
    Token first = tokens.isEmpty() ? null : tokens.getFirst();
    if (first == null || !first.concept().equals(Language.TOPIC)) {
      return false;
    }
    int end = clauseEnd(first.end());
    return first.start() == 0
        && end < place
        && !isOneOf(end, ":：") // 主要成效: is a heading
        && unexplained(first.end(), end) > STRANGE_TOPIC;
  }

  /** The words behind a number, in its clause and item. */
  Stretch behind(int place) {
    int end = place + 1;
    while (end < sentence.length() && !endsItem(end)) {
      end++;
    }
    List<Token> its = between(place + 1, end);
    int last = its.isEmpty() ? place + 1 : its.getLast().end();
    return stretch(its, place + 1, place + 1, last);
  }

  /** The words behind a word, as far as its clause goes and no number stands. */
  Stretch following(Token word) {
    int end = word.end();
    while (end < sentence.length()
        && sentence.charAt(end) != quantity
        && ENDS.indexOf(sentence.charAt(end)) < 0
        && !deniesAnother(end)) {
      end++;
    }
    return stretch(between(word.end(), end), word.end(), word.end(), end);
  }

  /** The words of a sort that stand right before a word in its clause: 上年无结转. */
  Set<String> rightBefore(Token word, Set<String> sort) {
    Set<String> before = new HashSet<>();
    int at = word.start();
    for (Token token : tokens.reversed()) {
      if (token.end() <= at) {
        boolean next = token.end() == at && (token.isFiller() || sort.contains(token.concept()));
        if (!next) {
          break;
        }
        at = token.start();
        if (!token.isFiller()) {
          before.add(token.concept());
        }
      }
    }
    return before;
  }

  /** Whether a word is the first of its clause that says something, behind another clause. */
  boolean beginsClause(Token word) {
    if (word.isFiller()) {
      return false;
    }
    int start = clauseStart(word.start());
    return start > 0
        && ("，,".indexOf(sentence.charAt(start - 1)) >= 0 || opensBracketOfNumber(word))
        && meaning(between(start, word.start())).isEmpty();
  }

  /** 无复议、无诉讼: whether an enumeration goes on with another word of none. */
  private boolean deniesAnother(int place) {
    return sentence.charAt(place) == '、'
        && tokens.stream()
            .anyMatch(t -> t.start() == place + 1 && t.concept().equals(Language.NONE));
  }

  /** Whether a word is the first in a bracket right behind a number: 2件(结果维持). */
  boolean opensBracketOfNumber(Token word) {
    int open = sentence.lastIndexOf('(', word.start());
    return open > 0
        && sentence.charAt(open - 1) == quantity
        && meaning(between(open + 1, word.start())).isEmpty()
        && sentence.indexOf(')', open) > word.start();
  }

  /** The words of the clause behind that of a number, if it has no number. */
  Stretch nextClause(int place) {
    int comma = clauseEnd(place);
    int end = comma + 1;
    boolean goesOn = comma < sentence.length() && "，,".indexOf(sentence.charAt(comma)) >= 0;
    while (goesOn && end < sentence.length() && ENDS.indexOf(sentence.charAt(end)) < 0) {
      goesOn = sentence.charAt(end++) != quantity;
    }
    return goesOn
            && sentence.indexOf(quantity, place + 1) >= 0
            && sentence.indexOf(quantity, place + 1) < comma
        ? stretch(List.of(), comma, comma, comma)
        : goesOn
            ? stretch(between(comma, end), comma, comma + 1, Math.min(end, sentence.length()))
            : stretch(List.of(), comma, comma, comma);
  }

  /** The words between two places. */
  Stretch from(int start, int end) {
    return stretch(between(start, end), start, start, end);
  }

  /** A word and those behind it, as far as its clause goes and no number stands. */
  Stretch from(Token word) {
    Stretch behind = following(word);
    List<Token> all = new ArrayList<>(behind.tokens());
    all.addFirst(word);
    return new Stretch(all, behind.end(), behind.unexplained(), behind.named(), false, false);
  }

  /** Whether the words behind a word lead to a number in the same clause. */
  boolean leadsToNumber(int place) {
    int number = sentence.indexOf(quantity, place);
    return number >= 0 && number < clauseEnd(place);
  }

  /** The words right behind a number that are of a sort; such as lead to them are passed over. */
  List<Token> rightBehind(int place, Predicate<String> sort, Set<String> leading) {
    List<Token> words = new ArrayList<>();
    int at = place + 1;
    for (Token token : behind(place).tokens()) {
      boolean passed = token.isFiller() || leading.contains(token.concept());
      if (token.start() > at || !passed && !sort.test(token.concept())) {
        break;
      }
      if (!passed) {
        words.add(token);
      }
      at = token.end();
    }
    return words;
  }

  /** Whether a clause opens with a number, so that words before it are of another one. */
  boolean opensClause(int place) {
    return place > 0 && "，,；;除".indexOf(sentence.charAt(place - 1)) >= 0;
  }

  /** Whether right before words stands what no word explains: 超期答复. */
  boolean isStrangeInFrontOf(Stretch words) {
    int first = words.tokens().isEmpty() ? 0 : words.tokens().getFirst().start();
    return first > 0 && unexplained(first - 1, first) > 0;
  }

  /** Whether there is an enumeration between two places. */
  boolean enumerates(int from, int to) {
    return sentence.substring(from, to).contains("、");
  }

  /** Whether behind a word, in its item, stands what no word explains: 申请点. */
  boolean isStrangeBehind(Token word) {
    int next = word.end();
    return next < sentence.length()
        && !endsItem(next)
        && tokens.stream().noneMatch(token -> token.start() == next);
  }

  /** Whether right behind a number stands what no word explains. */
  boolean isStrangeBehind(int place) {
    int next = place + 1;
    if (next >= sentence.length() || endsItem(next)) {
      return false;
    }
    List<Token> its = behind(place).tokens();
    return its.isEmpty() || its.getFirst().start() > next;
  }

  /** Whether the clause says so before a place. */
  boolean saysBefore(int place, String concept) {
    return between(clauseStart(place), place).stream()
        .anyMatch(token -> token.concept().equals(concept));
  }

  /** What is said of a number in its item, or in a bracket: 4件申请结转下年度. */
  Set<String> besideNumber(int place) {
    Set<String> beside = new HashSet<>(bracketBehind(place));
    if (!leadsToNumber(place + 1)) {
      beside.addAll(behind(place).said());
    }
    return beside;
  }

  /** The concepts of a bracket right behind a number, if it has no number of its own. */
  private Set<String> bracketBehind(int place) {
    if (place + 1 >= sentence.length() || "(（".indexOf(sentence.charAt(place + 1)) < 0) {
      return Set.of();
    }
    int end = place + 2;
    while (end < sentence.length() && ")）。".indexOf(sentence.charAt(end)) < 0) {
      if (sentence.charAt(end) == quantity) {
        return Set.of();
      }
      end++;
    }
    return meaning(between(place + 2, end));
  }

  /** Whether the rest of the clause names a month: it is of a part of the year. */
  boolean namesAMonthBehind(int place) {
    return sentence.indexOf('月', place) > 0
        && MONTH
            .matcher(sentence)
            .region(place, clauseEnd(place))
            .results()
            .anyMatch(month -> !isOfNamedYear(month.start()));
  }

  /** Whether a month stands behind another year than the report's, which says enough: 2022年1月. */
  private boolean isOfNamedYear(int month) {
    return tokens.stream().anyMatch(t -> t.start() <= month && month <= t.end() && !t.isFiller());
  }

  private boolean endsItem(int place) {
    char sign = sentence.charAt(place);
    return sign == quantity || sign == '、' || ENDS.indexOf(sign) >= 0;
  }

  private int clauseEnd(int place) {
    int end = place + 1;
    while (end < sentence.length() && ENDS.indexOf(sentence.charAt(end)) < 0) {
      end++;
    }
    return Math.min(end, sentence.length());
  }

  List<Token> between(int from, int to) {
    List<Token> between = new ArrayList<>();
    for (Token token : tokens) {
      if (token.start() >= to) {
        break;
      }
      if (token.start() >= from && token.end() <= to) {
        between.add(token);
      }
    }
    return between;
  }

  private Stretch stretch(List<Token> its, int start, int from, int to) {
    return stretch(its, start, from, to, new BitSet());
  }

  private Stretch stretch(List<Token> its, int start, int from, int to, BitSet aside) {
    int until = Math.max(from, to);
    int unexplained = unexplained(from, until) - explained().missing(aside, from, until);
    boolean continues =
        from > 1 && sentence.charAt(from - 1) == '、' && !endsItemWithNumber(from - 2);
    return new Stretch(its, to, unexplained, explained().hasName(start, until), continues, false);
  }

  /** 网站12条、 or 网站(12条)、 */
  private boolean endsItemWithNumber(int place) {
    int last = place > 0 && sentence.charAt(place) == ')' ? place - 1 : place;
    return sentence.charAt(last) == quantity;
  }

  /** How many signs no word explains. */
  int unexplained(int from, int to) {
    return explained().missing(from, to);
  }

  private Explained explained() {
    Explained its = explained;
    if (its == null) {
      its = new Explained(sentence, tokens);
      explained = its;
    }
    return its;
  }

  /** Where the clause of a place begins. */
  int clauseStart(int place) {
    int from = place;
    while (from > 0 && ENDS.indexOf(sentence.charAt(from - 1)) < 0) {
      from--;
    }
    return from;
  }

  /** Behind the last strong mark before a place. */
  int strongStart(int place) {
    int from = place;
    while (from > 0 && STRONG_ENDS.indexOf(sentence.charAt(from - 1)) < 0) {
      from--;
    }
    return from;
  }

  boolean isNumber(int place) {
    return place < sentence.length() && sentence.charAt(place) == quantity;
  }

  boolean hasNumber(int from, int to) {
    int number = sentence.indexOf(quantity, from);
    return number >= 0 && number < to;
  }

  /** Whether a word stands between two places. */
  boolean says(int from, int to, String word) {
    int at = sentence.indexOf(word, from);
    return at >= 0 && at + word.length() <= to;
  }

  /** Whether one of some words begins at a place. */
  boolean begins(int place, List<String> words) {
    return words.stream().anyMatch(word -> sentence.startsWith(word, place));
  }

  /** Whether one of some words stands between two places. */
  boolean hasOneOf(int from, int to, Set<String> words) {
    String between = sentence.substring(from, to);
    return words.stream().anyMatch(between::contains);
  }

  /** Whether one of some signs stands between two places. */
  boolean joins(int from, int to, String signs) {
    return sentence.substring(from, to).chars().anyMatch(sign -> signs.indexOf(sign) >= 0);
  }

  boolean isOneOf(int place, String signs) {
    return signs.indexOf(sentence.charAt(place)) >= 0;
  }

  /** Whether an item of the same list follows a number: 信息8条、公告2条. */
  boolean isListed(int place) {
    return place + 1 < sentence.length()
        && sentence.charAt(place + 1) == '、'
        && leadsToNumber(place + 1);
  }

  /**
   * Whether the clause of a number opens with such a word, behind at least two that were listed.
   */
  boolean addsUp(int place, Set<String> totals) {
    int at = place;
    while (at > 0
        && sentence.charAt(at - 1) != quantity
        && ENDS.indexOf(sentence.charAt(at - 1)) < 0) {
      at--;
    }
    int start = at;
    int last = start - 2;
    return last > 0
        && sentence.charAt(last) == quantity
        && sentence.lastIndexOf(quantity, last - 1) >= 0
        && totals.stream().anyMatch(word -> sentence.startsWith(word, start));
  }
}
