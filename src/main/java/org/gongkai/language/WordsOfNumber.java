package org.gongkai.language;

import java.util.List;
import org.gongkai.language.Concepts.Token;
import org.jspecify.annotations.Nullable;

/**
 * The words of a number, with one word for what many only describe: the column of a site, kinds
 * that are listed, several channels, the cause of cases.
 */
final class WordsOfNumber {

  private final RoleConcepts roles;
  private final Columns columns;
  private final AccountBefore accounts;
  private final Attributes attributes;
  private final Channels channels;
  private final Causes causes;

  WordsOfNumber(RoleConcepts roles, Causes causes) {
    this.roles = roles;
    this.causes = causes;
    this.columns = new Columns(roles);
    this.accounts = new AccountBefore(roles);
    this.attributes = new Attributes(roles);
    this.channels = new Channels(roles);
  }

  /** Those before it. */
  Stretch before(int place, int from, Clauses its) {
    Stretch words = columns.onSite(its.before(place, from), its);
    Token column = columns.first(words, its);
    if (column != null) {
      words = accounts.inColumn(words, column, place, its);
    }
    boolean ofItems = !its.rightBehind(place, ConceptSet.of(roles.item), ConceptSet.NONE).isEmpty();
    words = attributes.suchAs(words, place, ofItems, its);
    return causes.inShort(channels.together(attributes.without(words, its), its), its);
  }

  /** What is counted right behind it. */
  List<Token> counted(int place, Clauses its) {
    return its.rightBehind(place, roles.counted, roles.about);
  }

  /** What is counted behind it and described between, by what was done; null where nothing is. */
  @Nullable Token described(int place, ConceptSet done, Clauses its) {
    return attributes.behind(place, done, its);
  }

  /** The account that the clauses before it name; less than 0 where they name none. */
  int account(int place, Stretch own, Clauses its) {
    return accounts.of(place, own, its);
  }
}
