package org.gongkai.narrative;

import java.util.Set;
import org.gongkai.language.Frame;
import org.gongkai.language.FrameReader;

/**
 * Tells cases about open government information from all other cases of an organ: only those are in
 * the tables. What a frame is about that is not of cases is not asked.
 */
final class CasesInText {

  private static final String OF_WHICH = "其中";
  private static final String APPLICATION = "application";

  private final Lexicon lexicon;
  private final FrameReader frames;
  private final boolean amongApplications;

  /** Whether they are what the whole part is about. */
  private final boolean amongCases;

  /** Whether the sentences before are about applications, so that cases are about them. */
  private boolean open;

  private CaseWords lastRead;

  CasesInText(Lexicon lexicon, FrameReader frames, String part) {
    this.lexicon = lexicon;
    this.frames = frames;
    this.amongApplications = APPLICATION.equals(lexicon.subjects.get(part));
    this.amongCases = lexicon.cases.parts().contains(part);
    this.open = amongCases;
    this.lastRead = new CaseWords("", lexicon);
  }

  private CaseWords in(String sentence) {
    if (!lastRead.isOf(sentence)) {
      lastRead = new CaseWords(sentence, lexicon);
    }
    return lastRead;
  }

  /** Goes on behind a sentence that {@code frames} has passed. */
  void passed(String words) {
    String named = frames.named();
    open =
        named == null
            ? amongCases
            : lexicon.contested.contains(named) && (amongCases || open || in(words).saysSo());
  }

  /** Forgets what was said, as at a new heading. */
  void begin() {
    open = amongCases;
  }

  /** Whether a number can be one of these cases; {@code place} in the words of the sentence. */
  boolean allow(Frame frame, String words, int place, RespectiveList.Told told, boolean zero) {
    if (!frame.open()) {
      return true;
    }
    boolean others = in(words).areOthers() || in(told.words()).areDecidedBefore(told.place());
    return !others && (isAboutIt(frame, words, place) || zero && onlyOfCases(words));
  }

  /** Whether a number is one of these cases for certain, and not of all cases that there are. */
  boolean isCertain(Frame frame, String words, int place, RespectiveList.Told told, boolean zero) {
    return !frame.open()
        || isCertain(words, zero, isNear(told.words(), told.place()) || isNear(words, place));
  }

  /** Whether what is said of all of them is said of these for certain. */
  boolean isCertain(Frame frame, String words, int place) {
    return !frame.open() || isCertain(words, false, isNear(words, place));
  }

  /** Whether words can be said of a matter: no court decides a reconsideration. */
  boolean canBeSaidOf(String matter, String words) {
    return lexicon.cases.notOf().getOrDefault(matter, Set.of()).stream().noneMatch(words::contains);
  }

  private boolean isCertain(String words, boolean zero, boolean saysSo) {
    boolean ofAll = in(words).areAll() && !in(words).saysAbout();
    return !ofAll && (saysSo || onlyOfCases(words) && (zero || tellsOfApplications(words)));
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
    return in(words).saysSo(0, some < 0 ? words.length() : some) || open && !in(words).saysSo();
  }

  /** Whether there are none at all, whatever else is denied behind: 无行政诉讼、无投诉. */
  private boolean onlyOfCases(String words, int until) {
    return frames.speaksOnlyOf(lexicon.besideContested, words.substring(0, until))
        && !in(words).areAll();
  }

  private boolean onlyOfCases(String words) {
    return frames.speaksOnlyOf(lexicon.besideContested, words) && !in(words).areAll();
  }

  /** Whether what became of cases is told where applications are, so that they are about these. */
  private boolean tellsOfApplications(String words) {
    return amongApplications && frames.mentions(lexicon.results, words);
  }

  /** Whether the words before it say so, or words behind it do of all. */
  private boolean isNear(String words, int place) {
    CaseWords its = in(words);
    return open && !its.saysSo(place, words.length())
        || amongApplications && its.namesApplications()
        || its.saysSo(0, place)
        || its.areNamedBehind(place)
        || its.saysSoOfAllBehind(place);
  }
}
