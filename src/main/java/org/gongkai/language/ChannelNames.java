package org.gongkai.language;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.language.Concepts.Token;

/**
 * Names of channels that stand before what they are, and without quotes: 青溪发布微信公众号, 青溪政府网微信公众号,
 * 编印青溪区政府公报, 通过青溪发布、青溪视窗等平台. Nothing is published in them, and none of them is a channel of its
 * own.
 */
final class ChannelNames {

  private static final int SHORTEST = 2;
  private static final int LONGEST = 8;

  private final RoleConcepts roles;
  private final CompiledGrammar grammar;
  private final String sentence;
  private final List<Token> read = new ArrayList<>();

  private ChannelNames(String sentence, RoleConcepts roles) {
    this.sentence = sentence;
    this.roles = roles;
    this.grammar = roles.grammar;
  }

  /** The words with such names as words that say nothing. */
  static List<Token> named(List<Token> words, String sentence, RoleConcepts roles) {
    ChannelNames names = new ChannelNames(sentence, roles);
    for (Token word : words) {
      names.add(word);
    }
    return names.read;
  }

  private void add(Token word) {
    if (roles.accounts.has(word.concept())) {
      nameAccount(word.start());
    }
    if (roles.channelNames.has(word.concept())) {
      int from = strangeFrom(read.size() - 1, word.start());
      if (isLongEnough(from, word.start())
          && grammar.places.has(sentence.charAt(word.start() - 1))) {
        read.add(new Token(Concepts.FILLER_NUMBER, from, word.start()));
      }
    }
    read.add(word);
    if (isNameEnd(word) && goesOn(word.end())) {
      nameEndingIn(read.size() - 1);
    }
  }

  /** 青溪政府网微信公众号, 青溪发布微信公众号. */
  private void nameAccount(int start) {
    int last = read.size() - 1;
    if (last < 0 || read.get(last).end() != start) {
      return;
    }
    Token before = read.get(last);
    if (roles.main.has(before.concept()) && grammar.netNames.has(sentence.charAt(start - 1))) {
      read.set(last, new Token(Concepts.FILLER_NUMBER, before.start(), start));
    } else if (isNameEnd(before)) {
      nameEndingIn(last);
    }
  }

  /** A word that can end a name, with what nothing explains before it: 青溪发布. */
  private void nameEndingIn(int last) {
    Token word = read.get(last);
    int from = strangeFrom(last - 1, word.start());
    if (isLongEnough(from, word.start())) {
      read.set(last, new Token(Concepts.FILLER_NUMBER, from, word.end()));
    }
  }

  private boolean isNameEnd(Token word) {
    int length = word.end() - word.start();
    for (String end : grammar.nameEnds) {
      if (end.length() == length && sentence.startsWith(end, word.start())) {
        return true;
      }
    }
    return false;
  }

  /** Whether what is named goes on: 青溪发布、, 青溪发布等平台. */
  private boolean goesOn(int place) {
    return place < sentence.length()
        && (grammar.and.has(sentence.charAt(place)) || grammar.andSoOn.has(sentence.charAt(place)));
  }

  /** Where the signs begin that nothing explains before a place, behind a word. */
  private int strangeFrom(int word, int place) {
    int bound = Math.max(word < 0 ? 0 : read.get(word).end(), place - LONGEST - 1);
    int from = place;
    while (from > bound && Explained.isPartOfWord(sentence.charAt(from - 1))) {
      from--;
    }
    return from;
  }

  private static boolean isLongEnough(int from, int to) {
    return to - from >= SHORTEST && to - from <= LONGEST;
  }
}
