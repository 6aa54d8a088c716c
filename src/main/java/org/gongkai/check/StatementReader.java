package org.gongkai.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Finds what a part of the text states of the report's own year and organ. */
final class StatementReader {

  private static final String OPENS_A_TIME = "2上去今本全当前(";
  private static final int LONGEST_HEADING = 40;
  private static final int LONGEST_HEAD = 50;
  private static final int LONGEST_SENTENCE = 300;

  private final Lexicon lexicon;
  private final String part;
  private final Passage passage;
  private final boolean area;
  private final SubjectBinding binding;
  private final ChannelBinding channels;
  private final List<Statement> statements = new ArrayList<>();

  private StatementReader(Lexicon lexicon, String part, Passage passage, boolean area) {
    this.lexicon = lexicon;
    this.part = part;
    this.passage = passage;
    this.area = area;
    this.binding = new SubjectBinding(lexicon, part);
    this.channels = new ChannelBinding(lexicon);
  }

  /**
   * What a part states.
   *
   * @param area whether the report is that of an area, of whose organs it may speak
   */
  static List<Statement> read(Lexicon lexicon, String part, Passage passage, boolean area) {
    StatementReader reader = new StatementReader(lexicon, part, passage, area);
    reader.readSentences();
    return reader.statements;
  }

  private void readSentences() {
    String signs = passage.signs();
    List<Quantity> all = passage.quantities();
    int next = 0;
    boolean otherYear = false;
    boolean others = false;
    for (int start = 0; start < signs.length(); ) {
      int end = start;
      while (end < signs.length()
          && !endsSentence(signs.charAt(end))
          && end - start < LONGEST_SENTENCE) {
        end++;
      }
      int first = next;
      while (next < all.size() && all.get(next).place() < end) {
        next++;
      }
      boolean paragraph = end < signs.length() && signs.charAt(end) == '\n';
      if (end > start) {
        String words = signs.substring(start, end);
        List<Quantity> quantities = all.subList(first, next);
        boolean counts = !quantities.isEmpty() || isNil(words);
        boolean heads = paragraph && words.length() < LONGEST_HEADING;
        if (counts || heads || OPENS_A_TIME.indexOf(words.charAt(0)) >= 0) {
          Sentence sentence = new Sentence(lexicon, words, start, otherYear);
          boolean doubtful = others && !sentence.namesItself();
          if (counts) {
            readSentence(sentence, quantities, doubtful);
          }
          otherYear = sentence.leavesAnotherYear();
          boolean speaks = (counts || heads) && sentence.isOfOthers(words.length(), area);
          others = speaks || doubtful && !opensPart(words);
        }
      }
      if (paragraph) {
        otherYear = false;
      }
      start = end < signs.length() && !endsSentence(signs.charAt(end)) ? end : end + 1;
    }
  }

  private static boolean endsSentence(char sign) {
    return switch (sign) {
      case '。', '！', '？', '!', '?', '\n' -> true;
      default -> false;
    };
  }

  /** Whether it may say that there is none. */
  private static boolean isNil(String words) {
    return (words.contains("申请") || words.contains("复议") || words.contains("诉讼"))
        && (words.indexOf('未') >= 0
            || words.indexOf('无') >= 0
            || words.indexOf('没') >= 0
            || words.indexOf('0') >= 0
            || words.indexOf('零') >= 0);
  }

  private static boolean opensPart(String words) {
    return words.startsWith("(");
  }

  private void readSentence(Sentence sentence, List<Quantity> quantities, boolean doubtful) {
    List<Subject> subjects = lexicon.subjectsOf(sentence.words());
    int before = 0;
    for (Quantity quantity : quantities) {
      int place = quantity.place() - sentence.start();
      int from = Math.max(before, place - LONGEST_HEAD);
      int semicolon = sentence.words().lastIndexOf('；', place);
      readQuantity(sentence, quantity, place, Math.max(from, semicolon + 1), subjects, doubtful);
      before = place + 1;
    }
    for (Subject subject : subjects) {
      if (subject.nil() != null) {
        readNil(sentence, subject, doubtful);
      }
    }
  }

  private void readNil(Sentence sentence, Subject subject, boolean doubtful) {
    String words = sentence.words();
    subject.nil().each(words, 0, words.length(), nil -> addNil(sentence, subject, nil, doubtful));
  }

  private void addNil(Sentence sentence, Subject subject, Matcher nil, boolean doubtful) {
    if (sentence.isSaidOfTheYear(nil.start()) && !sentence.isOfOthers(nil.start(), area)) {
      int start = sentence.start() + nil.start();
      int end = sentence.start() + nil.end();
      statements.add(
          new Statement(
              subject,
              null,
              "",
              BigDecimal.ZERO,
              subject.certain() && !doubtful,
              true,
              part,
              start,
              passage.origin(start),
              passage.originEnd(end)));
    }
  }

  private void readQuantity(
      Sentence sentence,
      Quantity quantity,
      int place,
      int from,
      List<Subject> subjects,
      boolean doubtful) {
    if (sentence.isOfOthers(place, area)) {
      return;
    }
    boolean ofTheYear = sentence.isOfTheYear(place);
    boolean bound = false;
    for (Subject subject : subjects) {
      boolean itsYear = ofTheYear || subject.current();
      if (itsYear && subject.units().contains(unit(quantity, subject))) {
        if (binding.isOf(subject, sentence, quantity, place, from)) {
          add(sentence, quantity, place, subject, null, quantity.unit(), !doubtful);
          bound = true;
        }
      }
    }
    if (ofTheYear && !bound) {
      channels
          .of(sentence.words(), quantity, place, from, doubtful)
          .ifPresent(
              of -> add(sentence, quantity, place, null, of.channel(), of.unit(), of.certain()));
    }
  }

  /** A bare number counts in whatever unit the subject has. */
  private static String unit(Quantity quantity, Subject subject) {
    return quantity.unit().isEmpty() ? subject.units().iterator().next() : quantity.unit();
  }

  private void add(
      Sentence sentence,
      Quantity quantity,
      int place,
      Subject subject,
      Lexicon.Channel channel,
      String unit,
      boolean certain) {
    int from = sentence.clauseStart(place);
    statements.add(
        new Statement(
            subject,
            channel == null ? null : channel.id(),
            unit,
            quantity.number(),
            certain && (subject == null || subject.certain()),
            !quantity.approximate(),
            part,
            quantity.place(),
            passage.origin(sentence.start() + from),
            quantity.end()));
  }
}
