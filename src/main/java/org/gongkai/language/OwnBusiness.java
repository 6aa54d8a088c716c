package org.gongkai.language;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.language.Concepts.Token;

/**
 * What an organ is called after is no topic of what it publishes: 青溪区教育局网站发布教育信息12条 counts all that
 * it published, and 教育局网站发布招生信息12条 a part.
 */
final class OwnBusiness {

  /** What an organ or an account is called after has so many signs at least, and what tells it. */
  private static final int SHORTEST = 2;

  private static final int LONGEST = 8;

  /** So many signs may stand between what an organ is called after and its last one: 教育体育局. */
  private static final int FARTHEST = 2;

  private final RoleConcepts roles;
  private final CompiledGrammar grammar;

  OwnBusiness(RoleConcepts roles) {
    this.roles = roles;
    this.grammar = roles.grammar;
  }

  /** The words with what only says whose business it is left out; the same where nothing does. */
  Stretch without(Stretch words, Clauses clauses) {
    List<Token> tokens = words.tokens();
    int item = tokens.size() - 1;
    while (item >= 0 && tokens.get(item).concept() != roles.item) {
      item--;
    }
    if (item < 1) {
      return words;
    }
    boolean ofField =
        tokens.get(item - 1).concept() == roles.topic
            && tokens.get(item - 1).end() == tokens.get(item).start();
    int to = tokens.get(ofField ? item - 1 : item).start();
    int from = to;
    while (from > 0 && to - from < LONGEST && clauses.unexplained(from - 1, from) > 0) {
      from--;
    }
    if (to - from < SHORTEST || !isOwn(from, to, clauses)) {
      return words;
    }
    List<Token> others = new ArrayList<>(tokens);
    if (ofField) {
      others.remove(item - 1);
    }
    return words.with(others, clauses.unexplained(from, to));
  }

  private boolean isOwn(int from, int to, Clauses clauses) {
    Marks marks = clauses.marks();
    if (marks.begins(from, grammar.kindsOfAll)) {
      return false; // 财政局网站公开财政信息: a kind that every organ publishes
    }
    if (isCalledAfter(from, to, clauses)) {
      return true;
    }
    for (String rest : grammar.business) {
      int end = to - rest.length();
      if (end - from >= SHORTEST
          && marks.isWord(end, to, grammar.business)
          && isCalledAfter(from, end, clauses)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an organ, or an account, is called so elsewhere in the sentence. */
  private boolean isCalledAfter(int from, int to, Clauses clauses) {
    Marks marks = clauses.marks();
    for (int at = marks.next(from, to, 0); at >= 0; at = marks.next(from, to, at + 1)) {
      int end = at + to - from;
      if (at != from
          && (clauses.explained().isInName(at)
              || clauses.words().begin(end, roles.accounts)
              || endsOrgan(end, marks))) {
        return true;
      }
    }
    return false;
  }

  private boolean endsOrgan(int behind, Marks marks) {
    for (int i = behind; i <= behind + FARTHEST && i < marks.length(); i++) {
      if (marks.isOneOf(i, grammar.organs)) {
        return true;
      }
    }
    return false;
  }
}
