package org.gongkai.language;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.language.Concepts.Token;

/**
 * Channels that are named one after the other and not to the end: 通过门户网站、微博、微信等平台. What was
 * published on them is all that was published, and no number of one of them; but only where the
 * main one is among them: 通过广播、电视等媒体.
 */
final class Channels {

  private static final SignSet AND_SO_ON = SignSet.of("等");
  private static final SignSet JOINS = SignSet.of("、和及与");

  /** Names of accounts that no word explains may stand among them. */
  private static final int MOST_STRANGE = 16;

  private final RoleConcepts roles;

  Channels(RoleConcepts roles) {
    this.roles = roles;
  }

  /** The words with one for all of them; the same where there are not several. */
  Stretch together(Stretch words, Clauses clauses) {
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
    if (!main || end == tokens.size()) {
      return words;
    }
    int from = tokens.get(first).start();
    int to = tokens.get(end).end();
    boolean several =
        channels > 1
            || !tokens.get(end).isFiller()
                && clauses.marks().joins(from, tokens.get(end).start(), JOINS);
    if (!several || clauses.unexplained(from, tokens.get(last).start()) > MOST_STRANGE) {
      return words;
    }
    List<Token> others = new ArrayList<>(tokens.subList(0, first));
    others.add(new Token(roles.channels, from, to));
    others.addAll(tokens.subList(end + 1, tokens.size()));
    return new Stretch(
        others,
        words.end(),
        words.unexplained() - clauses.unexplained(from, to),
        words.named(),
        false,
        words.narrowed());
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
        && clauses.marks().isOneOf(token.start(), AND_SO_ON);
  }
}
