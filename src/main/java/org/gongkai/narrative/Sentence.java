package org.gongkai.narrative;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import org.gongkai.language.Phrase;
import org.gongkai.language.SignSet;
import org.jspecify.annotations.Nullable;

/** A sentence of a passage: whose year and whose work the quantities in it are of. */
final class Sentence {

  private static final char ASIDE = '·';
  private static final SignSet CLAUSE_ENDS = SignSet.of("，,；;：:、\n");
  private static final SignSet CLAUSE_ENDS_OR_BRACKET = CLAUSE_ENDS.and('(');

  /** A mark that begins before this place opens a sentence. */
  private static final int OPENING = 3;

  /** How a mark of time rules what stands behind it. */
  private enum Time {
    REPORT,
    OTHER,
    CLAUSE
  }

  /** Rules up to a place: of a bracket with a number of its own, (2020年为9件), to its end. */
  private record Mark(Time time, int place, int until) {}

  private final Lexicon lexicon;
  private final @Nullable OwnStreet street;
  private final String words;
  private final int start;
  private final boolean ofOtherYear;
  private @Nullable List<Mark> marks;
  private int askedOf = -1;
  private boolean ofOthers;
  private @Nullable Marked own;
  private @Nullable Marked others;

  /**
   * A sentence, of which the marks of time are read when they are asked for.
   *
   * @param start place of its first sign in the passage
   * @param ofOtherYear whether the sentences before it are of another year
   * @param street how the organ calls itself where it is a street office; or null
   */
  Sentence(
      Lexicon lexicon, String words, int start, boolean ofOtherYear, @Nullable OwnStreet street) {
    this.lexicon = lexicon;
    this.street = street;
    this.words = words;
    this.start = start;
    this.ofOtherYear = ofOtherYear;
  }

  private List<Mark> marks() {
    List<Mark> all = marks;
    if (all == null) {
      all = marksBefore(words.length());
      marks = all;
    }
    return all;
  }

  /** Those that begin before a place. */
  private List<Mark> marksBefore(int place) {
    List<Mark> some = new ArrayList<>();
    lexicon.times.each(
        words,
        0,
        Math.min(place, words.length()),
        words.length(),
        mark -> some.add(new Mark(time(mark), mark.start(), asideEnd(mark.start()))));
    return some;
  }

  private Time time(Matcher mark) {
    Phrase times = lexicon.times;
    if (times.start(mark, "compared") >= 0 || times.start(mark, "clause") >= 0) {
      return Time.CLAUSE;
    }
    if (times.start(mark, "sticky") >= 0) {
      return Time.OTHER;
    }
    int named = times.start(mark, "named");
    int year = named < 0 ? times.start(mark, "first") : named;
    return year < 0 || words.startsWith(lexicon.yearDigits, year) ? Time.REPORT : Time.OTHER;
  }

  private int asideEnd(int place) {
    int open = words.lastIndexOf('(', place);
    int close = words.indexOf(')', place);
    boolean aside =
        open > 0
            && close > 0
            && words.charAt(open - 1) == Passage.QUANTITY
            && words.lastIndexOf(')', place) < open
            && words.substring(open, close).indexOf(Passage.QUANTITY) >= 0;
    return aside ? close : words.length();
  }

  String words() {
    return words;
  }

  int start() {
    return start;
  }

  /** Whether a number here is of the report's whole year; {@code place} in the sentence. */
  boolean isOfTheYear(int place) {
    boolean other = ofOtherYear;
    int from = clauseStart(place);
    int to = clauseEnd(place);
    for (Mark mark : marks()) {
      if (mark.time() == Time.CLAUSE) {
        if (mark.place() >= from
            && mark.place() < to
            && !isAside(mark.place(), place)
            && !isOfNext(mark.place(), place)) {
          return false;
        }
      } else if (mark.place() < place && place < mark.until()) {
        other = mark.time() == Time.OTHER;
      }
    }
    return !other;
  }

  /** Whether something stands in a bracket that closes right before a number: (含转载)12条. */
  private boolean isAside(int mark, int place) {
    return place > 0 && words.charAt(place - 1) == ')' && words.lastIndexOf('(', place - 1) < mark;
  }

  /** Whether something stands behind another number: 发布信息12条，阅读量3万次 without the mark. */
  private boolean isOfNext(int mark, int place) {
    int next = words.indexOf(Passage.QUANTITY, place + 1);
    return next >= 0 && next < mark;
  }

  /** As {@link #isOfTheYear}, where words of comparison in the clause do not matter. */
  boolean isSaidOfTheYear(int place) {
    boolean other = ofOtherYear;
    for (Mark mark : marks()) {
      if (mark.time() != Time.CLAUSE && mark.place() < place && place < mark.until()) {
        other = mark.time() == Time.OTHER;
      }
    }
    return !other;
  }

  /** Whether what follows this sentence is of another year until it names one. */
  boolean leavesAnotherYear() {
    Mark first = null;
    for (Mark mark : ofOtherYear || marks != null ? marks() : marksBefore(OPENING)) {
      if (first == null && mark.time() != Time.CLAUSE) {
        first = mark;
      }
    }
    boolean opens = first != null && first.place() < OPENING;
    return opens
        ? Objects.requireNonNull(first).time() == Time.OTHER
        : ofOtherYear && first == null;
  }

  boolean namesItself() {
    return lexicon.own.isIn(words, 0, words.length()) || street != null && street.isNamedIn(words);
  }

  /** Whether a number here is that of other organs. */
  boolean isOfOthers(int place, boolean area) {
    if (askedOf != place) {
      ofOthers = findOthers(place, area);
      askedOf = place;
    }
    return ofOthers;
  }

  private boolean findOthers(int place, boolean area) {
    String words = withoutTitles(withoutAsides(place));
    if (street == null && words.equals(this.words)) {
      return isOfOthersAsWritten(place, area);
    }
    int[] from = {0};
    lexicon.own.each(words, 0, place, own -> from[0] = own.end());
    Phrase others = area ? lexicon.othersOfAnArea : lexicon.others;
    int said = street == null ? from[0] : street.saidFrom(words, from[0], place, others);
    return others.isIn(words, said, place);
  }

  /** The same of a sentence in which no bracket is left out: its marks are found once. */
  private boolean isOfOthersAsWritten(int place, boolean area) {
    Marked named = own;
    if (named == null) {
      named = Marked.of(lexicon.own, words);
      own = named;
    }
    Marked others = this.others;
    if (others == null) {
      others = Marked.of(area ? lexicon.othersOfAnArea : lexicon.others, words);
      this.others = others;
    }
    return others.isIn(named.lastEnd(place), place);
  }

  /**
   * Where something can be found.
   *
   * @param places first to last
   */
  private record Marked(List<Found> places) {

    private record Found(int start, int end) {}

    static Marked of(Phrase phrase, String words) {
      List<Found> places = new ArrayList<>();
      phrase.everywhere(words, match -> places.add(new Found(match.start(), match.end())));
      return new Marked(places);
    }

    int lastEnd(int before) {
      int last = 0;
      for (Found found : places) {
        last = found.end() <= before ? Math.max(last, found.end()) : last;
      }
      return last;
    }

    boolean isIn(int from, int before) {
      for (Found found : places) {
        if (found.start() >= from && found.start() < before && found.end() <= before) {
          return true;
        }
      }
      return false;
    }
  }

  /** Without what documents are called: 《关于指导全市各单位公开的通知》. */
  private static String withoutTitles(String words) {
    int open = words.indexOf('《');
    if (open < 0) {
      return words;
    }
    StringBuilder outside = new StringBuilder(words);
    for (; open >= 0; open = words.indexOf('《', open + 1)) {
      int close = words.indexOf('》', open);
      for (int i = open; i < close; i++) {
        outside.setCharAt(i, ASIDE);
      }
    }
    return outside.toString();
  }

  /** Without what closed brackets say before a place that have no number: (在全市排名第三). */
  private String withoutAsides(int place) {
    if (words.lastIndexOf(')', place) < 0 || words.indexOf('(') < 0) {
      return words;
    }
    StringBuilder outside = new StringBuilder(words);
    int open = -1;
    for (int i = 0; i < place; i++) {
      char sign = words.charAt(i);
      if (sign == '(') {
        open = i;
      } else if (sign == Passage.QUANTITY) {
        open = -1;
      } else if (sign == ')' && open >= 0) {
        for (int aside = open + 1; aside < i; aside++) {
          outside.setCharAt(aside, ASIDE);
        }
        open = -1;
      }
    }
    return outside.toString();
  }

  int clauseStart(int place) {
    return CLAUSE_ENDS.behindLast(words, 0, place);
  }

  int clauseEnd(int place) {
    return CLAUSE_ENDS_OR_BRACKET.first(words, place, words.length());
  }
}
