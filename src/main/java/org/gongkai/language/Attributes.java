package org.gongkai.language;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.language.Clauses.Stretch;
import org.gongkai.language.Concepts.Token;

/**
 * What stands between that which is done and the thing that it is done with, and only describes the
 * thing: 收到村民当面递交的关于征地的申请. No list of words knows all of it, and none of it changes what a number
 * counts; but such a number can be that of a part.
 */
final class Attributes {

  private static final String LEADS_TO_THE_THING = "的等";
  private static final String SUCH_AS = "等";
  private static final int LONGEST = 40;
  private static final int LONGEST_LIST = 80;
  private static final int FEW = 6;

  private final Language.Roles roles;

  Attributes(Language.Roles roles) {
    this.roles = roles;
  }

  /** The words without those that describe the thing; the same where none do. */
  Stretch without(Stretch words, Clauses clauses) {
    List<Token> tokens = words.tokens();
    int thing = thing(tokens, clauses);
    int act = thing - 1;
    while (act >= 0 && !isDoneWith(tokens.get(act), tokens.get(thing))) {
      act--;
    }
    boolean follows = act < 0 && thing > 0 && isDoneBehind(tokens, thing);
    if (act < 0 && !follows) {
      return words;
    }
    int from = follows ? tokens.getFirst().start() : tokens.get(act).end();
    int to = tokens.get(thing).start();
    List<Token> between = tokens.subList(act + 1, thing);
    boolean listed = isListed(tokens.get(thing), clauses);
    if (!(listed
        ? to - from <= LONGEST_LIST && from < to && between.stream().allMatch(this::canDescribe)
        : describes(between, isUnmarked(tokens.get(thing)), from, to, clauses))) {
      return words;
    }
    return new Stretch(
        tokens.stream().filter(t -> t.end() <= from || t.start() >= to).toList(),
        words.end(),
        words.unexplained() - clauses.unexplained(from, to),
        words.named(),
        words.continues(),
        true);
  }

  /** The thing behind a number that is described between them: 收到5件村民递交的申请. */
  Optional<Token> behind(int place, Set<String> before, Clauses clauses) {
    List<Token> tokens = clauses.behind(place).tokens();
    int thing = thing(tokens, clauses);
    boolean described =
        thing >= 0
            && before.stream().anyMatch(doneWith(tokens.get(thing))::contains)
            && describes(
                tokens.subList(0, thing), false, place + 1, tokens.get(thing).start(), clauses);
    return described ? Optional.of(tokens.get(thing)) : Optional.empty();
  }

  private int thing(List<Token> tokens, Clauses clauses) {
    int thing = tokens.size() - 1;
    while (thing >= 0 && !canBeDescribed(tokens.get(thing), clauses)) {
      thing--;
    }
    return thing;
  }

  private boolean canBeDescribed(Token token, Clauses clauses) {
    return !doneWith(token).isEmpty()
        && (!roles.listed().contains(token.concept()) || isListed(token, clauses));
  }

  /** 规划、公告等各类信息: all kinds, of which some are named. */
  private static boolean isListed(Token token, Clauses clauses) {
    return clauses.isOneOf(token.start(), SUCH_AS);
  }

  private Set<String> doneWith(Token thing) {
    return roles.described().getOrDefault(thing.concept(), Set.of());
  }

  private boolean isDoneWith(Token act, Token thing) {
    return doneWith(thing).contains(act.concept());
  }

  /** 村民邮寄的申请收到5件. */
  private boolean isDoneBehind(List<Token> tokens, int thing) {
    return tokens.subList(thing + 1, tokens.size()).stream()
        .anyMatch(act -> isDoneWith(act, tokens.get(thing)));
  }

  private boolean describes(
      List<Token> between, boolean unmarked, int from, int to, Clauses clauses) {
    return from < to
        && to - from <= LONGEST
        && (clauses.isOneOf(to - 1, LEADS_TO_THE_THING)
            || unmarked && to - from <= FEW && !clauses.enumerates(from, to))
        && between.stream().allMatch(this::canDescribe)
        && !(clauses.unexplained(from, to) == 0 && between.stream().allMatch(Token::isFiller))
        && !isToldApart(between, clauses);
  }

  private boolean isUnmarked(Token thing) {
    return roles.unmarked().contains(thing.concept());
  }

  private boolean canDescribe(Token token) {
    return token.isFiller() || roles.describing().contains(token.concept());
  }

  /** Whether the sentence tells of others of a sort: 当面递交的3件、邮寄的2件. */
  private boolean isToldApart(List<Token> between, Clauses clauses) {
    Set<String> apart = Clauses.meaning(between);
    apart.retainAll(roles.apart());
    return clauses.tokens().stream()
        .anyMatch(token -> apart.contains(token.concept()) && !between.contains(token));
  }
}
