package org.gongkai.language;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.gongkai.language.Concepts.Token;
import org.jspecify.annotations.Nullable;

/** The words of a sentence, and how they lie around its numbers. */
final class Clauses {

  private static final SignSet AMONG = SignSet.of("中里");

  /** How the name of a site goes on behind that of a place: 青溪县政府网站, 青溪民政局网站. */
  private static final SignSet ORGAN = SignSet.of("省市县区旗州盟镇乡局委办厅部");

  private static final SignSet ATTRIBUTIVE = SignSet.of("的");

  /** What leads on to another number: 复议6件和诉讼3件. */
  private static final List<String> AND = List.of("和", "及", "以及");

  private final String sentence;
  private final Marks marks;
  private final SentenceWords words;
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
    this.marks = new Marks(sentence, quantity, roles.grammar.lists);
    this.words =
        new SentenceWords(
            ChannelNames.named(NamedEntities.outside(tokens, sentence, roles), sentence, roles));
  }

  boolean isOf(String other) {
    return sentence.equals(other);
  }

  Marks marks() {
    return marks;
  }

  SentenceWords words() {
    return words;
  }

  List<Token> tokens() {
    return words.all();
  }

  /** How many of these concepts are named. */
  int count(ConceptSet some) {
    return said().among(some).size();
  }

  /** The concepts of the sentence; those that say nothing left out. */
  ConceptSet said() {
    ConceptSet all = said;
    if (all == null) {
      all = ConceptSet.of(words.all());
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
        if (among || words.saySomething(start, end)) {
          break;
        }
      }
      start--;
    }
    List<Token> its = words.between(start, end);
    if (aside != null) {
      BitSet left = aside;
      its = new ArrayList<>(its);
      its.removeIf(token -> left.get(token.start()));
    }
    return stretch(its, start, firstSaid(its, end), end, aside);
  }

  /** The first that says something; whose site is named explains itself: 其中青溪县人民政府网站. */
  private int firstSaid(List<Token> tokens, int otherwise) {
    int first = -1;
    for (Token word : tokens) {
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

  /** Whether a word stands in a bracket that closes before a place. */
  boolean isAside(Token word, int place) {
    return marks.isAside(word.start(), place);
  }

  /** Whether a word of the same sort stands before another, up to the last strong mark. */
  boolean isBehind(Token word, int concept) {
    return words.say(marks.strongStart(word.start()), word.start(), concept);
  }

  /** The words behind a number, in its clause and item. */
  Stretch behind(int place) {
    Stretch its = behind;
    if (its == null || behindPlace != place) {
      List<Token> item = words.between(place + 1, marks.itemEnd(place));
      int last = item.isEmpty() ? place + 1 : item.getLast().end();
      its = stretch(item, place + 1, place + 1, last);
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
    return stretch(words.between(word.end(), end), word.end(), word.end(), end);
  }

  /** Whether words say only something of a sort, and end with their clause: 未收到。 but not 未收到的 */
  boolean isBare(Stretch stretch, ConceptSet sort) {
    return !stretch.said().isEmpty()
        && sort.hasAll(stretch.said())
        && stretch.unexplained() == 0
        && (stretch.end() == sentence.length()
            || marks.isEnd(stretch.end())
            || marks.isAnd(stretch.end()))
        && stretch.tokens().stream().noneMatch(t -> marks.isOneOf(t.start(), ATTRIBUTIVE));
  }

  /** Whether a number stands in the clause of a word, before a place: 3件申请未收到. */
  boolean isOfNumber(Token word, int place) {
    return marks.hasNumber(marks.clauseStart(word.start()), place);
  }

  /** 无复议、无诉讼: whether an enumeration goes on with another word of none. */
  private boolean deniesAnother(int place) {
    return marks.isAnd(place) && words.begin(place + 1, roles.none);
  }

  /** The words between two places. */
  Stretch from(int start, int end) {
    return stretch(words.between(start, end), start, start, end);
  }

  /** A word and those behind it, as far as its clause goes and no number stands. */
  Stretch from(Token word) {
    Stretch behind = following(word);
    List<Token> all = new ArrayList<>(behind.tokens());
    all.addFirst(word);
    return behind.with(all).asFirst();
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

  /** Whether behind a word, in its item, stands what no word explains: 申请点. */
  boolean isStrangeBehind(Token word) {
    int next = word.end();
    return next < sentence.length() && !marks.endsItem(next) && !words.begin(next);
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
    return words.say(marks.clauseStart(place), place, concept);
  }

  /** What is said of a number in its item, or in a bracket: 4件申请结转下年度. */
  ConceptSet besideNumber(int place) {
    int end = marks.bracketEnd(place);
    ConceptSet bracket = end < 0 ? ConceptSet.NONE : ConceptSet.of(words.between(place + 2, end));
    return marks.leadsToNumber(place + 1) ? bracket : bracket.with(behind(place).said());
  }

  /**
   * Words with what else stands among them.
   *
   * @param start of the clause in which they stand
   * @param from where the first of them begins that says something
   */
  Stretch stretch(List<Token> its, int start, int from, int to) {
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

  Explained explained() {
    Explained its = explained;
    if (its == null) {
      its = new Explained(sentence, words.all());
      explained = its;
    }
    return its;
  }
}
