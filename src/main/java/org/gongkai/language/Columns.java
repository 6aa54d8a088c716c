package org.gongkai.language;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.language.Concepts.Token;
import org.jspecify.annotations.Nullable;

/**
 * A column of a web site, which is where an organ publishes on a site that is not its own:
 * 在区政府网站卫健局栏目发布信息, 网站“部门信息公开”专栏, 网站的动态、公告等栏目. What its column has is what the organ has on the
 * site, unless the column is called after one topic.
 */
final class Columns {

  /** So many signs between the site and the column are its name. */
  private static final int LONGEST = 60;

  /** A column with a topic makes it uncertain whether it is all. */
  private static final int OF_A_TOPIC = FrameChoice.UNEXPLAINED + 1;

  private final RoleConcepts roles;
  private final CompiledGrammar grammar;

  Columns(RoleConcepts roles) {
    this.roles = roles;
    this.grammar = roles.grammar;
  }

  /** The words with the site for its column; the same where they name none. */
  Stretch onSite(Stretch words, Clauses clauses) {
    List<Token> tokens = words.tokens();
    int site = site(tokens, 0);
    int column = column(tokens, site, clauses);
    if (column < 0) {
      return isOfTwo(tokens, site, clauses) ? doubted(words) : words;
    }
    int from = tokens.get(site).start();
    int to = tokens.get(column).end();
    int behind = tokens.get(site).end();
    int strange = clauses.unexplained(behind, tokens.get(column).start());
    boolean ofTopic = isOfTopic(behind, tokens.get(column), strange, clauses);
    List<Token> others = new ArrayList<>(tokens.subList(0, site));
    others.add(new Token(tokens.get(site).concept(), from, to));
    others.addAll(tokens.subList(column + 1, tokens.size()));
    return words.with(others, clauses.unexplained(from, to) - (ofTopic ? OF_A_TOPIC : 0));
  }

  private int site(List<Token> tokens, int from) {
    int site = from;
    while (site < tokens.size() && !roles.main.has(tokens.get(site).concept())) {
      site++;
    }
    return site;
  }

  /** 门户网站和省信息公开专栏: of two sites. */
  private boolean isOfTwo(List<Token> tokens, int site, Clauses clauses) {
    int other = site(tokens, site + 1);
    return other < tokens.size()
        && clauses
            .marks()
            .joinsOutsideNames(tokens.get(site).end(), tokens.get(other).start(), grammar.andOfTwo);
  }

  private static Stretch doubted(Stretch words) {
    return words.with(words.tokens(), -OF_A_TOPIC);
  }

  /** The last column behind the site before anything is done there; less than 0 where none is. */
  private int column(List<Token> tokens, int site, Clauses clauses) {
    int column = -1;
    for (int i = site + 1; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      int from = tokens.get(site).end();
      if (token.end() - from > LONGEST
          || clauses.marks().hasOneOf(from, token.start(), grammar.opened)) {
        break;
      }
      boolean again =
          roles.main.has(token.concept())
              && !clauses.marks().joinsOutsideNames(from, token.start(), grammar.andOr);
      if (again || isColumn(token, clauses)) {
        column = i;
      } else if (roles.channelNames.has(token.concept())
          || roles.acts.has(token.concept()) && !isInName(i, tokens, clauses)) {
        break;
      }
    }
    return column;
  }

  /** 信息主动公开栏目: what the column is called, and not what is done. */
  private boolean isInName(int act, List<Token> tokens, Clauses clauses) {
    int next = act + 1;
    while (next < tokens.size() && tokens.get(next).start() == tokens.get(act).start()) {
      next++; // one word of two meanings
    }
    return next < tokens.size()
        && tokens.get(next).start() == tokens.get(act).end()
        && isColumn(tokens.get(next), clauses);
  }

  /** Whether a word is that for a column. */
  boolean isColumn(Token token, Clauses clauses) {
    return !token.isFiller()
        && !roles.main.has(token.concept())
        && clauses.marks().isWord(token.start(), token.end(), grammar.columns);
  }

  /** Whether a column is called after something else than an organ, or all columns are meant. */
  private boolean isOfTopic(int from, Token column, int strange, Clauses clauses) {
    Marks marks = clauses.marks();
    int to = column.start();
    boolean several =
        marks.joins(from, to, grammar.andSoOn) && marks.joins(from, to, grammar.andOr);
    boolean quoted = marks.joins(from, to, NamedEntities.OPENS);
    if (quoted) {
      return !several && !marks.hasOneOf(from, to, grammar.general);
    }
    return strange > FrameChoice.UNEXPLAINED
        && !several
        && !(to > from && marks.isOneOf(to - 1, grammar.organs))
        && !marks.isOneOf(to, grammar.organs); // 卫健|局子栏目
  }

  /** The only column that words name before something is done there; null where they do not. */
  @Nullable Token first(Stretch words, Clauses clauses) {
    for (Token token : words.tokens()) {
      if (!token.isFiller()) {
        return isColumn(token, clauses) ? token : null;
      }
    }
    return null;
  }
}
