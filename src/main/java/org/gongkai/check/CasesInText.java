package org.gongkai.check;

import org.gongkai.language.Frame;
import org.gongkai.language.FrameReader;

/**
 * Tells cases about open government information from all other cases of an organ: only those are in
 * the tables. What a frame is about that is not of cases is not asked.
 */
final class CasesInText {

  private static final String OF_WHICH = "其中";
  private static final String ALL_WITH = "均与";
  private static final String ON_REQUEST = "依申请公开";

  private final Lexicon lexicon;
  private final FrameReader frames;
  private final boolean amongApplications;

  /** Whether the sentences before are about applications, so that cases are about them. */
  private boolean open;

  CasesInText(Lexicon lexicon, FrameReader frames, String part) {
    this.lexicon = lexicon;
    this.frames = frames;
    this.amongApplications = part.equals("disclosureOnRequest");
  }

  /** Goes on behind a sentence that {@code frames} has passed. */
  void passed(String words) {
    String named = frames.named();
    open = named != null && lexicon.contested.contains(named) && (open || saysSo(words));
  }

  /** Forgets what was said, as at a new heading. */
  void begin() {
    open = false;
  }

  /** Whether a number can be one of these cases; {@code place} in the words of the sentence. */
  boolean allow(Frame frame, String words, int place, RespectiveList.Told told, boolean zero) {
    boolean decides = frame.open() && lexicon.decided.isIn(told.words(), 0, told.place());
    return !decides
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
        lexicon.allCases.isIn(words, 0, words.length()) && !saysSo(words.replace(ON_REQUEST, ""));
    boolean near = saysSo || onlyOfCases(words) && (zero || tellsOfApplications(words));
    return near && !ofAll;
  }

  /** Whether what is denied are these cases; where no cases are at all, none are of these. */
  boolean isDenied(Frame frame, String words, int place) {
    return isAboutIt(frame, words, place) || onlyOfCases(words);
  }

  /** What only some of them are about the others are not. */
  private boolean isAboutIt(Frame frame, String words, int place) {
    if (!frame.open() || open || amongApplications) {
      return true;
    }
    int some = words.indexOf(OF_WHICH, place);
    return saysSo(some < 0 ? words : words.substring(0, some));
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
    int all = words.indexOf(ALL_WITH, place);
    return !frame.open()
        || open
        || amongApplications && words.replace("复议申请", "").contains("申请")
        || saysSo(words.substring(0, place))
        || all >= 0 && saysSo(words.substring(all));
  }

  private static boolean saysSo(String words) {
    return words.contains("信息公开") || words.contains(ON_REQUEST) || words.contains("政务公开");
  }
}
