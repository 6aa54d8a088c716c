package org.gongkai.language;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.language.Concepts.Token;

/**
 * The channel that the clauses before that of a number have named, for a clause that names none.
 */
final class AccountBefore {

  private static final int NONE = -1;

  private final RoleConcepts roles;
  private final CompiledGrammar grammar;
  private final Channels channels;
  private final Columns columns;

  AccountBefore(RoleConcepts roles) {
    this.roles = roles;
    this.grammar = roles.grammar;
    this.channels = new Channels(roles);
    this.columns = new Columns(roles);
  }

  /** By what the number was published; less than 0 where nothing tells. */
  int of(int place, Stretch own, Clauses its) {
    int account = account(place, own, its);
    return account >= 0 || own.said().isEmpty() ? account : means(place, its);
  }

  /**
   * The noun that the clauses before name, if it is the only one since the last strong mark, and
   * what stands beside it says only how many there are of it, or how many read it.
   */
  private int account(int place, Stretch own, Clauses its) {
    Marks marks = its.marks();
    int start = own.tokens().isEmpty() ? place : own.tokens().getFirst().start();
    boolean canBeAll =
        marks.hasOneOf(start, place, grammar.means.all())
            && !marks.hasOneOf(start, place, grammar.means.some());
    if (canBeAll || its.unexplained(marks.clauseStart(start), place) > 0) { // or by somebody else
      return NONE;
    }
    int from = marks.strongStart(place);
    boolean isCounted = marks.hasNumber(from, start);
    int named = NONE;
    boolean does = false;
    for (Token token : its.words().between(from, start)) {
      if (isChannel(token.concept())) {
        if (named >= 0) {
          return NONE;
        }
        named = token.concept();
        does = roles.accounts.has(named) && isSubject(token, marks);
      } else if (!isBeside(token, isCounted, marks)) {
        return NONE;
      }
    }
    return isCounted || does ? named : NONE;
  }

  /** What changes nothing beside it: how many read it, 开设专栏14个. */
  private boolean isBeside(Token token, boolean isCounted, Marks marks) {
    return token.isFiller()
        || token.concept() == roles.otherThing && marks.isNumber(token.end())
        || roles.reached.has(token.concept())
        || token.concept() == roles.another
        || !isCounted && roles.spread.has(token.concept());
  }

  /** Whether nothing before a word in its clause says what is done with it. */
  private boolean isSubject(Token word, Marks marks) {
    return !marks.joins(marks.clauseStart(word.start()), word.start(), grammar.meansSigns);
  }

  /**
   * The words with the site that the clause before names for a column of it: 依托门户网站，在公告等栏目发布12条.
   */
  Stretch inColumn(Stretch words, Token column, int place, Clauses its) {
    int means = means(place, its);
    if (means < 0 || !roles.main.has(means)) {
      return words;
    }
    List<Token> others = new ArrayList<>(words.tokens());
    others.replaceAll(
        token -> token.equals(column) ? new Token(means, token.start(), token.end()) : token);
    return words.with(others);
  }

  /**
   * The only noun of the clause before, or the one word for several, where it says nothing but by
   * what means: 依托门户网站，公开信息12条. 通过网站、微信等平台，公开信息40条. Who did it may stand before.
   */
  private int means(int place, Clauses its) {
    Marks marks = its.marks();
    int own = marks.clauseStart(place);
    int from = own == 0 ? 0 : marks.clauseStart(own - 1);
    if (own == 0
        || !marks.isComma(own - 1)
        || its.unexplained(own, place) > 0
        || marks.hasNumber(from, own)) {
      return NONE;
    }
    Stretch words = its.from(from, own);
    if (!opensWithMeans(words.tokens(), marks) && !isPlaceOrPurpose(words, own, its)) {
      return NONE;
    }
    int only = NONE;
    Stretch onSites = columns.onSite(words, its);
    Stretch together = channels.together(onSites, its);
    if (together.unexplained() > words.unexplained()) {
      return NONE; // perhaps not all of them
    }
    for (Token token : together.tokens()) {
      if (!token.isFiller()) {
        if (only >= 0) {
          return NONE;
        }
        only = token.concept();
      }
    }
    return only >= 0 && (isChannel(only) || only == roles.channels) ? only : NONE;
  }

  /** 在“青溪”微信平台，发布12条; 以门户网站为平台，发布12条: nothing else stands behind its name. */
  private boolean isPlaceOrPurpose(Stretch words, int end, Clauses its) {
    Token channel = null;
    boolean in = false;
    boolean by = false;
    for (Token token : words.tokens()) {
      if (channel == null && token.isFiller()) {
        in |= its.marks().begins(token.start(), grammar.means.in());
        by |= its.marks().begins(token.start(), grammar.means.as());
      } else if (isChannel(token.concept())) {
        channel = token;
      }
    }
    return channel != null
        && (in && its.unexplained(channel.end(), end) == 0
            || by && its.marks().hasOneOf(channel.end(), end, grammar.means.purposes()));
  }

  private boolean opensWithMeans(List<Token> words, Marks marks) {
    for (Token word : words) {
      if (!word.isFiller()) {
        return false;
      }
      if (marks.begins(word.start(), grammar.means.by())) {
        return true;
      }
    }
    return false;
  }

  private boolean isChannel(int concept) {
    return roles.nouns.has(concept);
  }
}
