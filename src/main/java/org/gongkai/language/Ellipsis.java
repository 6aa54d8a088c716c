package org.gongkai.language;

import java.util.List;
import org.gongkai.language.Concepts.Token;

/**
 * What clauses and items leave to others of their sentence: of what a clause speaks that names
 * nothing, what is said of a number in the clause behind it, or of several at once.
 */
final class Ellipsis {

  private final Clauses its;
  private final Marks marks;
  private final SentenceWords words;

  Ellipsis(Clauses its) {
    this.its = its;
    this.marks = its.marks();
    this.words = its.words();
  }

  /** Whether a word is the first of its clause that says something, behind another clause. */
  boolean beginsClause(Token word) {
    if (word.isFiller()) {
      return false;
    }
    int start = marks.clauseStart(word.start());
    return start > 0
        && (marks.isComma(start - 1) || opensBracketOfNumber(word))
        && !words.saySomething(start, word.start());
  }

  /** Whether a word is the first in a bracket right behind a number: 2件(结果维持). */
  boolean opensBracketOfNumber(Token word) {
    int opens = marks.bracketOfNumber(word.start());
    return opens >= 0 && !words.saySomething(opens, word.start());
  }

  /**
   * Whether the clause of a word stands right behind a number: 收到申请3件，已按时办结; or behind what only
   * says what was counted: 收到3件申请，均为网上申请，已办结.
   *
   * @param ofCounted what can be said of that
   */
  boolean followsNumber(Token word, ConceptSet ofCounted) {
    int start = marks.clauseStart(word.start());
    while (start > 1 && marks.isComma(start - 1)) {
      if (marks.isNumber(start - 2)) {
        return true;
      }
      int end = start - 1;
      start = marks.clauseStart(end);
      if (!ofCounted.hasAll(ConceptSet.of(words.between(behindNumber(start, end), end)))) {
        return false;
      }
      if (marks.hasNumber(start, end)) {
        return true;
      }
    }
    return false;
  }

  private int behindNumber(int start, int end) {
    int behind = start;
    for (int i = start; i < end; i++) {
      behind = marks.isNumber(i) ? i + 1 : behind;
    }
    return behind;
  }

  /** The words of the clause behind that of a number, if it has no number. */
  Stretch nextClause(int place) {
    int comma = marks.clauseEnd(place);
    int end = comma + 1;
    boolean goesOn = comma < marks.length() && marks.isComma(comma);
    while (goesOn && end < marks.length() && !marks.isEnd(end)) {
      goesOn = !marks.isNumber(end++);
    }
    return !goesOn || marks.hasNumber(place + 1, comma)
        ? its.stretch(List.of(), comma, comma, comma)
        : its.stretch(words.between(comma, end), comma, comma + 1, Math.min(end, marks.length()));
  }

  /**
   * What is said of each of several that are counted before their names, of the first of them:
   * 3件复议、2件诉讼尚未审结.
   *
   * @param together what is counted so
   */
  ConceptSet saidOfEach(int place, ConceptSet together) {
    int number = place;
    while (true) {
      Stretch item = its.behind(number);
      List<Token> said = item.tokens().stream().filter(t -> !t.isFiller()).toList();
      if (said.isEmpty()
          || said.getFirst().start() != number + 1
          || !together.has(said.getFirst().concept())) {
        return ConceptSet.NONE;
      }
      int end = marks.itemEnd(number);
      boolean goesOn =
          said.size() == 1
              && its.unexplained(number + 1, end) == 0
              && end < marks.length()
              && (marks.isNumber(end) || marks.isAnd(end) && marks.isNumber(end + 1));
      if (!goesOn) {
        return number == place || item.unexplained() > 0
            ? ConceptSet.NONE
            : ConceptSet.of(said.subList(1, said.size()));
      }
      number = marks.isNumber(end) ? end : end + 1;
    }
  }
}
