package org.gongkai.language;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.language.Concepts.Token;

/**
 * Channels that are named one after the other and not to the end: 通过门户网站、微博、微信等平台. What was
 * published on them is all that was published, and no number of one of them; but only where the
 * main one is among them: 通过广播、电视等媒体. Accounts that are named so as new media are these: 微信、微博等新媒体.
 */
final class Channels {

  /** Names of accounts that no word explains may stand among them. */
  private static final int MOST_STRANGE = 16;

  private static final int DOUBTFUL = FrameChoice.UNEXPLAINED + 1;

  private final RoleConcepts roles;
  private final CompiledGrammar grammar;

  Channels(RoleConcepts roles) {
    this.roles = roles;
    this.grammar = roles.grammar;
  }

  /** The words with one for all of them; the same where there are not several. */
  Stretch together(Stretch named, Clauses clauses) {
    Stretch words = withoutApposition(named, clauses);
    List<Token> tokens = words.tokens();
    int first = 0;
    while (first < tokens.size() && !isChannel(tokens.get(first))) {
      first++;
    }
    int last = first;
    int channels = 0;
    boolean main = false;
    int end = first;
    for (; end < tokens.size() && !closes(tokens.get(end), clauses); end++) {
      if (isChannel(tokens.get(end))) {
        channels++;
        main |= roles.main.has(tokens.get(end).concept());
        last = end;
      } else if (!tokens.get(end).isFiller() && !isPartOfName(tokens.get(end))) {
        return words;
      }
    }
    if (end == tokens.size() && main && channels == 2) {
      return allOfBoth(words, first, last, clauses);
    }
    if (end < tokens.size() && !main && channels > 0 && asNewMedia(tokens.get(end), clauses)) {
      return doubted(with(roles.newMedia, words, first, end, clauses));
    }
    if (end < tokens.size() && isAlone(tokens, first, end, channels, clauses)) {
      return doubted(with(tokens.get(first).concept(), words, first, end, clauses));
    }
    if (!main || end == tokens.size()) {
      return words;
    }
    int from = tokens.get(first).start();
    boolean several =
        channels > 1
            || !tokens.get(end).isFiller()
                && clauses.marks().joins(from, tokens.get(end).start(), grammar.and);
    if (!several || clauses.unexplained(from, tokens.get(last).start()) > MOST_STRANGE) {
      return words;
    }
    // 等公开信息: what was published, too
    boolean items = tokens.get(end).concept() == roles.item;
    return with(roles.channels, words, first, items ? last : end, clauses);
  }

  /** 微信、微博等新媒体, 公示栏等形式, 网站和政务新媒体: some of these may be meant, or more. */
  private static Stretch doubted(Stretch words) {
    return new Stretch(
        words.tokens(),
        words.end(),
        words.unexplained() + DOUBTFUL,
        words.named(),
        words.continues(),
        words.narrowed());
  }

  /** The words with one for some of them. */
  private static Stretch with(int concept, Stretch words, int first, int last, Clauses clauses) {
    List<Token> tokens = words.tokens();
    int from = tokens.get(first).start();
    int to = tokens.get(last).end();
    List<Token> others = new ArrayList<>(tokens.subList(0, first));
    others.add(new Token(concept, from, to));
    others.addAll(tokens.subList(last + 1, tokens.size()));
    return words.with(others, clauses.unexplained(from, to)).asFirst();
  }

  /** 公示栏等形式: a channel that is no account, with its like. */
  private boolean isAlone(List<Token> tokens, int first, int end, int channels, Clauses clauses) {
    return channels == 1
        && roles.alone.has(tokens.get(first).concept())
        && tokens.get(end).concept() == roles.several
        && !clauses.marks().joins(tokens.get(first).end(), tokens.get(end).start(), grammar.and)
        && !clauses.marks().continuesAt(tokens.get(first).start());
  }

  /** 门户网站和政务新媒体: beside the site, new media leave hardly a channel out. */
  private Stretch allOfBoth(Stretch words, int first, int last, Clauses clauses) {
    List<Token> tokens = words.tokens();
    boolean both =
        tokens.subList(first, last + 1).stream().anyMatch(t -> t.concept() == roles.newMedia)
            && clauses.marks().joins(tokens.get(first).end(), tokens.get(last).start(), grammar.and)
            && clauses.unexplained(tokens.get(first).start(), tokens.get(last).end()) == 0;
    return both ? doubted(with(roles.channels, words, first, last, clauses)) : words;
  }

  /** 等新媒体: accounts before it are some of these. */
  private boolean asNewMedia(Token token, Clauses clauses) {
    return token.concept() == roles.several
        && clauses.marks().says(token.start(), token.end(), grammar.newMedia);
  }

  /** 新媒体平台“青溪发布”微信公众号: the first says what the second is. */
  private Stretch withoutApposition(Stretch words, Clauses clauses) {
    List<Token> tokens = words.tokens();
    int first = 0;
    while (first < tokens.size() && tokens.get(first).concept() != roles.newMedia) {
      first++;
    }
    int second = first + 1;
    while (second < tokens.size() && tokens.get(second).isFiller()) {
      second++;
    }
    if (second >= tokens.size()
        || !roles.accounts.has(tokens.get(second).concept())
        || clauses
            .marks()
            .joins(tokens.get(first).end(), tokens.get(second).start(), grammar.and)) {
      return words;
    }
    List<Token> others = new ArrayList<>(tokens);
    others.remove(first);
    return words.with(others);
  }

  private boolean isChannel(Token token) {
    return roles.channelNames.has(token.concept());
  }

  /** 农业信息网. */
  private boolean isPartOfName(Token token) {
    return token.concept() == roles.item || token.concept() == roles.piece;
  }

  private boolean closes(Token token, Clauses clauses) {
    return token.concept() != roles.otherThing // 等上级平台: not its own
        && clauses.marks().isOneOf(token.start(), grammar.andSoOn);
  }
}
