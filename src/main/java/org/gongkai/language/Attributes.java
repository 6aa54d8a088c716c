package org.gongkai.language;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.language.Concepts.Token;
import org.jspecify.annotations.Nullable;

/**
 * What stands between that which is done and the thing that it is done with, and only describes the
 * thing: 收到村民当面递交的关于征地的申请. No list of words knows all of it, and none of it changes what a number
 * counts; but such a number can be that of a part.
 */
final class Attributes {

  /** So many kinds of a list are as good as all. */
  private static final int MANY = 3;

  /** Of an account, which has hardly anything else. */
  private static final int SOME = 2;

  private static final int LONGEST = 40;
  private static final int LONGEST_LIST = 120;
  private static final int FEW = 6;

  private final RoleConcepts roles;
  private final CompiledGrammar grammar;
  private final OwnBusiness business;

  Attributes(RoleConcepts roles) {
    this.roles = roles;
    this.grammar = roles.grammar;
    this.business = new OwnBusiness(roles);
  }

  /** The words without those that describe the thing; the same where none do. */
  Stretch without(Stretch said, Clauses clauses) {
    Stretch words = business.without(said, clauses);
    List<Token> tokens = words.tokens();
    int thing = thing(tokens, clauses);
    int act = thing - 1;
    while (act >= 0 && !isDoneWith(tokens.get(act), tokens.get(thing))) {
      act--;
    }
    act =
        thing > 0 && isListed(tokens.get(thing), clauses)
            ? first(tokens, act, thing, clauses)
            : act;
    boolean follows = act < 0 && thing > 0 && isDoneBehind(tokens, thing);
    if (act < 0 && !follows) {
      return words;
    }
    int from = follows ? tokens.getFirst().start() : tokens.get(act).end();
    int to = tokens.get(thing).start();
    List<Token> between = tokens.subList(act + 1, thing);
    boolean listed = isListed(tokens.get(thing), clauses);
    if (listed && !isLongEnough(tokens, act, thing, clauses)) {
      return words;
    }
    if (!(listed
        ? to - from <= LONGEST_LIST && from < to && canDescribe(between)
        : describes(
            between,
            isUnmarked(tokens.get(thing)) || isOfAllKinds(tokens.get(thing), clauses),
            from,
            to,
            clauses))) {
      return words;
    }
    List<Token> others = new ArrayList<>(tokens);
    others.removeIf(token -> token.end() > from && token.start() < to);
    return words.with(others, clauses.unexplained(from, to)).ofDescribed();
  }

  /** 公开公文、公示等信息: what is done first is done with all, and what is done behind it is one of them. */
  private int first(List<Token> tokens, int last, int thing, Clauses clauses) {
    int first = last;
    for (int i = last - 1; i >= 0; i--) {
      Token earlier = tokens.get(i);
      if (isDoneWith(earlier, tokens.get(thing))
          && clauses.marks().joins(earlier.end(), tokens.get(first).start(), grammar.and)) {
        first = i;
      }
    }
    return first;
  }

  /**
   * The words without the kinds that they list up to a number on a channel: 网站公开规划、预算、公告等共12件,
   * 网站公开规划、预算、公告等12条信息.
   */
  Stretch suchAs(Stretch words, int place, boolean ofItems, Clauses clauses) {
    List<Token> tokens = words.tokens();
    int act = 0;
    while (act < tokens.size() && !roles.doneWith(roles.item).has(tokens.get(act).concept())) {
      act++;
    }
    if (act == 0
        || act == tokens.size()
        || tokens.subList(0, act).stream().noneMatch(t -> isOwnChannel(t))
        || !clauses.marks().endsWith(place, grammar.beforeNumbers)) {
      return words;
    }
    int from = tokens.get(act).end();
    if (place - from > LONGEST_LIST || kinds(from, place, clauses) < (ofItems ? SOME : MANY)) {
      return words;
    }
    List<Token> others = new ArrayList<>(tokens.subList(0, act + 1));
    return words.with(others, clauses.unexplained(from, place)).ofDescribed();
  }

  private boolean isOwnChannel(Token token) {
    return roles.main.has(token.concept()) || roles.accounts.has(token.concept());
  }

  private static int kinds(int from, int to, Clauses clauses) {
    int kinds = 1;
    for (int i = from; i < to; i++) {
      kinds += clauses.marks().isAnd(i) ? 1 : 0;
    }
    return kinds;
  }

  /** The thing behind a number that is described between them: 收到5件村民递交的申请; null where none is. */
  @Nullable Token behind(int place, ConceptSet before, Clauses clauses) {
    List<Token> tokens = clauses.behind(place).tokens();
    int thing = thing(tokens, clauses);
    return thing >= 0
            && before.hasOneOf(roles.doneWith(tokens.get(thing).concept()))
            && describes(
                tokens.subList(0, thing), false, place + 1, tokens.get(thing).start(), clauses)
        ? tokens.get(thing)
        : null;
  }

  private int thing(List<Token> tokens, Clauses clauses) {
    int thing = tokens.size() - 1;
    while (thing >= 0 && !canBeDescribed(tokens.get(thing), clauses)) {
      thing--;
    }
    return thing;
  }

  private boolean canBeDescribed(Token token, Clauses clauses) {
    return !roles.doneWith(token.concept()).isEmpty()
        && (!roles.listed.has(token.concept())
            || isListed(token, clauses)
            || isOfAllKinds(token, clauses));
  }

  /** 各类环境信息: whatever it is of, all of it. */
  private boolean isOfAllKinds(Token token, Clauses clauses) {
    for (int from = Math.max(0, token.start() - FEW); from < token.start() - 1; from++) {
      if (clauses.marks().begins(from, grammar.allKinds)) {
        return true;
      }
    }
    return false;
  }

  /** 网站公开简介、规划、预算、公告等信息: of a site, and so many kinds that hardly any is left. */
  private boolean isLongEnough(List<Token> tokens, int act, int thing, Clauses clauses) {
    Token item = tokens.get(thing);
    if (!clauses.marks().isWord(item.start(), item.end(), grammar.bare)) {
      return true;
    }
    int from = act < 0 ? tokens.getFirst().start() : tokens.get(act).end();
    int kinds = kinds(from, item.start(), clauses);
    if (act <= 0) {
      return false;
    }
    List<Token> before = tokens.subList(0, act);
    return kinds >= MANY && before.stream().anyMatch(t -> roles.main.has(t.concept()))
        || kinds >= SOME && before.stream().anyMatch(t -> roles.accounts.has(t.concept()));
  }

  /** 规划、公告等各类信息: all kinds, of which some are named. */
  private boolean isListed(Token token, Clauses clauses) {
    return clauses.marks().isOneOf(token.start(), grammar.andSoOn);
  }

  private boolean isDoneWith(Token act, Token thing) {
    return roles.doneWith(thing.concept()).has(act.concept());
  }

  /** 村民邮寄的申请收到5件. */
  private boolean isDoneBehind(List<Token> tokens, int thing) {
    for (int i = thing + 1; i < tokens.size(); i++) {
      if (isDoneWith(tokens.get(i), tokens.get(thing))) {
        return true;
      }
    }
    return false;
  }

  private boolean describes(
      List<Token> between, boolean unmarked, int from, int to, Clauses clauses) {
    return from < to
        && to - from <= LONGEST
        && (clauses.marks().isOneOf(to - 1, grammar.lead)
            || unmarked && to - from <= FEW && !clauses.marks().enumerates(from, to))
        && canDescribe(between)
        && !(clauses.unexplained(from, to) == 0 && ConceptSet.of(between).isEmpty())
        && !isToldApart(between, clauses);
  }

  private boolean isUnmarked(Token thing) {
    return roles.unmarked.has(thing.concept());
  }

  private boolean canDescribe(List<Token> words) {
    return roles.describing.hasAll(ConceptSet.of(words));
  }

  /** Whether the sentence tells of others of a sort: 当面递交的3件、邮寄的2件. */
  private boolean isToldApart(List<Token> between, Clauses clauses) {
    ConceptSet apart = ConceptSet.of(between).among(roles.apart);
    if (apart.isEmpty()) {
      return false;
    }
    for (Token token : clauses.tokens()) {
      if (apart.has(token.concept()) && !between.contains(token)) {
        return true;
      }
    }
    return false;
  }
}
