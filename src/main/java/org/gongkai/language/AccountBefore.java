package org.gongkai.language;

import java.util.List;
import java.util.Optional;
import org.gongkai.language.Clauses.Stretch;
import org.gongkai.language.Concepts.Token;
import org.jspecify.annotations.Nullable;

/**
 * The channel that the clauses before that of a number have named, for a clause that names none.
 */
final class AccountBefore {

  private static final List<String> BY_MEANS =
      List.of("通过", "依托", "利用", "借助", "运用", "充分利用", "充分依托", "主要通过", "主要依托");

  /** 通过, 依托, 利用, 在, 对; 开通, 新增, 注册, 关注: signs of words with which an account does nothing. */
  private static final String MEANS = "通过依托利用在借经以对从开新增注关设建";

  private final Language.Roles roles;
  private final Channels channels;

  AccountBefore(Language.Roles roles) {
    this.roles = roles;
    this.channels = new Channels(roles);
  }

  /** By what the number was published. */
  Optional<String> of(int place, Stretch own, Clauses its) {
    return Optional.ofNullable(account(place, own, its))
        .or(() -> own.said().isEmpty() ? Optional.empty() : means(place, its));
  }

  /**
   * The noun that the clauses before name, if it is the only one since the last strong mark, and
   * what stands beside it says only how many there are of it, or how many read it.
   */
  private @Nullable String account(int place, Stretch own, Clauses its) {
    int start = own.tokens().isEmpty() ? place : own.tokens().getFirst().start();
    if (its.says(start, place, "公开") && !its.says(start, place, "公开发布") // can be all there was
        || its.unexplained(its.clauseStart(start), place) > 0) { // or by somebody else
      return null;
    }
    int from = its.strongStart(place);
    boolean isCounted = its.hasNumber(from, start);
    String named = null;
    boolean does = false;
    for (Token token : its.between(from, start)) {
      if (isChannel(token.concept())) {
        if (named != null) {
          return null;
        }
        named = token.concept();
        does = roles.accounts().contains(named) && isSubject(token, its);
      } else if (!isBeside(token, isCounted, its)) {
        return null;
      }
    }
    return isCounted || does ? named : null;
  }

  /** What changes nothing beside it: how many read it, 开设专栏14个. */
  private boolean isBeside(Token token, boolean isCounted, Clauses its) {
    return token.isFiller()
        || token.concept().equals(Language.OTHER_THING) && its.isNumber(token.end())
        || roles.reached().contains(token.concept())
        || token.concept().equals(Language.ANOTHER)
        || !isCounted && roles.spread().contains(token.concept());
  }

  /** Whether nothing before a word in its clause says what is done with it. */
  private static boolean isSubject(Token word, Clauses its) {
    return !its.joins(its.clauseStart(word.start()), word.start(), MEANS);
  }

  /**
   * The only noun of the clause before, or the one word for several, where it says nothing but by
   * what means: 依托门户网站，公开信息12条. 通过网站、微信等平台，公开信息40条. Who did it may stand before.
   */
  private Optional<String> means(int place, Clauses its) {
    int own = its.clauseStart(place);
    int from = own == 0 ? 0 : its.clauseStart(own - 1);
    if (own == 0
        || !its.isOneOf(own - 1, "，,")
        || its.unexplained(own, place) > 0
        || its.hasNumber(from, own)) {
      return Optional.empty();
    }
    Stretch words = its.from(from, own);
    if (!opensWithMeans(words.tokens(), its)) {
      return Optional.empty();
    }
    List<String> said =
        channels.together(words, its).tokens().stream()
            .filter(t -> !t.isFiller())
            .map(Token::concept)
            .toList();
    return said.size() == 1
        ? Optional.of(said.getFirst())
            .filter(one -> isChannel(one) || one.equals(Language.CHANNELS))
        : Optional.empty();
  }

  private static boolean opensWithMeans(List<Token> words, Clauses its) {
    for (Token word : words) {
      if (!word.isFiller()) {
        return false;
      }
      if (its.begins(word.start(), BY_MEANS)) {
        return true;
      }
    }
    return false;
  }

  private boolean isChannel(String concept) {
    return roles.nouns().contains(concept);
  }
}
