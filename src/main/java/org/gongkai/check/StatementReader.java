package org.gongkai.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/** Finds what a part of the text states of the report's own year and organ. */
final class StatementReader {

  private static final String OPENS_A_TIME = "2上去今本全当前(";
  private static final int NOT_IN_TURN = -1;
  private static final List<String> NAMES_WHAT_THERE_MAY_BE =
      List.of("申请", "复议", "诉讼", "规范性文件", "收费");
  private static final int LONGEST_HEADING = 40;
  private static final int LONGEST_HEAD = 50;
  private static final int LONGEST_SENTENCE = 300;

  private final Lexicon lexicon;
  private final String part;
  private final Passage passage;
  private final boolean area;
  private final OwnStreet street;
  private final SubjectBinding binding;
  private final ChannelBinding channels;
  private final List<Statement> statements = new ArrayList<>();

  private StatementReader(
      Lexicon lexicon, String part, Passage passage, boolean area, OwnStreet street) {
    this.lexicon = lexicon;
    this.part = part;
    this.passage = passage;
    this.area = area;
    this.street = street;
    this.binding = new SubjectBinding(lexicon, part);
    this.channels = new ChannelBinding(lexicon);
  }

  /**
   * What a part states.
   *
   * @param area whether the report is that of an area, of whose organs it may speak
   * @param street how the organ calls itself where it is a street office; or null
   */
  static List<Statement> read(
      Lexicon lexicon, String part, Passage passage, boolean area, OwnStreet street) {
    StatementReader reader = new StatementReader(lexicon, part, passage, area, street);
    reader.readSentences();
    return reader.statements;
  }

  private void readSentences() {
    String signs = passage.signs();
    List<QuantityReader.Quantity> all = passage.quantities();
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
        List<QuantityReader.Quantity> quantities = all.subList(first, next);
        boolean counts = !quantities.isEmpty() || isNil(words);
        boolean heads = paragraph && words.length() < LONGEST_HEADING;
        if (counts || heads || OPENS_A_TIME.indexOf(words.charAt(0)) >= 0) {
          Sentence sentence = new Sentence(lexicon, words, start, otherYear, street);
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
    return NAMES_WHAT_THERE_MAY_BE.stream().anyMatch(words::contains)
        && (words.indexOf('未') >= 0
            || words.indexOf('无') >= 0
            || words.indexOf('没') >= 0
            || words.indexOf('0') >= 0
            || words.indexOf('零') >= 0);
  }

  private static boolean opensPart(String words) {
    return words.startsWith("(");
  }

  private void readSentence(
      Sentence sentence, List<QuantityReader.Quantity> quantities, boolean doubtful) {
    List<Subject> subjects = lexicon.subjectsOf(sentence.words());
    Map<Integer, RespectiveList.Told> turns = RespectiveList.of(sentence.words());
    Set<Integer> unnamed = new HashSet<>();
    List<Statement> inTurn = new ArrayList<>();
    int before = 0;
    for (QuantityReader.Quantity quantity : quantities) {
      int place = quantity.place() - sentence.start();
      RespectiveList.Told told = turns.get(place);
      if (told == null) {
        int from = Math.max(before, place - LONGEST_HEAD);
        int semicolon = sentence.words().lastIndexOf('；', place);
        told =
            new RespectiveList.Told(
                sentence.words(), place, Math.max(from, semicolon + 1), NOT_IN_TURN);
      }
      List<Statement> stated = readQuantity(sentence, quantity, place, told, subjects, doubtful);
      if (stated.isEmpty()) {
        unnamed.add(told.turn());
      }
      (told.turn() == NOT_IN_TURN ? statements : inTurn).addAll(stated);
      before = place + 1;
    }
    // what is told in turn is understood as a whole or not at all
    inTurn.stream()
        .filter(s -> !unnamed.contains(turns.get(s.place() - sentence.start()).turn()))
        .forEach(statements::add);
    for (Subject subject : subjects) {
      if (subject.nil() != null) {
        readNil(sentence, subject, doubtful);
      }
    }
  }

  private void readNil(Sentence sentence, Subject subject, boolean doubtful) {
    String words = sentence.words();
    if (!subject.open() || binding.isOpen(words)) {
      subject.nil().each(words, 0, words.length(), nil -> addNil(sentence, subject, nil, doubtful));
    }
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

  private List<Statement> readQuantity(
      Sentence sentence,
      QuantityReader.Quantity quantity,
      int place,
      RespectiveList.Told told,
      List<Subject> subjects,
      boolean doubtful) {
    List<Statement> stated = new ArrayList<>();
    if (sentence.isOfOthers(place, area)) {
      return stated;
    }
    boolean ofTheYear = sentence.isOfTheYear(place);
    for (Subject subject : subjects) {
      if ((ofTheYear || subject.current())
          && subject.units().contains(unit(quantity, subject))
          && binding.isOf(subject, told.words(), quantity, told.place(), told.from())) {
        boolean certain =
            subject.certain() && !doubtful && binding.isNear(subject, told.words(), told.place());
        stated.add(statement(sentence, quantity, subject, null, quantity.unit(), certain));
      }
    }
    if (ofTheYear && stated.isEmpty()) {
      boolean whole = lexicon.whole.isIn(sentence.words(), 0, place) && !doubtful;
      channels
          .of(told.words(), quantity, told.place(), told.from(), whole)
          .map(of -> statement(sentence, quantity, null, of.channel(), of.unit(), of.certain()))
          .ifPresent(stated::add);
    }
    return stated;
  }

  /** A bare number counts in whatever unit the subject has. */
  private static String unit(QuantityReader.Quantity quantity, Subject subject) {
    return quantity.unit().isEmpty() ? subject.units().iterator().next() : quantity.unit();
  }

  private Statement statement(
      Sentence sentence,
      QuantityReader.Quantity quantity,
      Subject subject,
      Lexicon.Channel channel,
      String unit,
      boolean certain) {
    int from = sentence.clauseStart(quantity.place() - sentence.start());
    return new Statement(
        subject,
        channel == null ? null : channel.id(),
        unit,
        quantity.number(),
        certain,
        !quantity.approximate(),
        part,
        quantity.place(),
        passage.origin(sentence.start() + from),
        quantity.end());
  }
}
