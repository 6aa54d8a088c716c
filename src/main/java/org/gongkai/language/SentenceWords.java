package org.gongkai.language;

import java.util.List;
import org.gongkai.language.Concepts.Token;

/** The words of a sentence, by where they stand in it. */
final class SentenceWords {

  private final List<Token> tokens;

  /**
   * @param tokens first to last
   */
  SentenceWords(List<Token> tokens) {
    this.tokens = tokens;
  }

  List<Token> all() {
    return tokens;
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

  /** Whether one of them begins at a place. */
  boolean begin(int place) {
    int first = firstFrom(place);
    return first < tokens.size() && tokens.get(first).start() == place;
  }

  /** Whether a word of a concept begins at a place. */
  boolean begin(int place, int concept) {
    for (int i = firstFrom(place); i < tokens.size() && tokens.get(i).start() == place; i++) {
      if (tokens.get(i).concept() == concept) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word of one of some concepts begins at a place. */
  boolean begin(int place, ConceptSet some) {
    for (int i = firstFrom(place); i < tokens.size() && tokens.get(i).start() == place; i++) {
      if (some.has(tokens.get(i).concept())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word of a concept stands between two places. */
  boolean say(int from, int to, int concept) {
    for (int i = firstFrom(from); i < tokens.size() && tokens.get(i).end() <= to; i++) {
      if (tokens.get(i).concept() == concept) {
        return true;
      }
    }
    return false;
  }

  /** Whether those between two places say something. */
  boolean saySomething(int from, int to) {
    for (int i = firstFrom(from); i < tokens.size() && tokens.get(i).end() <= to; i++) {
      if (!tokens.get(i).isFiller()) {
        return true;
      }
    }
    return false;
  }

  /** What those of a sort say that stand right before another, one behind the other: 上年无结转. */
  ConceptSet rightBefore(Token word, ConceptSet sort) {
    ConceptSet before = ConceptSet.NONE;
    int at = word.start();
    for (int i = firstFrom(at) - 1; i >= 0; i--) {
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

  /** Which of them is the first that begins at a place or behind it. */
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
}
