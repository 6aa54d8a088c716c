package org.gongkai.narrative;

import java.util.List;
import java.util.Set;
import org.gongkai.language.Frame;
import org.gongkai.language.FrameReader;

/**
 * Tells cases about open government information from all other cases of an organ: only those are in
 * the tables. What a frame is about that is not of cases is not asked.
 */
final class CasesInText {

  private static final String OF_WHICH = "其中";
  private static final String CLAUSE_ENDS = "，,；;()";
  private static final String APPLICATION = "application";
  private static final List<String> NAMED = List.of("复议", "诉讼");

  private final Lexicon lexicon;
  private final FrameReader frames;
  private final boolean amongApplications;

  /** Whether they are what the whole part is about. */
  private final boolean amongCases;

  /** Whether the sentences before are about applications, so that cases are about them. */
  private boolean open;

  CasesInText(Lexicon lexicon, FrameReader frames, String part) {
    this.lexicon = lexicon;
    this.frames = frames;
    this.amongApplications = APPLICATION.equals(lexicon.subjects.get(part));
    this.amongCases = lexicon.cases.parts().contains(part);
    this.open = amongCases;
  }

  /** Goes on behind a sentence that {@code frames} has passed. */
  void passed(String words) {
    String named = frames.named();
    open =
        named == null
            ? amongCases
            : lexicon.contested.contains(named) && (amongCases || open || saysSo(words));
  }

  /** Forgets what was said, as at a new heading. */
  void begin() {
    open = amongCases;
  }

  /** Whether a number can be one of these cases; {@code place} in the words of the sentence. */
  boolean allow(Frame frame, String words, int place, RespectiveList.Told told, boolean zero) {
    boolean others =
        frame.open()
            && (lexicon.decided.isIn(told.words(), 0, told.place())
                || lexicon.otherCases.isIn(words, 0, words.length()));
    return !others
        && (isAboutIt(frame, words, place) || zero && frame.open() && onlyOfCases(words));
  }

  /** Whether a number is one of these cases for certain, and not of all cases that there are. */
  boolean isCertain(Frame frame, String words, int place, RespectiveList.Told told, boolean zero) {
    return !frame.open()
        || isCertain(
            words, zero, isNear(frame, told.words(), told.place()) || isNear(frame, words, place));
  }

  /** Whether what is said of all of them is said of these for certain. */
  boolean isCertain(Frame frame, String words, int place) {
    return !frame.open() || isCertain(words, false, isNear(frame, words, place));
  }

  private boolean isCertain(String words, boolean zero, boolean saysSo) {
    boolean ofAll =
        lexicon.allCases.isIn(words, 0, words.length()) && !hasOneOf(lexicon.cases.about(), words);
    boolean near = saysSo || onlyOfCases(words) && (zero || tellsOfApplications(words));
    return near && !ofAll;
  }

  /** Whether what is denied are these cases; where no cases are at all, none are of these. */
  boolean isDenied(Frame frame, String words, int place, int until) {
    return isAboutIt(frame, words, place) || onlyOfCases(words) || onlyOfCases(words, until);
  }

  /** What only some of them are about the others are not. */
  private boolean isAboutIt(Frame frame, String words, int place) {
    if (!frame.open() || amongApplications) {
      return true;
    }
    int some = words.indexOf(OF_WHICH, place);
    String all = some < 0 ? words : words.substring(0, some);
    return saysSo(all) || open && !saysSo(words);
  }

  /** Whether there are none at all, whatever else is denied behind: 无行政诉讼、无投诉. */
  private boolean onlyOfCases(String words, int until) {
    return frames.speaksOnlyOf(lexicon.besideContested, words.substring(0, until))
        && !lexicon.allCases.isIn(words, 0, words.length());
  }

  private boolean onlyOfCases(String words) {
    return frames.speaksOnlyOf(lexicon.besideContested, words)
        && !lexicon.allCases.isIn(words, 0, words.length());
  }

  /** Whether what became of cases is told where applications are, so that they are about these. */
  private boolean tellsOfApplications(String words) {
    return amongApplications && frames.mentions(lexicon.results, words);
  }

  /** Whether the words before it say so, or words behind it do of all. */
  private boolean isNear(Frame frame, String words, int place) {
    String rest = words.substring(place);
    return !frame.open()
        || open && !saysSo(rest)
        || amongApplications && words.replace("复议申请", "").contains("申请")
        || saysSo(words.substring(0, place))
        || namesCases(rest)
        || lexicon.cases.ofAll().stream().anyMatch(all -> saysSo(clauseFrom(all, rest)));
  }

  /** 1起有关政府信息公开的行政复议: whether what is counted is named so right behind. */
  private boolean namesCases(String rest) {
    int end = 1;
    while (end < rest.length()
        && CLAUSE_ENDS.indexOf(rest.charAt(end)) < 0
        && rest.charAt(end) != Passage.QUANTITY) {
      end++;
    }
    boolean countsMore = end < rest.length() && rest.charAt(end) == Passage.QUANTITY;
    String clause = rest.isEmpty() ? "" : rest.substring(1, end);
    return !countsMore
        && NAMED.stream().anyMatch(clause::contains)
        && saysSo(beforeOneOf(NAMED, clause));
  }

  private static String beforeOneOf(List<String> some, String words) {
    int first = words.length();
    for (String one : some) {
      int at = words.indexOf(one);
      first = at < 0 ? first : Math.min(first, at);
    }
    return words.substring(0, first);
  }

  private static String clauseFrom(String all, String words) {
    int from = words.indexOf(all);
    int end = from;
    while (end >= 0 && end < words.length() && CLAUSE_ENDS.indexOf(words.charAt(end)) < 0) {
      end++;
    }
    return from < 0 ? "" : words.substring(from, end);
  }

  private boolean saysSo(String words) {
    return hasOneOf(lexicon.cases.about(), words) || hasOneOf(lexicon.cases.onRequest(), words);
  }

  private static boolean hasOneOf(Set<String> some, String words) {
    return some.stream().anyMatch(words::contains);
  }
}
