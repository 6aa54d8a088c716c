package org.gongkai.language;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.gongkai.language.Concepts.Token;
import org.jspecify.annotations.Nullable;

/** The words of a sentence, and how they lie around its numbers. */
final class Clauses {

  private static final SignSet AMONG = SignSet.of("中里");

  /** A topic of which more signs are not read is one among others. */
  private static final int STRANGE_TOPIC = 1;

  private static final SignSet COLONS = SignSet.of(":：");

  /** How the name of a site goes on behind that of a place: 青溪县政府网站, 青溪民政局网站. */
  private static final SignSet ORGAN = SignSet.of("省市县区旗州盟镇乡局委办厅部");

  /** How the name of any organ ends. */
  private static final SignSet ANY_ORGAN =
      ORGAN.and('街').and('处').and('院').and('所').and('队').and('会');

  /** How an organ above is called: 上级, 市局, 省厅. */
  private static final SignSet ABOVE = SignSet.of("上市省部国");

  private static final int LONGEST_ORGAN = 12;
  private static final SignSet ATTRIBUTIVE = SignSet.of("的");

  /** What leads on to another number: 复议6件和诉讼3件. */
  private static final List<String> AND = List.of("和", "及", "以及");

  private final String sentence;
  private final Marks marks;
  private final List<Token> tokens;
  private final RoleConcepts roles;
  private @Nullable Explained explained;
  private @Nullable ConceptSet said;
  private int behindPlace = -1;
  private @Nullable Stretch behind;

  /**
   * Reads a sentence.
   *
   * @param quantity stands for a number with its unit
   */
  Clauses(String sentence, char quantity, List<Token> tokens, RoleConcepts roles) {
    this.sentence = sentence;
    this.roles = roles;
    this.marks = new Marks(sentence, quantity);
    this.tokens = Names.outside(tokens, sentence, roles);
  }

  boolean isOf(String other) {
    return sentence.equals(other);
  }

  Marks marks() {
    return marks;
  }

  List<Token> tokens() {
    return tokens;
  }

  /** How many of these concepts are named. */
  int count(ConceptSet some) {
    return said().among(some).size();
  }

  /** The concepts of the sentence; those that say nothing left out. */
  ConceptSet said() {
    ConceptSet all = said;
    if (all == null) {
      all = ConceptSet.of(tokens);
      said = all;
    }
    return all;
  }

  /** The words before a number, back to the clause that says something; a bracket left out. */
  Stretch before(int place, int from) {
    int opens = place > from ? marks.opensBefore(place) : -1;
    int end = opens > from ? opens : place;
    BitSet aside = null;
    int start = end;
    while (start > from) {
      int opened = marks.asideBefore(start);
      if (opened < start) {
        aside = aside == null ? new BitSet() : aside;
        aside.set(opened, start);
        start = opened;
        continue;
      }
      if (marks.isNumber(start - 1) || marks.isStrongEnd(start - 1)) {
        break;
      }
      if (start < end && marks.isEnd(start - 1)) {
        boolean among = start > 1 && marks.isOneOf(start - 2, AMONG);
        if (among || saysSomething(start, end)) {
          break;
        }
      }
      start--;
    }
    List<Token> its = between(start, end);
    if (aside != null) {
      BitSet left = aside;
      its = new ArrayList<>(its);
      its.removeIf(token -> left.get(token.start()));
    }
    return stretch(its, start, firstSaid(its, end), end, aside);
  }

  /** The first that says something; whose site is named explains itself: 其中青溪县人民政府网站. */
  private int firstSaid(List<Token> words, int otherwise) {
    int first = -1;
    for (Token word : words) {
      if (word.isFiller()) {
        continue;
      }
      boolean ofOrgan = roles.main.has(word.concept()) && marks.isOneOf(word.start(), ORGAN);
      if (first >= 0) {
        return ofOrgan ? word.start() : first;
      }
      first = word.start();
      if (word.concept() != roles.ofWhich) {
        return first;
      }
    }
    return first < 0 ? otherwise : first;
  }

  /** Whether words between two places say something. */
  private boolean saysSomething(int from, int to) {
    for (int i = firstFrom(from); i < tokens.size() && tokens.get(i).end() <= to; i++) {
      if (!tokens.get(i).isFiller()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word stands in a bracket that closes before a place. */
  boolean isAside(Token word, int place) {
    return marks.isAside(word.start(), place);
  }

  /** Whether a word of the same sort stands before another, up to the last strong mark. */
  boolean isBehind(Token word, int concept) {
    return says(marks.strongStart(word.start()), word.start(), concept);
  }

  /** Whether the sentence opens with what alone it is about: 针对某小区维修资金一事，提出申请5件. */
  boolean opensWithTopic(int place) {
    Token first = tokens.isEmpty() ? null : tokens.getFirst();
    if (first == null || first.concept() != roles.topic) {
      return false;
    }
    int end = marks.clauseEnd(first.end());
    return first.start() == 0
        && end < place
        && !marks.isOneOf(end, COLONS) // 主要成效: is a heading
        && unexplained(first.end(), end) > STRANGE_TOPIC;
  }

  /** The words behind a number, in its clause and item. */
  Stretch behind(int place) {
    Stretch its = behind;
    if (its == null || behindPlace != place) {
      int end = place + 1;
      while (end < sentence.length() && !marks.endsItem(end)) {
        end++;
      }
      List<Token> words = between(place + 1, end);
      int last = words.isEmpty() ? place + 1 : words.getLast().end();
      its = stretch(words, place + 1, place + 1, last);
      behind = its;
      behindPlace = place;
    }
    return its;
  }

  /** The words behind a word, as far as its clause goes and no number stands. */
  Stretch following(Token word) {
    int end = word.end();
    while (end < sentence.length()
        && !marks.isNumber(end)
        && !marks.isEnd(end)
        && !deniesAnother(end)) {
      end++;
    }
    return stretch(between(word.end(), end), word.end(), word.end(), end);
  }

  /** Whether words say only something of a sort, and end with their clause: 未收到。 but not 未收到的 */
  boolean isBare(Stretch words, ConceptSet sort) {
    return !words.said().isEmpty()
        && sort.hasAll(words.said())
        && words.unexplained() == 0
        && (words.end() == sentence.length()
            || marks.isEnd(words.end())
            || marks.isAnd(words.end()))
        && words.tokens().stream().noneMatch(t -> marks.isOneOf(t.start(), ATTRIBUTIVE));
  }

  /** Whether a number stands in the clause of a word, before a place: 3件申请未收到. */
  boolean isOfNumber(Token word, int place) {
    return marks.hasNumber(marks.clauseStart(word.start()), place);
  }

  /** How many of the signs that no word explains name organs: 申请市文旅局未收到. */
  int organsBetween(int from, int to) {
    int signs = 0;
    for (int i = from; i < to; i++) {
      int start = i;
      while (i < to && explained().missing(i, i + 1) > 0) {
        i++;
      }
      int length = i - start;
      boolean organ =
          length > 1
              && length <= LONGEST_ORGAN
              && marks.isOneOf(i - 1, ANY_ORGAN)
              && !marks.isOneOf(start, ABOVE);
      signs += organ ? length : 0;
    }
    return signs;
  }

  /**
   * What is said of each of several that are counted before their names, of the first of them:
   * 3件复议、2件诉讼尚未审结.
   */
  ConceptSet saidOfEach(int place) {
    int number = place;
    while (true) {
      Stretch item = behind(number);
      List<Token> words = item.tokens().stream().filter(t -> !t.isFiller()).toList();
      if (words.isEmpty()
          || words.getFirst().start() != number + 1
          || !roles.together.has(words.getFirst().concept())) {
        return ConceptSet.NONE;
      }
      int end = number + 1;
      while (end < sentence.length() && !marks.endsItem(end)) {
        end++;
      }
      boolean goesOn =
          words.size() == 1
              && unexplained(number + 1, end) == 0
              && end < sentence.length()
              && (marks.isNumber(end) || marks.isAnd(end) && marks.isNumber(end + 1));
      if (!goesOn) {
        return number == place || item.unexplained() > 0
            ? ConceptSet.NONE
            : ConceptSet.of(words.subList(1, words.size()));
      }
      number = marks.isNumber(end) ? end : end + 1;
    }
  }

  /** The words of a sort that stand right before a word in its clause: 上年无结转. */
  ConceptSet rightBefore(Token word, ConceptSet sort) {
    ConceptSet before = ConceptSet.NONE;
    int at = word.start();
    for (int i = tokens.size() - 1; i >= 0; i--) {
      Token token = tokens.get(i);
      if (token.end() <= at) {
        boolean next = token.end() == at && (token.isFiller() || sort.has(token.concept()));
        if (!next) {
          break;
        }
        at = token.start();
        if (!token.isFiller()) {
          before = before.with(token.concept());
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
    int start = marks.clauseStart(word.start());
    return start > 0
        && (marks.isComma(start - 1) || opensBracketOfNumber(word))
        && !saysSomething(start, word.start());
  }

  /** Whether the clause of a word stands right behind a number: 收到申请3件，已按时办结. */
  boolean followsNumber(Token word) {
    int start = marks.clauseStart(word.start());
    return start > 1 && marks.isComma(start - 1) && marks.isNumber(start - 2);
  }

  /** 无复议、无诉讼: whether an enumeration goes on with another word of none. */
  private boolean deniesAnother(int place) {
    if (marks.isAnd(place)) {
      for (int i = firstFrom(place + 1);
          i < tokens.size() && tokens.get(i).start() == place + 1;
          i++) {
        if (tokens.get(i).concept() == roles.none) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a word is the first in a bracket right behind a number: 2件(结果维持). */
  boolean opensBracketOfNumber(Token word) {
    int words = marks.bracketOfNumber(word.start());
    return words >= 0 && !saysSomething(words, word.start());
  }

  /** The words of the clause behind that of a number, if it has no number. */
  Stretch nextClause(int place) {
    int comma = marks.clauseEnd(place);
    int end = comma + 1;
    boolean goesOn = comma < sentence.length() && marks.isComma(comma);
    while (goesOn && end < sentence.length() && !marks.isEnd(end)) {
      goesOn = !marks.isNumber(end++);
    }
    return !goesOn || marks.hasNumber(place + 1, comma)
        ? stretch(List.of(), comma, comma, comma)
        : stretch(between(comma, end), comma, comma + 1, Math.min(end, sentence.length()));
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

  /** The words right behind a number that are of a sort; such as lead to them are passed over. */
  List<Token> rightBehind(int place, ConceptSet sort, ConceptSet leading) {
    List<Token> words = List.of();
    int at = place + 1;
    if (marks.begins(at, AND)) {
      return words;
    }
    for (Token token : behind(place).tokens()) {
      boolean passed = token.isFiller() || leading.has(token.concept());
      if (token.start() > at || !passed && !sort.has(token.concept())) {
        break;
      }
      if (!passed) {
        words = words.isEmpty() ? new ArrayList<>() : words;
        words.add(token);
      }
      at = token.end();
    }
    return words;
  }

  /** Whether right before words stands what no word explains: 超期答复. */
  boolean isStrangeInFrontOf(Stretch words) {
    int first = words.tokens().isEmpty() ? 0 : words.tokens().getFirst().start();
    return first > 0 && unexplained(first - 1, first) > 0;
  }

  /** Whether behind a word, in its item, stands what no word explains: 申请点. */
  boolean isStrangeBehind(Token word) {
    int next = word.end();
    return next < sentence.length() && !marks.endsItem(next) && !begins(next);
  }

  /** Whether a word begins at a place. */
  private boolean begins(int place) {
    int first = firstFrom(place);
    return first < tokens.size() && tokens.get(first).start() == place;
  }

  /** Whether right behind a number stands what no word explains. */
  boolean isStrangeBehind(int place) {
    int next = place + 1;
    if (next >= sentence.length() || marks.endsItem(next)) {
      return false;
    }
    List<Token> its = behind(place).tokens();
    return its.isEmpty() || its.getFirst().start() > next;
  }

  /** Whether the clause says so before a place. */
  boolean saysBefore(int place, int concept) {
    return says(marks.clauseStart(place), place, concept);
  }

  private boolean says(int from, int to, int concept) {
    for (int i = firstFrom(from); i < tokens.size() && tokens.get(i).end() <= to; i++) {
      if (tokens.get(i).concept() == concept) {
        return true;
      }
    }
    return false;
  }

  /** What is said of a number in its item, or in a bracket: 4件申请结转下年度. */
  ConceptSet besideNumber(int place) {
    int end = marks.bracketEnd(place);
    ConceptSet bracket = end < 0 ? ConceptSet.NONE : ConceptSet.of(between(place + 2, end));
    return marks.leadsToNumber(place + 1) ? bracket : bracket.with(behind(place).said());
  }

  /** Whether the rest of the clause names a month: it is of a part of the year. */
  boolean namesAMonthBehind(int place) {
    if (!marks.namesAMonthBehind(place)) {
      return false;
    }
    int end = marks.clauseEnd(place);
    int month = marks.month(place, end);
    while (month >= 0 && isOfNamedYear(month)) {
      month = marks.month(month + 1, end);
    }
    return month >= 0;
  }

  /** Whether a month stands behind another year than the report's, which says enough: 2022年1月. */
  private boolean isOfNamedYear(int month) {
    for (Token token : tokens) {
      if (token.start() <= month && month <= token.end() && !token.isFiller()) {
        return true;
      }
    }
    return false;
  }

  /** Those that begin and end between two places. */
  List<Token> between(int from, int to) {
    int first = firstFrom(from);
    int end = first;
    while (end < tokens.size() && tokens.get(end).end() <= to) {
      end++;
    }
    return tokens.subList(first, end);
  }

  /** Which of the words is the first that begins at a place or behind it. */
  private int firstFrom(int place) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).start() < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private Stretch stretch(List<Token> its, int start, int from, int to) {
    return stretch(its, start, from, to, null);
  }

  private Stretch stretch(List<Token> its, int start, int from, int to, @Nullable BitSet aside) {
    int until = Math.max(from, to);
    int unexplained =
        explained().missing(from, until)
            - (aside == null ? 0 : explained().missing(aside, from, until));
    return new Stretch(
        its, to, unexplained, explained().hasName(start, until), marks.continuesAt(from), false);
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
}
