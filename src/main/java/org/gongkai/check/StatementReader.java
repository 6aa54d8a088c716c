package org.gongkai.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a part of the text states of the report's own year and organ. */
final class StatementReader {

  private static final String OPENS_A_TIME = "2上去今本全当前(";
  private static final int LONGEST_HEADING = 40;
  private static final int LONGEST_HEAD = 50;
  private static final int LONGEST_TAIL = 40;
  private static final int LONGEST_SENTENCE = 300;
  private static final Phrase SEVERAL = Phrase.of("等.{0,6}(?:平台|渠道|方式|形式|媒体|载体|途径)");
  private static final Phrase OUTCOME = Phrase.of("予以公开|部分公开|不予公开|无法提供|不予处理|其他处理|主动公开");
  private static final Pattern JOINED = Pattern.compile("[、和及与或]$");

  private final Lexicon lexicon;
  private final String part;
  private final Passage passage;
  private final boolean area;
  private final SubjectBinding binding;
  private final List<Statement> statements = new ArrayList<>();

  private StatementReader(Lexicon lexicon, String part, Passage passage, boolean area) {
    this.lexicon = lexicon;
    this.part = part;
    this.passage = passage;
    this.area = area;
    this.binding = new SubjectBinding(lexicon, part);
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
      readPublication(sentence, quantity, place, from, doubtful);
    }
  }

  /** A bare number counts in whatever unit the subject has. */
  private static String unit(Quantity quantity, Subject subject) {
    return quantity.unit().isEmpty() ? subject.units().iterator().next() : quantity.unit();
  }

  private void readPublication(
      Sentence sentence, Quantity quantity, int place, int from, boolean doubtful) {
    String words = sentence.words();
    boolean whole = lexicon.whole.isIn(words, 0, place) && !doubtful;
    boolean several = SEVERAL.isIn(words, from, place);
    for (Lexicon.Channel channel : several ? List.<Lexicon.Channel>of() : lexicon.channels) {
      if (channel.units().contains(quantity.unit())) {
        int[] name = {-1, -1};
        channel
            .words()
            .each(
                words,
                from,
                place,
                match -> {
                  name[0] = match.start();
                  name[1] = match.end();
                });
        if (name[0] >= 0) {
          readChannel(sentence, quantity, place, from, channel, name[0], name[1], whole);
          return;
        }
      }
    }
    if (lexicon.publishedUnits.contains(quantity.unit())
        && SubjectBinding.ends(lexicon.published, words, from, place)) {
      int clause = Math.max(from, words.lastIndexOf('，', place) + 1);
      boolean somewhere = lexicon.anyChannel.isIn(words, from, place);
      boolean everywhere = !somewhere || several;
      boolean part = lexicon.partly.isIn(words, clause, place) && !everywhere;
      if (everywhere && !part && !words.substring(clause, place).contains("其中")) {
        add(sentence, quantity, place, null, null, "item", whole);
      }
    }
  }

  private void readChannel(
      Sentence sentence,
      Quantity quantity,
      int place,
      int from,
      Lexicon.Channel channel,
      int last,
      int behind,
      boolean whole) {
    String words = sentence.words();
    boolean joined =
        JOINED.matcher(words.substring(from, last)).find()
            && last > from + 1
            && lexicon.anyChannel.isIn(words, from, last);
    if (joined) {
      return;
    }
    if (channel.unit().equals("event")) {
      if (all(lexicon.held, words, behind, place)) {
        boolean certain = whole && SubjectBinding.ends(lexicon.heldBefore, words, from, last);
        add(sentence, quantity, place, null, channel, channel.unit(), certain);
      }
    } else if (all(lexicon.channelEnd, words, behind, place)) {
      add(sentence, quantity, place, null, channel, channel.unit(), whole);
    } else if (all(lexicon.doubtful, words, behind, place)) {
      add(sentence, quantity, place, null, channel, channel.unit(), false);
    }
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

  private static boolean all(Pattern pattern, String words, int from, int place) {
    return pattern.matcher(words).region(from, place).matches();
  }
}
